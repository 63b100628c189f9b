/**
 * The words everybody speaks: study, micro-space, surface, road, crown, planting, indices and carbon account. Immutable
 * values without any framework; this package imports nothing else of Microscape.
 */
package io.microscape.study;
