package io.microscape.report;

import java.awt.Graphics2D;

/** Something drawn: a chart or a map. */
interface Picture {
    /** Width in pixels of the page (96 to the inch). */
    int width();

    /** Height in pixels of the page. */
    int height();

    /** Draws it with its upper left corner at 0, 0. */
    void draw(Graphics2D graphics);

    /** What is to be seen, for readers who cannot see it. */
    String description();
}
