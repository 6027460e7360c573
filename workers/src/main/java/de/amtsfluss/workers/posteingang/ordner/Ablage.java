package de.amtsfluss.workers.posteingang.ordner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/** Where scans go after they were looked at; nothing is deleted or replaced. */
final class Ablage {

    private static final int SHORT = 8;

    private final Path folder;

    Ablage(Path folder) {
        this.folder = folder;
    }

    /** The scan is kept; its sheet goes with it. */
    void done(Path scan, String eingangsnummer) throws IOException {
        move(scan, folder.resolve("erledigt"), eingangsnummer + "_");
    }

    /** The scan was not taken; the reason lies beside it. */
    void refuse(Path scan, List<String> reasons) throws IOException {
        var prefix = UUID.randomUUID().toString().substring(0, SHORT) + "_";
        var target = folder.resolve("fehler");
        Files.createDirectories(target);
        Files.writeString(
                target.resolve(prefix + scan.getFileName() + ".grund.txt"), String.join("\n", reasons) + "\n");
        move(scan, target, prefix);
    }

    /** The scan goes last: were it gone first, a crash would leave its sheet behind for another scan of the name. */
    private static void move(Path scan, Path target, String prefix) throws IOException {
        Files.createDirectories(target);
        try {
            move(Begleitblatt.of(scan), target.resolve(prefix + scan.getFileName() + Begleitblatt.ENDING));
        } catch (NoSuchFileException e) {
            // Most scans have no sheet.
        }
        move(scan, target.resolve(prefix + scan.getFileName()));
    }

    private static void move(Path file, Path to) throws IOException {
        Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
