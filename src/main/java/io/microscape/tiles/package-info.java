/** Maps cut into tiles: tile matrix sets, pictures and vector tiles of published layers; no protocol, no HTTP. */
package io.microscape.tiles;
