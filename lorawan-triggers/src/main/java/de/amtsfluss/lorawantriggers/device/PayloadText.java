package de.amtsfluss.lorawantriggers.device;

import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A payload as people write it. */
public final class PayloadText {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s:-]|0x");
    private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2})*");

    private PayloadText() {}

    /**
     * The bytes of a text: hexadecimal, with or without separators, otherwise Base64. A text that could be both is
     * hexadecimal, unless it begins with {@code base64:}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static byte[] bytes(String text) {
        var bare = text.strip();
        if (bare.startsWith("base64:")) {
            return Base64.getDecoder().decode(bare.substring("base64:".length()));
        }
        var digits = SEPARATORS.matcher(bare).replaceAll("");
        if (HEX.matcher(digits).matches()) {
            return HexFormat.of().parseHex(digits);
        }
        try {
            return Base64.getDecoder().decode(bare);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Expected a payload in hexadecimal or Base64, but found '%s'".formatted(text), e);
        }
    }
}
