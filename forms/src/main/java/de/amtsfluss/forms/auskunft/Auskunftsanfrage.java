package de.amtsfluss.forms.auskunft;

import de.amtsfluss.processes.Anschrift;
import de.amtsfluss.processes.Auskuenfte.Neu;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Kanal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is entered.
 *
 * @param eingegangenAm the day it was received
 * @param kanal how it came in
 * @param vorname the first name
 * @param nachname the family name
 * @param fruehererName an earlier family name
 * @param geburtsdatum the birthday
 * @param strasse street and number
 * @param plz the postcode
 * @param ort the place
 * @param email an e-mail address
 * @param konto an account in the portal
 */
record Auskunftsanfrage(
        @Nullable LocalDate eingegangenAm,
        @Nullable Kanal kanal,
        @Nullable String vorname,
        @Nullable String nachname,
        @Nullable String fruehererName,
        @Nullable LocalDate geburtsdatum,
        @Nullable String strasse,
        @Nullable String plz,
        @Nullable String ort,
        @Nullable String email,
        @Nullable String konto) {

    /** From the fields of the page; what cannot be read is left out. */
    static Auskunftsanfrage of(Map<String, String> fields) {
        return new Auskunftsanfrage(
                day(fields.get("eingegangenAm")),
                kanal(fields.get("kanal")),
                fields.get("vorname"),
                fields.get("nachname"),
                fields.get("fruehererName"),
                day(fields.get("geburtsdatum")),
                fields.get("strasse"),
                fields.get("plz"),
                fields.get("ort"),
                fields.get("email"),
                fields.get("konto"));
    }

    /** What cannot be read: a sentence by field. */
    static Map<String, String> unreadable(Map<String, String> fields) {
        var unreadable = new LinkedHashMap<String, String>();
        Stream.of("eingegangenAm", "geburtsdatum")
                .filter(field -> given(fields.get(field)) != null && day(fields.get(field)) == null)
                .forEach(field -> unreadable.put(field, "Das ist kein Datum."));
        return unreadable;
    }

    Neu neu() {
        var person = new Person(
                or(vorname), or(nachname), given(fruehererName), geburtsdatum, anschrift(), given(email), given(konto));
        return new Neu(eingegangenAm, kanal, person);
    }

    private @Nullable Anschrift anschrift() {
        return given(strasse) == null && given(plz) == null && given(ort) == null
                ? null
                : new Anschrift(or(strasse), or(plz), or(ort));
    }

    static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Kanal kanal(@Nullable String text) {
        return Stream.of(Kanal.values())
                .filter(kanal -> kanal.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
