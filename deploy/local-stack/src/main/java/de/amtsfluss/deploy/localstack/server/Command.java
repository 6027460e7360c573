package de.amtsfluss.deploy.localstack.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command line with its environment.
 *
 * @param line program and arguments; no secrets, since every user of the machine can read them
 * @param environment added to the environment of this process
 * @param folder the working folder
 */
public record Command(List<String> line, Map<String, String> environment, Path folder) {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /**
     * Starts the process in a session of its own, so that Ctrl-C at the terminal reaches this process only and the
     * parts are stopped one after the other.
     *
     * @param log receives everything the process prints, appended
     * @return the started process; its number is that of the server itself
     * @throws IOException if the program cannot be started
     */
    public Process start(Path log) throws IOException {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            words.add(SETSID.toString());
        }
        words.addAll(line);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
