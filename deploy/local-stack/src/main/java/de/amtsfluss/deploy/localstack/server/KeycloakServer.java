package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.LocalStackException;
import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import de.amtsfluss.deploy.localstack.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Keycloak on its own database, with the realm {@code amtsfluss} imported on the first start. */
public record KeycloakServer(Site site) implements Server {

    private static final int HEAP = 256;
    private static final String REALM = "deploy/keycloak/amtsfluss-realm.json";

    /** What Keycloak fixes when it is built; a change of this list builds it again. */
    private static final List<String> BUILD = List.of(
            "build",
            "--db=postgres",
            "--cache=local",
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

    private Path home() throws IOException {
        return site.folder(part()).resolve("home");
    }

    /** Each state folder has a home of its own, so that its build and its realm do not meddle with another's. */
    @Override
    public void prepare() throws IOException, InterruptedException {
        Path original = site.distribution().unpacked(part());
        Path home = home();
        Path built = home.resolve("built");
        String wanted = original + "\n" + String.join("\n", BUILD);
        if (!Files.exists(built) || !Files.readString(built).equals(wanted)) {
            StateFolder.deleteTree(home);
            copy(original, home);
            build();
            Files.writeString(built, wanted);
        }
        Path imports = Files.createDirectories(home.resolve("data").resolve("import"));
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

    private static void copy(Path original, Path home) throws IOException {
        // The build writes into lib/quarkus; the libraries themselves are only read and need no copy.
        Files.createDirectories(home.resolve("lib").resolve("quarkus"));
        for (String shared : List.of("conf", "providers", "themes")) {
            Files.createSymbolicLink(home.resolve(shared), original.resolve(shared));
        }
        try (var libraries = Files.list(original.resolve("lib"))) {
            for (Path library :
                    libraries.filter(path -> !path.endsWith("quarkus")).toList()) {
                Files.createSymbolicLink(home.resolve("lib").resolve(library.getFileName()), library);
            }
        }
        try (var files = Files.list(original.resolve("lib").resolve("quarkus"))) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve("lib").resolve("quarkus").resolve(file.getFileName()));
            }
        }
    }

    private void build() throws IOException, InterruptedException {
        Process build = java().arguments(BUILD.toArray(String[]::new))
                .build()
                .start(site.state().log(part()));
        if (build.waitFor() != 0) {
            throw new LocalStackException(
                    Reason.PART_DIED,
                    "Expected to prepare Keycloak for PostgreSQL, but its build failed: see %s."
                            .formatted(site.state().log(part())));
        }
    }

    private JavaCommand java() throws IOException {
        Path home = home();
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
                        home.resolve("lib").resolve("quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    @Override
    public Command command() throws IOException {
        PostgresqlServer database = new PostgresqlServer(site);
        return java().arguments("start", "--optimized", "--import-realm")
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
