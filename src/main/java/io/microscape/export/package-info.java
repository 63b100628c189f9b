/** The joined result as files of the formats that planners open. */
package io.microscape.export;
