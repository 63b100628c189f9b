package io.microscape.store.h2;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/**
 * The file by which H2 tells other processes who has the database open. A killed process leaves it behind, and H2 then
 * watches it for two to three seconds before it believes so; the operating system knows at once.
 */
record LockFile(Path lock, Path data) {
    private static final int ANSWER_TIMEOUT_MS = 300;

    LockFile(Path database) {
        this(
                database.resolveSibling(database.getFileName() + ".lock.db"),
                database.resolveSibling(database.getFileName() + ".mv.db"));
    }

    /** Deletes it if its process is gone without having closed the database. */
    void deleteIfStale() throws IOException {
        if (Files.exists(lock) && Files.exists(data) && !ownerAnswers() && !dataIsLocked()) {
            Files.deleteIfExists(lock);
        }
    }

    /**
     * Whether the process named in the file answers. Asked before looking at the data file's own lock: within the owner's
     * JVM that look would release it.
     */
    private boolean ownerAnswers() throws IOException {
        Properties owner = new Properties();
        try (InputStream in = Files.newInputStream(lock)) {
            owner.load(in);
        }
        String[] address = owner.getProperty("server", "").split(":");
        if (address.length != 2) {
            return true;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address[0], Integer.parseInt(address[1])), ANSWER_TIMEOUT_MS);
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException | NumberFormatException e) {
            return true;
        }
    }

    private boolean dataIsLocked() throws IOException {
        try (FileChannel channel = FileChannel.open(data, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        }
    }
}
