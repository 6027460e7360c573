package de.amtsfluss.forms.aussonderung;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Aussonderungseintrag;
import de.amtsfluss.processes.Bewertung;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list as CSV (RFC 4180), with semicolons and a byte order mark as German spreadsheets want it. */
final class Verzeichnis {

    private static final List<String> HEADER = List.of(
            "Nr.",
            "Kennzeichen",
            "Betreff",
            "Laufzeit von",
            "Laufzeit bis",
            "Aufzubewahren bis",
            "Aussonderungsart",
            "Vorschlag",
            "Bewertung",
            "Stand",
            "Archivkennung");

    private Verzeichnis() {}

    static byte[] of(List<Aussonderungseintrag> eintraege) {
        return Stream.concat(Stream.of(HEADER), eintraege.stream().map(Verzeichnis::row))
                .map(row -> row.stream().map(Verzeichnis::cell).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(Aussonderungseintrag eintrag) {
        return List.of(
                Integer.toString(eintrag.nummer()),
                eintrag.kennzeichen(),
                text(eintrag.betreff()),
                Anzeige.date(eintrag.laufzeitBeginn()),
                Anzeige.date(eintrag.laufzeitEnde()),
                Anzeige.date(eintrag.aufbewahrungsende()),
                eintrag.aussonderungsart().code(),
                eintrag.vorschlag().map(Bewertung::code).orElse(""),
                Optional.ofNullable(eintrag.bewertung()).map(Bewertung::code).orElse(""),
                Worte.of(eintrag.stand()),
                text(eintrag.archivkennung()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What a spreadsheet would take for a formula gets an apostrophe before it (OWASP: CSV Injection). */
    private static String cell(String text) {
        var harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
