package io.microscape.study;

import java.util.List;

/**
 * Input that cannot be used. The message is for the user: its first line names the file, the feature and the mend; more
 * lines may list further problems. It is printed without a stack trace.
 */
public class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(message);
    }

    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }

    /** "{where}: {problem}; {mend}". */
    public static InvalidInputException of(String where, String problem, String mend) {
        return new InvalidInputException(where + ": " + problem + "; " + mend);
    }

    /** A headline and, below it, one line for each problem. */
    public static InvalidInputException of(String headline, List<String> problems) {
        return new InvalidInputException(headline + "\n  " + String.join("\n  ", problems));
    }

    /** This error if its message begins with that file's name, else the same error with the name before it. */
    public InvalidInputException in(String fileName) {
        return getMessage().startsWith(fileName)
                ? this
                : new InvalidInputException(fileName + ": " + getMessage(), this);
    }

    /** The first line of the message. */
    public String headline() {
        return getMessage().lines().findFirst().orElse("");
    }
}
