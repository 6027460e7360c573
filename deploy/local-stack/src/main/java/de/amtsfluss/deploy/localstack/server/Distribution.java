package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.LocalStackException;
import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import de.amtsfluss.deploy.localstack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which the build has collected the servers.
 *
 * @param folder {@code deploy/local-stack-parts/target/parts}
 */
public record Distribution(Path folder) {

    private static final String PROPERTY = "amtsfluss.parts";
    private static final String USUAL_PLACE = "deploy/local-stack-parts/target/parts";

    /**
     * Finds the folder: the system property {@code amtsfluss.parts} names it, or it lies above the working folder.
     *
     * @return where the servers are, or should be
     */
    public static Distribution find() {
        String named = System.getProperty(PROPERTY);
        if (named != null && !named.isBlank()) {
            return new Distribution(Path.of(named).toAbsolutePath());
        }
        return new Distribution(above(Path.of("").toAbsolutePath(), USUAL_PLACE).orElse(Path.of(USUAL_PLACE)));
    }

    /**
     * Looks for a file or folder in a folder and in all folders above it.
     *
     * @param start where to begin
     * @param relative what to look for
     * @return the nearest one
     */
    static Optional<Path> above(Path start, String relative) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path wanted = folder.resolve(relative);
            if (Files.exists(wanted)) {
                return Optional.of(wanted);
            }
        }
        return Optional.empty();
    }

    /** A file or folder of a part, which must be there. */
    Path require(Part part, String relative) {
        Path path = folder.resolve(relative);
        if (!Files.exists(path)) {
            throw missing(part, path);
        }
        return path;
    }

    /** The only folder in a part's folder: what the archive unpacked to, named with its version. */
    Path unpacked(Part part) {
        Path top = require(part, part.fileName());
        try (Stream<Path> children = Files.list(top)) {
            return children.filter(Files::isDirectory)
                    .max(Path::compareTo)
                    .orElseThrow(() -> missing(part, top.resolve("*")));
        } catch (IOException failure) {
            throw new LocalStackException(
                    Reason.PART_MISSING,
                    "Expected to read the files of %s in %s, but failed.".formatted(part.label(), top),
                    failure);
        }
    }

    private static LocalStackException missing(Part part, Path path) {
        return new LocalStackException(
                Reason.PART_MISSING,
                "Expected the files of %s at %s, but nothing is there: build them with 'mvn -Dquickly package' or name their folder with -D%s."
                        .formatted(part.label(), path, PROPERTY));
    }
}
