package de.amtsfluss.deploy.localstack.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together the command of a child JVM; it runs on the same JDK as this process. */
final class JavaCommand {

    private static final int FIRST_THAT_WARNS = 23;
    private static final int FIRST_WITH_COMPACT_HEADERS = 25;
    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    private final List<String> options = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Path folder;

    /**
     * A JVM for a small server.
     *
     * @param folder the working folder
     * @param heap the largest heap in MiB
     */
    JavaCommand(Path folder, int heap) {
        this.folder = folder;
        // The second compiler makes long-running servers faster, but takes a third more time until they are ready.
        options(FIRST_COMPILER_ONLY);
        options("-Xmx" + heap + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto");
        options("-Dfile.encoding=UTF-8", "-Djava.awt.headless=true");
        // glibc otherwise keeps one memory arena per thread, which costs native-heavy servers hundreds of MiB.
        environment.put("MALLOC_ARENA_MAX", "2");
    }

    /**
     * Compiles what runs often a second time, makes objects smaller and takes memory in large pages, if the site is to
     * run for long.
     */
    JavaCommand tunedFor(Site site) {
        if (site.longRunning()) {
            options.remove(FIRST_COMPILER_ONLY);
            if (Runtime.version().feature() >= FIRST_WITH_COMPACT_HEADERS) {
                options("-XX:+UseCompactObjectHeaders");
            }
            if (System.getProperty("os.name").equals("Linux")) {
                options("-XX:+UseTransparentHugePages");
            }
        }
        return this;
    }

    JavaCommand options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Lets libraries use {@code sun.misc.Unsafe} without a warning; older JDKs neither warn nor know the option. */
    JavaCommand allowUnsafe() {
        return Runtime.version().feature() < FIRST_THAT_WARNS ? this : options("--sun-misc-unsafe-memory-access=allow");
    }

    /**
     * Starts with the classes that an earlier process has kept in a file, which takes about half the time.
     *
     * @param record make the file, or make it anew, when this process ends; that makes this start slower
     */
    JavaCommand startUpArchive(Path archive, boolean record) {
        if (record) {
            options("-XX:+AutoCreateSharedArchive");
        }
        return record || Files.exists(archive) ? options("-XX:SharedArchiveFile=" + archive) : this;
    }

    JavaCommand temporaryFolder(Path temporary) {
        return options("-Djava.io.tmpdir=" + temporary);
    }

    JavaCommand classPath(String classPath, String mainClass) {
        arguments.addAll(List.of("-cp", classPath, mainClass));
        return this;
    }

    JavaCommand jar(Path jar) {
        arguments.addAll(List.of("-jar", jar.toString()));
        return this;
    }

    JavaCommand arguments(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    JavaCommand environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Command build() {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(arguments);
        return new Command(List.copyOf(line), Map.copyOf(environment), folder);
    }
}
