package io.microscape.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL cluster in a temporary folder, on a free port of the loopback address, with nothing made durable. A shell
 * stands between the JVM and the server and reads its standard input to the end: that end comes however the JVM dies,
 * also by SIGKILL, and then the shell stops the server and deletes the folder.
 *
 * <p>PostgreSQL refuses to run as root; there the server runs as the user postgres, or nobody.
 */
final class ThrowAwayCluster {
    static final String USER = "microscape";

    private static final String LIFE = String.join(
            "\n",
            "trap '' INT TERM HUP",
            "\"$1/postgres\" -D \"$2/data\" -p \"$3\" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \\",
            "  -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60 \\",
            "  >\"$2/log\" 2>&1 &",
            "cat >/dev/null",
            "kill -QUIT $! 2>/dev/null",
            "wait $!",
            "cd /",
            "rm -rf \"$2\"");

    private final int port;

    private ThrowAwayCluster(int port) {
        this.port = port;
    }

    /**
     * A started cluster; empty where the machine has no PostgreSQL with PostGIS.
     *
     * @throws IllegalStateException if there is one and it does not start; the message has its log
     */
    static Optional<ThrowAwayCluster> start() {
        return binaries().map(bin -> {
            try {
                return start(bin);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static ThrowAwayCluster start(Path bin) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("microscape-postgis-");
        List<String> asServerUser = serverUser(folder);
        List<String> initdb = new ArrayList<>(asServerUser);
        initdb.addAll(List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + folder.resolve("data"),
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
        Process init = new ProcessBuilder(initdb)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(init.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (init.waitFor() != 0) {
            throw new IllegalStateException("initdb failed: " + said);
        }
        int port = freePort();
        List<String> life = new ArrayList<>(asServerUser);
        life.addAll(List.of("/bin/sh", "-c", LIFE, "postgis", bin.toString(), folder.toString(), "" + port));
        Process server = new ProcessBuilder(life)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ThrowAwayCluster cluster = new ThrowAwayCluster(port);
        cluster.awaitReady(server, folder.resolve("log"));
        return cluster;
    }

    private void awaitReady(Process server, Path log) throws IOException, InterruptedException {
        SQLException last = null;
        for (int attempt = 0; attempt < 300 && server.isAlive(); attempt++) {
            try {
                DriverManager.getConnection(jdbcUrl(), USER, "").close();
                return;
            } catch (SQLException e) {
                last = e;
                Thread.sleep(100);
            }
        }
        String said = Files.exists(log) ? Files.readString(log) : "";
        server.getOutputStream().close();
        throw new IllegalStateException("PostgreSQL did not start: " + said, last);
    }

    /** The newest installed PostgreSQL that has PostGIS. */
    private static Optional<Path> binaries() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .filter(version -> Files.exists(Path.of(
                            "/usr/share/postgresql", version.getFileName().toString(), "extension/postgis.control")))
                    .max(Comparator.comparingInt(ThrowAwayCluster::number))
                    .map(version -> version.resolve("bin"))
                    .or(ThrowAwayCluster::binariesOfPgConfig);
        } catch (IOException e) {
            return binariesOfPgConfig();
        }
    }

    private static Optional<Path> binariesOfPgConfig() {
        Optional<Path> bin = pgConfig("--bindir");
        boolean postgis = pgConfig("--sharedir")
                .filter(share -> Files.exists(share.resolve("extension/postgis.control")))
                .isPresent();
        return bin.filter(found -> postgis && Files.isExecutable(found.resolve("initdb")));
    }

    private static Optional<Path> pgConfig(String what) {
        try {
            Process process = new ProcessBuilder("pg_config", what).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(said.strip()).filter(path -> !path.isEmpty()).map(Path::of);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int number(Path version) {
        String name = version.getFileName().toString();
        return name.matches("\\d+") ? Integer.parseInt(name) : 0;
    }

    /** The command's beginning that changes to a user who may run the server; hands the folder to that user. */
    private static List<String> serverUser(Path folder) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        var users = folder.getFileSystem().getUserPrincipalLookupService();
        for (String user : List.of("postgres", "nobody")) {
            try {
                Files.setOwner(folder, users.lookupPrincipalByName(user));
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                return List.of("setpriv", "--reuid=" + user, "--clear-groups", "--");
            } catch (UserPrincipalNotFoundException e) {
                continue;
            }
        }
        throw new IllegalStateException("PostgreSQL does not run as root, and there is no user postgres or nobody");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
