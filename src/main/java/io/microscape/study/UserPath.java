package io.microscape.study;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as users write them. */
public final class UserPath {
    private UserPath() {}

    /**
     * The path of that name.
     *
     * @throws InvalidInputException if the system has no such names; Java writes file names in the charset of the locale, so
     *     that without a UTF-8 locale no file of a Chinese name can be opened
     */
    public static Path of(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new InvalidInputException(name + ": " + problem(name, e), e);
        }
    }

    private static String problem(String name, InvalidPathException e) {
        String charset = System.getProperty("sun.jnu.encoding", "");
        boolean ascii = name.chars().allMatch(c -> c < 0x80);
        return ascii || charset.equalsIgnoreCase("UTF-8")
                ? "is no path (" + e.getReason() + "); check it"
                : "this name cannot be opened, for the locale's character set is " + charset
                        + "; set the environment variable LC_ALL=C.UTF-8 and run it again";
    }
}
