/** Text of unknown encoding, numbers and names in files, and how messages list them. */
package io.microscape.source.text;
