package de.amtsfluss.lorawantriggers.networkserver;

import de.amtsfluss.lorawantriggers.DevEui;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** Documents as the network servers write them, under {@code network-servers} of the test's resources. */
public final class Recorded {

    /** The device they are about. */
    public static final DevEui DEVICE = new DevEui("24E1247140000001");

    private Recorded() {}

    /** A document of the device. */
    public static String document(String server, String name) {
        var path = "/network-servers/%s/%s.json".formatted(server, name);
        try (var file = Objects.requireNonNull(Recorded.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of another device, with other deduplication ids. */
    public static byte[] document(String server, String name, DevEui other) {
        var digits = other.value().substring(8).toLowerCase(Locale.ROOT);
        return document(server, name)
                .replace(DEVICE.value(), other.value())
                .replace(DEVICE.value().toLowerCase(Locale.ROOT), other.value().toLowerCase(Locale.ROOT))
                .replace("-4fb7-4b1c-b295-66b44edc45a6", "-4fb7-4b1c-b295-0000" + digits)
                .getBytes(StandardCharsets.UTF_8);
    }
}
