package de.amtsfluss.lorawantriggers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The worldwide unique number of a LoRaWAN device.
 *
 * @param value 16 hexadecimal digits; kept in upper case
 */
public record DevEui(@JsonValue String value) {

    private static final Pattern HEX_16 = Pattern.compile("[0-9A-F]{16}");

    /**
     * Brings the digits to upper case.
     *
     * @throws IllegalArgumentException if the value is not made of 16 hexadecimal digits
     */
    @JsonCreator
    public DevEui {
        value = value.toUpperCase(Locale.ROOT);
        if (!HEX_16.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Expected a devEui of 16 hexadecimal digits, but found '%s'".formatted(value));
        }
    }

    /** Reads what somebody wrote; empty if it is no devEui. */
    public static Optional<DevEui> read(String text) {
        try {
            return Optional.of(new DevEui(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
