package io.microscape.cli;

import io.microscape.pipeline.RemainingTime;
import io.microscape.study.Progress;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.OptionalLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress on stderr: in a terminal a bar with the time that is left, elsewhere a line a task and, every ten seconds, how far it
 * is and how long it will still take. While it is open, an interrupt (Ctrl-C) says in one line what becomes of the work.
 */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final long BETWEEN_LINES_NANOS = Duration.ofSeconds(10).toNanos();

    private final PrintStream err;
    private final boolean terminal;
    private final RemainingTime remaining = new RemainingTime();
    private final Thread onInterrupt = new Thread(this::interrupted);
    private volatile String task;
    private ProgressBar bar;
    private long toldNanos;

    ConsoleProgress(PrintStream err) {
        this.err = err;
        this.terminal = isTerminal(System.console()) && System.getenv("TERM") != null;
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    /** From Java 22 on there is a console even where there is no terminal, and a method that tells. */
    private static boolean isTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    @Override
    public synchronized void at(String newTask, long done, long total) {
        if (!newTask.equals(task)) {
            endBar();
            task = newTask;
            toldNanos = System.nanoTime();
            if (terminal) {
                bar = new ProgressBarBuilder()
                        .setTaskName(newTask)
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(new ConsoleProgressBarConsumer(err))
                        .setSpeedUnit(java.time.temporal.ChronoUnit.SECONDS)
                        .startsFrom(0, Duration.ZERO)
                        .build();
            } else {
                err.println(newTask);
            }
        }
        if (bar != null) {
            bar.maxHint(total).stepTo(done);
        } else {
            tell(done, total);
        }
    }

    private void tell(long done, long total) {
        long now = System.nanoTime();
        OptionalLong seconds = remaining.secondsAt(task, done, total, now);
        if (seconds.isPresent() && now - toldNanos >= BETWEEN_LINES_NANOS) {
            toldNanos = now;
            err.printf("%s: %,d of %,d, about %d s left%n", task, done, total, seconds.getAsLong());
        }
    }

    /** The virtual machine ends by a signal; its exit code is that of the signal, 130 for an interrupt. */
    private void interrupted() {
        err.println("microscape: interrupted" + (task == null ? "" : " while " + task)
                + "; steps that were complete are kept, this one is undone");
        err.flush();
    }

    @Override
    public synchronized void close() {
        endBar();
        task = null;
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            return; // it is being run: the program was interrupted
        }
    }

    private void endBar() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
