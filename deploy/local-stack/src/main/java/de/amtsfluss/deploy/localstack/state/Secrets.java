package de.amtsfluss.deploy.localstack.state;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of one state folder: drawn at random on first use, kept in a file that only its owner can read. */
public final class Secrets {

    private static final int BYTES = 24;

    private final Path file;
    private final Properties values = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path file) throws IOException {
        Secrets secrets = new Secrets(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.values.load(reader);
            }
        }
        return secrets;
    }

    /**
     * One secret, drawn when it is asked for the first time.
     *
     * @param name what it is for
     * @return hexadecimal digits
     * @throws IOException if a new secret cannot be kept
     */
    public synchronized String get(String name) throws IOException {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String drawn = HexFormat.of().formatHex(random);
        values.setProperty(name, drawn);
        save();
        return drawn;
    }

    synchronized void forget() {
        values.clear();
    }

    private void save() throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (Writer writer = Files.newBufferedWriter(file, StandardOpenOption.TRUNCATE_EXISTING)) {
            values.store(writer, "Secrets of this state folder; they go with it");
        }
    }
}
