/** Shape, core and isolation of single spaces: the vector definitions of FRAGSTATS. */
package io.microscape.landscape.patch;
