/** dBASE tables, alone or beside a Shapefile. */
package io.microscape.source.dbf;
