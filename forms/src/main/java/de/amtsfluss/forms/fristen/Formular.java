package de.amtsfluss.forms.fristen;

import de.amtsfluss.forms.fristen.Anfrage.Art;
import de.amtsfluss.processes.Frist;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the address of the page: what cannot be read is said at its field. */
final class Formular {

    private static final DateTimeFormatter GERMAN =
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.GERMANY).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern GERMAN_DAY = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}");

    private final Map<String, String> angaben;
    private final Map<String, String> fehler = new LinkedHashMap<>();

    Formular(Map<String, String> angaben) {
        this.angaben = angaben;
    }

    /** What is asked for; a period that runs forward where the address does not say. */
    Art art() {
        var art = choice("art", Art.values());
        return art == null ? Art.ABLAUF : art;
    }

    /** Whether the form was sent, not just opened. */
    boolean isSent() {
        return angaben.containsKey("am") || angaben.containsKey("versandtAm");
    }

    Anfrage read() {
        var verschiebung = choice("verschiebung", Verschiebung.values());
        return new Anfrage(
                art(),
                day("am"),
                number("zahl"),
                choice("einheit", Frist.Einheit.values()),
                choice("beginn", Frist.Beginn.values()),
                verschiebung == null ? null : verschiebung == Verschiebung.JA,
                choice("regime", Frist.Regime.values()),
                null,
                choice("versandart", Frist.Versandart.values()),
                day("versandtAm"),
                day("zugangAm"),
                choice("belehrung", Frist.Belehrung.values()),
                List.of());
    }

    /** A sentence for each field that could not be read. */
    Map<String, String> fehler() {
        return fehler;
    }

    private String text(String name) {
        return angaben.getOrDefault(name, "").strip();
    }

    private @Nullable LocalDate day(String name) {
        var text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return GERMAN_DAY.matcher(text).matches() ? LocalDate.parse(text, GERMAN) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            fehler.put(name, "Bitte geben Sie einen Tag als TT.MM.JJJJ an, zum Beispiel 29.09.2026.");
            return null;
        }
    }

    private @Nullable Integer number(String name) {
        var text = text(name);
        try {
            return text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            fehler.put(name, "Bitte geben Sie eine ganze Zahl an, zum Beispiel 14.");
            return null;
        }
    }

    private <E extends Enum<E>> @Nullable E choice(String name, E[] values) {
        var text = text(name);
        for (var value : values) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        if (!text.isEmpty()) {
            fehler.put(name, "Bitte wählen Sie einen der angebotenen Werte.");
        }
        return null;
    }

    /** Whether the end moves off weekends and holidays. */
    enum Verschiebung {
        /** It does. */
        JA,
        /** It does not. */
        NEIN
    }
}
