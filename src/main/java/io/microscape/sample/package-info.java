/** The sample study: published figures on a made-up neighbourhood whose geometry gives exactly those figures. */
package io.microscape.sample;
