package io.microscape.study;

/**
 * What one micro-space contributes to the connectivity of all, at one threshold, in percent of the index (Saura &amp;
 * Rubio 2010): dPC = intra + flux + connector, and dIIC likewise.
 *
 * @param thresholdM distance of the index, m
 * @param dpc 100 (PC − PC without the space)/PC
 * @param dpcIntra by the space's own area
 * @param dpcFlux by the links that start or end in it
 * @param dpcConnector by the paths between others that it shortens
 * @param diic the same of IIC
 */
public record SpaceConnectivity(
        double thresholdM,
        double dpc,
        double dpcIntra,
        double dpcFlux,
        double dpcConnector,
        double diic,
        double diicIntra,
        double diicFlux,
        double diicConnector) {}
