package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.LocalStackException;
import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import de.amtsfluss.deploy.localstack.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** PostgreSQL with one database and one role of the same name for Amtsfluss and for Keycloak. */
public record PostgresqlServer(Site site) implements Server {

    /** The databases; each belongs to the role of its name. */
    static final List<String> DATABASES = List.of("amtsfluss", "keycloak");

    private static final String SUPERUSER = "postgres";

    /**
     * A connection that writes hundreds of rows at once needs some MB for it each time. glibc otherwise gives them back
     * each time too, and the kernel has to bring them anew, page by page. 32 MiB is the most that glibc takes for the
     * second.
     */
    private static final Map<String, String> KEEPING_MEMORY = Map.of(
            "MALLOC_TRIM_THRESHOLD_", "67108864",
            "MALLOC_MMAP_THRESHOLD_", "33554432",
            "MALLOC_TOP_PAD_", "1048576");

    @Override
    public Part part() {
        return Part.POSTGRESQL;
    }

    /**
     * The address of a database.
     *
     * @param database its name
     * @return a JDBC URL without credentials
     */
    public String url(String database) {
        return "jdbc:postgresql://%s/%s".formatted(site.address(Port.POSTGRESQL), database);
    }

    /**
     * The password of a role.
     *
     * @param role its name
     * @return kept in the state folder
     * @throws IOException if it cannot be read
     */
    public String password(String role) throws IOException {
        return site.secret("postgresql." + role);
    }

    private Path data() throws IOException {
        return site.folder(part()).resolve("data");
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Path data = data();
        if (Files.exists(data)) {
            // The state folder is ours alone and no recorded process lives, so a note of a running server is stale.
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            return;
        }
        Path half = data.resolveSibling("data.unfinished");
        StateFolder.deleteTree(half);
        Files.createDirectory(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        initialize(half);
        Files.move(half, data);
    }

    private void initialize(Path data) throws IOException, InterruptedException {
        Path password = data.resolveSibling("superuser");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, password(SUPERUSER));
        try {
            Process initdb = program(
                            "initdb",
                            "--pgdata=" + data,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8",
                            "--no-instructions",
                            "--no-sync")
                    .start(site.state().log(part()));
            if (initdb.waitFor() != 0) {
                throw new LocalStackException(
                        Reason.PART_DIED,
                        "Expected to create PostgreSQL's data folder, but initdb failed: see %s."
                                .formatted(site.state().log(part())));
            }
        } finally {
            Files.deleteIfExists(password);
        }
    }

    @Override
    public Command command() throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("-D", data().toString(), "-p", Integer.toString(site.port(Port.POSTGRESQL))));
        settings().forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return program("postgres", arguments.toArray(String[]::new));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "200");
        settings.put("shared_buffers", site.longRunning() ? "512MB" : "64MB");
        if (site.longRunning()) {
            // After each checkpoint whole pages are logged once more, so under load there should be few.
            settings.put("max_wal_size", "8GB");
            settings.put("checkpoint_timeout", "15min");
            // A new file of the log is filled with zeros while somebody waits for a commit, a used one is not.
            settings.put("min_wal_size", "1GB");
        }
        // A killed process loses nothing by this, only a machine that loses power.
        settings.put("fsync", site.throwAway() ? "off" : "on");
        return settings;
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody, and still owns its files. */
    private Command program(String name, String... arguments) throws IOException, InterruptedException {
        Path home = PostgresqlBinaries.in(site.distribution().folder());
        List<String> line = new ArrayList<>(NotRoot.prefix());
        line.add(home.resolve("bin").resolve(name).toString());
        line.addAll(Arrays.asList(arguments));
        Map<String, String> environment =
                new HashMap<>(Map.of("LD_LIBRARY_PATH", home.resolve("lib").toString(), "LC_ALL", "C", "TZ", "UTC"));
        if (site.longRunning()) {
            environment.putAll(KEEPING_MEMORY);
        }
        return new Command(line, environment, site.folder(part()));
    }

    @Override
    public boolean isReady() throws IOException {
        try (Connection connection = connect()) {
            for (String database : DATABASES) {
                create(connection, database);
            }
            return true;
        } catch (SQLException notYet) {
            throw new IOException(notYet);
        }
    }

    private Connection connect() throws SQLException, IOException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password(SUPERUSER));
        properties.setProperty("connectTimeout", "2");
        return DriverManager.getConnection(url(SUPERUSER), properties);
    }

    private void create(Connection connection, String database) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            if (!isThere(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", database)) {
                statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(database, password(database)));
            }
            if (!isThere(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                statement.execute("CREATE DATABASE %1$s OWNER %1$s".formatted(database));
            }
        }
    }

    private static boolean isThere(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** The fast shutdown: clients are disconnected, data is written. */
    @Override
    public String stopSignal() {
        return "INT";
    }
}
