package de.amtsfluss.processes.formular;

import java.util.regex.Pattern;

/** What a text may be. */
public final class Texts {

    /** What browsers take for an address (HTML, input type email). */
    private static final Pattern EMAIL =
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                    + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+");

    private Texts() {}

    /** Whether it is an e-mail address. */
    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    /** Control characters other than tab and line ends, and those that turn the direction of writing around. */
    public static boolean isUnwritable(String text) {
        return text.codePoints()
                .anyMatch(
                        letter -> (Character.isISOControl(letter) && letter != '\t' && letter != '\n' && letter != '\r')
                                || (letter >= 0x202A && letter <= 0x202E)
                                || (letter >= 0x2066 && letter <= 0x2069));
    }
}
