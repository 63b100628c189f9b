/** Pictures as PNG files (ISO/IEC 15948), with a compressor for what maps are made of. */
package io.microscape.portrayal.png;
