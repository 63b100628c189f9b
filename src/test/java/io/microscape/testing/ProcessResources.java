package io.microscape.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** What this process holds, as Linux tells it: file handles, mapped files, threads, heap. */
public final class ProcessResources {
    private static final int ATTEMPTS = 50;
    private static final long PAUSE_MILLIS = 200;

    private ProcessResources() {}

    /** Open file handles, sockets included. */
    public static long fileHandles() {
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            return handles.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mapped files below a folder that are deleted already. */
    public static long deletedFilesMapped(Path folder) {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)) {
            return maps.filter(line -> line.contains(folder.toString()) && line.endsWith("(deleted)"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Live threads of the virtual machine. */
    public static long threads() {
        return Thread.getAllStackTraces().size();
    }

    /** Bytes of direct buffers, mapped files not counted. */
    public static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    /** Bytes of the heap that are in use after a full collection. */
    public static long heapInUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Collects garbage until the condition holds, some seconds long; whether it does in the end. */
    public static boolean afterCollecting(Callable<Boolean> condition) throws Exception {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (condition.call()) {
                return true;
            }
            System.gc();
            Thread.sleep(PAUSE_MILLIS);
        }
        return condition.call();
    }
}
