/** The Web Map Tile Service 1.0.0 (OGC 07-057r7): protocol only. */
package io.microscape.ogc.wmts;
