/** Tiles at the addresses that web maps expect: pictures and vector tiles by zoom, column and row, and TileJSON. */
package io.microscape.ogc.tiles;
