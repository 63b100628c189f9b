/**
 * Statistics of a study: correlation and regression of carbon accounts with landscape indices, spatial autocorrelation, and
 * what they say in words. Pure functions over numbers and geometries: no Spring, no database. Inside the package an absent
 * value is NaN; what leaves it is null with a reason.
 */
package io.microscape.statistics;
