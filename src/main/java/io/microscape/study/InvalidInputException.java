package io.microscape.study;

import java.util.ArrayList;
import java.util.List;

/**
 * Input that cannot be used. The message is for the user: its first line names the file, the feature and the mend; more
 * lines may list further problems. It is printed without a stack trace.
 */
public class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> problems = new ArrayList<>();

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
        InvalidInputException all = new InvalidInputException(headline + "\n  " + String.join("\n  ", problems));
        all.problems.addAll(problems);
        return all;
    }

    /** This error if its message begins with that file's name, else the same error with the name before it. */
    public InvalidInputException in(String fileName) {
        if (getMessage().startsWith(fileName)) {
            return this;
        }
        InvalidInputException named = new InvalidInputException(fileName + ": " + getMessage(), this);
        named.problems.addAll(problems);
        return named;
    }

    /** What is listed below the headline; empty when the headline says it all. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The first line of the message. */
    public String headline() {
        return getMessage().lines().findFirst().orElse("");
    }
}
