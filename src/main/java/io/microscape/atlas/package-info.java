/** What can be published: layer definitions, styles and immutable versioned snapshots of a layer. */
package io.microscape.atlas;
