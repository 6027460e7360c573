package de.amtsfluss.deploy.localstack.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, for a message. */
public final class LogTail {

    private static final int LINES = 12;
    private static final int BYTES = 8_192;

    private LogTail() {}

    /**
     * Reads the last lines.
     *
     * @param log may be missing
     * @return the lines, or why there are none; with the path of the file
     */
    public static String of(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return "Last lines of %s:%n  %s".formatted(log, String.join(System.lineSeparator() + "  ", last));
        } catch (IOException unreadable) {
            return "Its log %s cannot be read: %s".formatted(log, unreadable.getMessage());
        }
    }
}
