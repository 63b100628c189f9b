/** OGC services: protocol only. */
package io.microscape.ogc;
