package de.amtsfluss.processes.protokoll;

import com.zaxxer.hikari.HikariDataSource;
import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Protokolleintrag;
import de.amtsfluss.processes.VorgangId;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** A Protokoll in a database of its own, with a clock that the test moves. */
public final class ProtokollProbe implements AutoCloseable {

    private final String superuserPassword;
    private final String url;
    private final HikariDataSource pool = new HikariDataSource();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private volatile Instant now = Instant.parse("2026-11-26T08:00:00.123456Z");

    public ProtokollProbe(LocalStack stack) throws IOException, SQLException {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(stack.state().resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        superuserPassword = Objects.requireNonNull(secrets.getProperty("postgresql.postgres"));
        var shared = Objects.requireNonNull(stack.springProperties().get("spring.datasource.url"));
        var name = "protokoll_" + UUID.randomUUID().toString().replace("-", "");
        execute(shared, "create database " + name + " owner amtsfluss");
        url = shared.substring(0, shared.lastIndexOf('/') + 1) + name;
        pool.setJdbcUrl(url);
        pool.setUsername("amtsfluss");
        pool.setPassword(password(stack));
        Flyway.configure()
                .dataSource(pool)
                .schemas("processes")
                .createSchemas(true)
                .locations("classpath:db/migration/processes")
                .load()
                .migrate();
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(pool));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(pool));
        context.registerBean(Clock.class, this::clock);
        context.register(Transactions.class, ProtokollRepository.class, ProtokollSchreiber.class);
        context.refresh();
    }

    private static String password(LocalStack stack) {
        return Objects.requireNonNull(stack.springProperties().get("spring.datasource.password"));
    }

    /** Its address and who may read it, as the application is told. */
    public Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", pool.getUsername(),
                "SPRING_DATASOURCE_PASSWORD", pool.getPassword());
    }

    public Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    public void itIs(String instant) {
        now = Instant.parse(instant);
    }

    public JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    public long count(String sql) {
        return JdbcClient.create(jdbc()).sql(sql).query(Long.class).single();
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(context.getBean(JdbcTransactionManager.class));
    }

    public Protokoll protokoll() {
        return context.getBean(Protokoll.class);
    }

    /** Writes entries about Vorgaenge in one transaction. */
    public void write(VorgangId... vorgaenge) {
        transactions().executeWithoutResult(status -> {
            for (var vorgang : vorgaenge) {
                protokoll().write(vorgang, handlung(vorgang));
            }
        });
    }

    public static Handlung handlung(@Nullable Object objekt) {
        return new Handlung(Objektart.VORGANG, String.valueOf(objekt), Aktion.GEAENDERT).with("ort", null, null);
    }

    public List<Protokolleintrag> entries() {
        return jdbc().query(
                        "select " + ProtokollRepository.COLUMNS + " from processes.protokoll order by kette, nummer",
                        ProtokollRepository::read);
    }

    /** Does what the owner of the tables cannot: the superuser switches the triggers off. */
    public void tamper(String sql) {
        execute(url, "set session_replication_role = replica; " + sql);
    }

    private void execute(String database, String sql) {
        try (var connection = DriverManager.getConnection(database, "postgres", superuserPassword);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}
}
