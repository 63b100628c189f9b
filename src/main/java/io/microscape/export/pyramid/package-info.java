/** Published layers as archives of tiles: a map for any number of readers is a file on a static host. */
package io.microscape.export.pyramid;
