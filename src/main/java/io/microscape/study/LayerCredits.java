package io.microscape.study;

/**
 * Whose data a layer shows and where to learn more of them. Each part may be null.
 *
 * @param attribution whom to credit
 * @param attributionUrl page of whom to credit
 * @param metadataUrl a description of the data
 * @param dataUrl the data themselves
 * @param logo emblem of whom to credit
 * @param featureList a list of the layer's features
 */
public record LayerCredits(
        LocalizedText attribution,
        String attributionUrl,
        String metadataUrl,
        String dataUrl,
        Logo logo,
        WebLink featureList) {
    /** Nobody is named. */
    public static final LayerCredits NONE = new LayerCredits(null, null, null, null, null, null);
}
