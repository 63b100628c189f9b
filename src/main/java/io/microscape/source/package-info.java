/** One reader a format, all giving the same stream of features; encodings; geometry repair; the import report. */
package io.microscape.source;
