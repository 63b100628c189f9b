/** The road network within a distance zone as a graph. */
package io.microscape.landscape.network;
