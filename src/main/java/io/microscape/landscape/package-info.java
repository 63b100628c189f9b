/** The index engine: pure functions and one parallel engine over packed indexes; no framework, no database. */
package io.microscape.landscape;
