/** REST, security and the web map. */
package io.microscape.api;
