package de.amtsfluss.deploy.localstack.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The compiler of Graal, which translates what devices' codecs do often; without it they are interpreted. The JVM keeps
 * no start-up archive with it, and it takes some minutes to pay.
 */
final class GraalCompiler {

    /** The compiler and the modules it requires, by the names of their jars. */
    private static final Pattern MODULE =
            Pattern.compile("(compiler|truffle-compiler|collections|word|jniutils|nativeimage)-(\\d+)\\.[\\d.]+\\.jar");

    private static final int MODULES = 6;

    private GraalCompiler() {}

    /**
     * The options of a JVM that has it.
     *
     * @param libraries the folder with the application's jars
     * @return empty where it is not complete or belongs to another JDK than this one
     */
    static List<String> options(Path libraries) throws IOException {
        var modules = new TreeMap<String, Path>();
        try (var jars = Files.newDirectoryStream(libraries, "*.jar")) {
            for (Path jar : jars) {
                var module = MODULE.matcher(jar.getFileName().toString());
                if (module.matches()
                        && Integer.parseInt(module.group(2))
                                == Runtime.version().feature()) {
                    modules.put(module.group(1), jar);
                }
            }
        }
        if (modules.size() < MODULES) {
            return List.of();
        }
        var path = new ArrayList<String>();
        modules.values().forEach(jar -> path.add(jar.toString()));
        return List.of(
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+EnableJVMCI",
                "--upgrade-module-path=" + String.join(System.getProperty("path.separator"), path));
    }
}
