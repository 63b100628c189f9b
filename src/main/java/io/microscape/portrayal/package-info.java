/** SLD to picture: drawing and legends. */
package io.microscape.portrayal;
