package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemainingTimeTest {
    private static final long SECOND = 1_000_000_000;

    private final RemainingTime remaining = new RemainingTime();

    /** 100 of 400 in 5 s: 300 more in 15 s. */
    @Test
    void theRestGoesAsFastAsWhatIsDone() {
        assertThat(remaining.secondsAt("task", 0, 400, 7 * SECOND)).isEmpty();
        assertThat(remaining.secondsAt("task", 100, 400, 12 * SECOND)).hasValue(15);
        assertThat(remaining.secondsAt("task", 400, 400, 30 * SECOND)).hasValue(0);
    }

    @Test
    void nothingIsToldTooEarlyOrOfAnUnknownTotal() {
        assertThat(remaining.secondsAt("task", 10, 400, 7 * SECOND)).isEmpty();
        assertThat(remaining.secondsAt("task", 20, 400, 7 * SECOND + SECOND / 2))
                .isEmpty();
        assertThat(remaining.secondsAt("task", 20, -1, 60 * SECOND)).isEmpty();
    }

    @Test
    void aNewTaskBeginsAnew() {
        assertThat(remaining.secondsAt("first", 0, 10, 0)).isEmpty();
        assertThat(remaining.secondsAt("second", 0, 10, 100 * SECOND)).isEmpty();
        assertThat(remaining.secondsAt("second", 5, 10, 102 * SECOND)).hasValue(2);
    }
}
