/** Packed layers of a landscape: coordinates in primitive arrays, in canonical order, under a static Hilbert R-tree. */
package io.microscape.landscape.index;
