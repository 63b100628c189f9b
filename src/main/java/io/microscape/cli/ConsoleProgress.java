package io.microscape.cli;

import io.microscape.study.Progress;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on stderr: a bar in a terminal, one line a task elsewhere. */
final class ConsoleProgress implements Progress, AutoCloseable {
    private final PrintStream err;
    private final boolean terminal;
    private String task;
    private ProgressBar bar;

    ConsoleProgress(PrintStream err) {
        this.err = err;
        this.terminal = isTerminal(System.console()) && System.getenv("TERM") != null;
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
            close();
            task = newTask;
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
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        task = null;
    }
}
