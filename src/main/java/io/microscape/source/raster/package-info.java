/**
 * Canopy rasters: GeoTIFF cells put to a test and kept as bits.
 *
 * <p>Pixels are decoded by the TIFF reader of imageio-ext, which geotools-wrapper carries: it decodes only the strips and
 * tiles asked for, and knows BigTIFF, all predictors and zstd. The GeoTiffReader above it is not used because it opens the
 * EPSG database and JAI to say what a few tags say; the JDK's own TIFF reader knows neither BigTIFF nor the predictor for
 * floating point.
 */
package io.microscape.source.raster;
