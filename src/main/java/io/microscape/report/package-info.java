/**
 * The report of a study: one HTML file that needs nothing else, or a PDF, in English and Chinese. Charts are drawn once and
 * come out as SVG in the one and as vector drawing in the other.
 */
package io.microscape.report;
