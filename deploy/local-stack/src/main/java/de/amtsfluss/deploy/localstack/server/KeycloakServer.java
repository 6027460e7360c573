package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.LocalStackException;
import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Keycloak on its own database, with the realm {@code amtsfluss} imported on the first start. */
public record KeycloakServer(Site site) implements Server {

    private static final int HEAP = 256;
    private static final String REALM = "deploy/keycloak/amtsfluss-realm.json";

    private static final List<String> SHARED = List.of("conf", "lib", "providers", "themes");

    /** What Keycloak fixes when it is built; a change of this list builds it again. */
    private static final List<String> BUILD = List.of(
            "build",
            "--db=postgres",
            "--health-enabled=true",
            "--http-management-health-enabled=false",
            "--features-disabled=kerberos,ciba,device-flow,impersonation,par");

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    /**
     * The address by which the realm signs its tokens.
     *
     * @return an absolute URL
     */
    public String issuer() {
        return url() + "/realms/amtsfluss";
    }

    private String url() {
        return "http://" + site.address(Port.KEYCLOAK);
    }

    /**
     * The secret of the client {@code amtsfluss}.
     *
     * @return kept in the state folder
     * @throws IOException if it cannot be read
     */
    public String clientSecret() throws IOException {
        return site.secret("keycloak.client");
    }

    /** The folder that Keycloak takes for its home: its own data, everything else shared with other state folders. */
    private Path home() throws IOException {
        return site.folder(part()).resolve("home");
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Path built = built();
        Path home = home();
        Path imports = Files.createDirectories(home.resolve("data").resolve("import"));
        for (String shared : SHARED) {
            Files.deleteIfExists(home.resolve(shared));
            Files.createSymbolicLink(home.resolve(shared), built.resolve(shared));
        }
        Files.copy(realm(), imports.resolve("amtsfluss-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path realm() {
        return Distribution.above(site.distribution().folder(), REALM)
                .or(() -> Distribution.above(Path.of("").toAbsolutePath(), REALM))
                .orElseThrow(() -> new LocalStackException(
                        Reason.PART_MISSING,
                        "Expected Keycloak's realm at %s above %s, but nothing is there."
                                .formatted(REALM, site.distribution().folder())));
    }

    /** Keycloak with its choice of database built in, which takes half a minute and is done once. */
    private Path built() throws IOException, InterruptedException {
        Path original = site.distribution().unpacked(part());
        String key = Integer.toHexString((original + String.join(" ", BUILD)).hashCode());
        return new Once(site.distribution().folder().resolve("keycloak-built")).get(key, half -> build(original, half));
    }

    private void build(Path original, Path half) throws IOException, InterruptedException {
        Files.createDirectories(half.resolve("lib").resolve("quarkus"));
        for (String shared : List.of("conf", "providers", "themes", "lib/app", "lib/lib", "lib/quarkus-run.jar")) {
            Files.createSymbolicLink(half.resolve(shared), original.resolve(shared));
        }
        try (var files = Files.list(original.resolve("lib").resolve("quarkus"))) {
            for (Path file : files.toList()) {
                Files.copy(file, half.resolve("lib").resolve("quarkus").resolve(file.getFileName()));
            }
        }
        Process build = java(half, half)
                .arguments(BUILD.toArray(String[]::new))
                .build()
                .start(site.state().log(part()));
        if (build.waitFor() != 0) {
            throw new LocalStackException(
                    Reason.PART_DIED,
                    "Expected to build Keycloak for PostgreSQL, but that failed.%n%s"
                            .formatted(LogTail.of(site.state().log(part()))));
        }
    }

    private JavaCommand java(Path home, Path program) throws IOException {
        return new JavaCommand(site.folder(part()), HEAP)
                .temporaryFolder(site.emptyTemporaryFolder(part()))
                .options("--add-opens=java.base/java.util=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED")
                .options("--add-opens=java.base/java.util.concurrent=ALL-UNNAMED")
                .options("--add-opens=java.base/java.security=ALL-UNNAMED")
                .options("--add-opens=java.base/java.lang=ALL-UNNAMED")
                .options("-Dkc.home.dir=" + home, "-Djboss.server.config.dir=" + home.resolve("conf"))
                .options("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                .options("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory")
                .options("-Dpicocli.disable.closures=true", "-Duser.language=en", "-Duser.country=US")
                .classPath(
                        program.resolve("lib").resolve("quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    @Override
    public Command command() throws IOException {
        PostgresqlServer database = new PostgresqlServer(site);
        return java(home(), home().resolve("lib").toRealPath().resolveSibling(""))
                .arguments("start", "--optimized", "--import-realm", "--cache=local")
                .arguments("--log-level=INFO,io.smallrye.health:WARN")
                .arguments("--http-enabled=true", "--http-host=127.0.0.1")
                .arguments("--http-port=" + site.port(Port.KEYCLOAK), "--hostname=" + url())
                .environment("KC_DB_URL", database.url("keycloak"))
                .environment("KC_DB_USERNAME", "keycloak")
                .environment("KC_DB_PASSWORD", database.password("keycloak"))
                .environment("KC_DB_POOL_MAX_SIZE", "10")
                .environment("KC_BOOTSTRAP_ADMIN_USERNAME", "admin")
                .environment("KC_BOOTSTRAP_ADMIN_PASSWORD", site.secret("keycloak.admin"))
                .environment("AMTSFLUSS_CLIENT_SECRET", clientSecret())
                .build();
    }

    @Override
    public boolean isReady() throws IOException {
        return !Probe.get(url() + "/health/ready").isEmpty()
                && Probe.get(issuer() + "/.well-known/openid-configuration").contains(issuer());
    }
}
