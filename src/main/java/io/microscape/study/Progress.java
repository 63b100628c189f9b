package io.microscape.study;

/** Told how far a long work is. May be called often and from several threads: implementations are cheap and thread-safe. */
@FunctionalInterface
public interface Progress {
    /** Does nothing. */
    Progress NONE = (task, done, total) -> {};

    /**
     * Says how far the work is.
     *
     * @param task what is being done, for people ("reading roads.shp")
     * @param done bytes, features or spaces done
     * @param total of how many; negative when not known
     */
    void at(String task, long done, long total);
}
