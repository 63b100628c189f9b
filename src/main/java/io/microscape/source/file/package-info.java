/** Files, archives and the layers in them. */
package io.microscape.source.file;
