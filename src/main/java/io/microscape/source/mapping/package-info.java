/** Columns of a file to fields of the domain: filter, names, values, codes. */
package io.microscape.source.mapping;
