/** The commands. */
package io.microscape.cli;
