package io.microscape.portrayal;

/** A drawing that was given up because the thread that asked for it was interrupted: nobody waits for the picture. */
public final class DrawingAbandonedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DrawingAbandonedException() {
        super("the drawing was given up, nobody waits for it");
    }
}
