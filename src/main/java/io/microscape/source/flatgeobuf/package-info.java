/** FlatGeobuf files. */
package io.microscape.source.flatgeobuf;
