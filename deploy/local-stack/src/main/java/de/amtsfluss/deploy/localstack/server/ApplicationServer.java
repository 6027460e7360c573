package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.LocalStackException;
import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import de.amtsfluss.deploy.localstack.state.StateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Amtsfluss itself; its settings, secrets among them, reach it by the environment. */
record ApplicationServer(Site site, Map<String, String> properties) implements Server {

    private static final int HEAP = 512;
    private static final int LONG_RUNNING_HEAP = 4096;
    private static final String FOLDER = "deploy/application/target";
    private static final String JAR = "application-*.jar";

    @Override
    public Part part() {
        return Part.APPLICATION;
    }

    /** Unpacks the jar, since the JVM keeps start-up archives only of jars that lie side by side. */
    @Override
    public void prepare() throws IOException, InterruptedException {
        Path jar = jar(site.distribution().folder());
        Path unpacked = unpacked();
        String origin = jar + " " + checksum(jar);
        Path note = unpacked.resolveSibling("unpacked-from");
        if (Files.exists(note) && Files.readString(note).equals(origin)) {
            return;
        }
        Files.deleteIfExists(note);
        // The JVM knows a changed jar by its size and time, and the time of a reproducible jar never changes.
        Files.deleteIfExists(startUpArchive());
        StateFolder.deleteTree(unpacked);
        Process extract = new JavaCommand(site.folder(part()), HEAP)
                .options("-Djarmode=tools")
                .jar(jar)
                .arguments("extract", "--destination", unpacked.toString())
                .build()
                .start(site.state().log(part()));
        if (extract.waitFor() != 0) {
            throw new LocalStackException(
                    Reason.PART_DIED,
                    "Expected to unpack %s, but that failed.%n%s"
                            .formatted(jar, LogTail.of(site.state().log(part()))));
        }
        Files.writeString(note, origin);
    }

    private static String checksum(Path jar) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream bytes = new CheckedInputStream(Files.newInputStream(jar), checksum)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return Long.toHexString(checksum.getValue());
    }

    private Path startUpArchive() throws IOException {
        return site.folder(part()).resolve("start-up.jsa");
    }

    private Path unpacked() throws IOException {
        return site.folder(part()).resolve("unpacked");
    }

    private static Path jar(Path start) throws IOException {
        String named = System.getProperty("amtsfluss.application");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        Path target = Distribution.above(start, FOLDER).orElse(start.resolve(FOLDER));
        if (Files.isDirectory(target)) {
            try (var jars = Files.newDirectoryStream(target, JAR)) {
                for (Path jar : jars) {
                    return jar;
                }
            }
        }
        throw new LocalStackException(
                Reason.PART_MISSING,
                "Expected the application at %s, but it is not built: run 'mvn -Dquickly package' or name the jar with -Damtsfluss.application."
                        .formatted(target.resolve(JAR)));
    }

    @Override
    public Command command() throws IOException {
        return jvm().temporaryFolder(site.emptyTemporaryFolder(part()))
                .options("--enable-native-access=ALL-UNNAMED")
                .allowUnsafe()
                .startUpArchive(startUpArchive(), !site.throwAway())
                .jar(unpacked().resolve(jar(site.distribution().folder()).getFileName()))
                .environment("SPRING_APPLICATION_JSON", json(properties))
                .build();
    }

    private JavaCommand jvm() throws IOException {
        if (!site.longRunning()) {
            return new JavaCommand(site.folder(part()), HEAP);
        }
        // Most of what sensors leave behind is garbage at once, so the more room it has the seldomer it is collected.
        return new JavaCommand(site.folder(part()), LONG_RUNNING_HEAP)
                .tunedFor(site)
                .options("-Xmn3072m")
                // Reaching the usual limits of classes and code means collecting everything, and it passes them always.
                .options("-XX:MetaspaceSize=384m", "-XX:ReservedCodeCacheSize=512m", "-XX:SweeperThreshold=50")
                .options(GraalCompiler.options(unpacked().resolve("lib")).toArray(String[]::new));
    }

    private static String json(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> "\"%s\":\"%s\"".formatted(escaped(entry.getKey()), escaped(entry.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    public boolean isReady() throws IOException {
        String management = properties.get("management.server.port");
        String address = management == null ? site.address(Port.APPLICATION) : "127.0.0.1:" + management;
        return Probe.get("http://%s/actuator/health/readiness".formatted(address))
                .contains("UP");
    }
}
