package io.microscape.carbon;

/**
 * The data that accounting looks things up in.
 *
 * @param factors emission factors and rates of uptake
 * @param allometry equations for trees
 * @param methods measuring methods and their scales
 */
public record CarbonLibrary(FactorLibrary factors, AllometryLibrary allometry, MethodRegister methods) {}
