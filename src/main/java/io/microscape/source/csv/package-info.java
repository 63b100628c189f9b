/** Delimited text, with coordinates, WKT or neither. */
package io.microscape.source.csv;
