package io.microscape.pipeline;

/** Ends the work of a job that was cancelled: thrown where the work tells how far it is. */
final class JobCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    JobCancelledException() {
        super("cancelled");
    }
}
