package de.amtsfluss.processes.antrag;

import de.amtsfluss.processes.Anschrift;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Versandweg;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The applicant, read from the fields that a form marks by {@code "beteiligter": "‹part›"}.
 *
 * @param values what was filled in by part
 */
record Person(Map<String, String> values) {

    Beteiligter applicant(@Nullable String konto) {
        var name = Stream.of("vorname", "nachname")
                .map(values::get)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        var geburtsdatum = values.get("geburtsdatum");
        return new Beteiligter(
                Beteiligter.Rolle.ANTRAGSTELLER,
                name,
                geburtsdatum == null ? null : LocalDate.parse(geburtsdatum),
                anschrift(),
                values.get("email"),
                values.get("telefon"),
                wunsch(konto),
                konto);
    }

    private @Nullable Anschrift anschrift() {
        var strasse = values.get("strasse");
        var plz = values.get("plz");
        var ort = values.get("ort");
        return strasse == null || plz == null || ort == null ? null : new Anschrift(strasse, plz, ort);
    }

    /** Without a wish that can be fulfilled, a letter: it reaches everybody. */
    private Versandweg wunsch(@Nullable String konto) {
        var wunsch = values.getOrDefault("versandweg", "brief").toUpperCase(Locale.ROOT);
        return switch (Versandweg.valueOf(wunsch)) {
            case POSTFACH -> konto == null ? Versandweg.BRIEF : Versandweg.POSTFACH;
            case EMAIL -> values.get("email") == null ? Versandweg.BRIEF : Versandweg.EMAIL;
            case BRIEF, WEBHOOK -> Versandweg.BRIEF;
        };
    }
}
