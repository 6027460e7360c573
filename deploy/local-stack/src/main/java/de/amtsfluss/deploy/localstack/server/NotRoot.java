package de.amtsfluss.deploy.localstack.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs servers that refuse to run as root, where root is who starts them. */
final class NotRoot {

    private static final Path UNSHARE = Path.of("/usr/bin/unshare");

    private NotRoot() {}

    /** In a user namespace of its own root is nobody, and still owns its files. */
    static List<String> prefix() {
        return isRoot() ? List.of(UNSHARE.toString(), "--user") : List.of();
    }

    /** The same for a JVM that attaches to itself: it must be somebody, whom it finds as the owner of its files. */
    static List<String> somebody() {
        return isRoot() ? List.of(UNSHARE.toString(), "--user", "--map-user=65534", "--map-group=65534") : List.of();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(UNSHARE);
    }
}
