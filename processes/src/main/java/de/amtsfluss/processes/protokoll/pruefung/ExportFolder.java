package de.amtsfluss.processes.protokoll.pruefung;

import java.nio.file.Path;

/**
 * A folder with an exported Protokoll.
 *
 * @param path where it is
 */
record ExportFolder(Path path) {

    /** The entries in the order of chain and number. */
    Path entries() {
        return path.resolve("protokoll.jsonl");
    }

    /** The seals in their order. */
    Path seals() {
        return path.resolve("siegel.jsonl");
    }
}
