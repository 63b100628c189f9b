package io.microscape.carbon;

import java.util.List;

/** Why a row cannot be accounted for: everything that is wrong with it. */
final class AccountingProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    AccountingProblem(String problem) {
        this(List.of(problem));
    }

    AccountingProblem(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
