/** OGC GeoPackages. */
package io.microscape.source.geopackage;
