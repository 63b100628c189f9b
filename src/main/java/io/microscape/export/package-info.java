/**
 * The joined result as files of the formats that planners open. {@link io.microscape.export.AtlasExport} is the way in;
 * each format is a {@link io.microscape.export.AtlasWriter}.
 */
package io.microscape.export;
