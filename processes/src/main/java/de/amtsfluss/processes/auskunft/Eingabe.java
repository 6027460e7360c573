package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Anschrift;
import de.amtsfluss.processes.Auskuenfte.Neu;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.formular.Texts;
import de.amtsfluss.processes.vorgang.Kennzeichen;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what is entered for a new request. */
final class Eingabe {

    /** Since when the DSGVO holds (Art. 99 Abs. 2). */
    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 5, 25);

    private static final int LONGEST = 200;

    private final Map<String, String> maengel = new LinkedHashMap<>();

    private Eingabe() {}

    /** A German sentence by field, none if all is well. */
    static Map<String, String> check(Neu wanted, LocalDate today) {
        var eingabe = new Eingabe();
        eingabe.checkRequest(wanted, today);
        eingabe.checkPerson(wanted.person(), today);
        return eingabe.maengel;
    }

    private void checkRequest(Neu wanted, LocalDate today) {
        var day = wanted.eingegangenAm();
        if (day == null) {
            maengel.put("eingegangenAm", "Bitte geben Sie den Tag des Eingangs an.");
        } else if (day.isAfter(today) || day.isBefore(FIRST_DAY)) {
            maengel.put("eingegangenAm", "Der Tag des Eingangs liegt nicht zwischen dem 25.05.2018 und heute.");
        }
        if (wanted.kanal() == null) {
            maengel.put("kanal", "Bitte geben Sie an, wie die Anfrage eingegangen ist.");
        }
    }

    private void checkPerson(Person person, LocalDate today) {
        text("vorname", person.vorname());
        if (Kennzeichen.plain(person.nachname()).isEmpty()) {
            maengel.put("nachname", "Bitte geben Sie den Nachnamen an.");
        }
        text("nachname", person.nachname());
        text("fruehererName", person.fruehererName());
        text("konto", person.konto());
        var geburtsdatum = person.geburtsdatum();
        if (geburtsdatum != null && (geburtsdatum.isAfter(today) || geburtsdatum.getYear() < 1900)) {
            maengel.put("geburtsdatum", "Das Geburtsdatum liegt nicht zwischen 1900 und heute.");
        }
        if (person.email() != null && !Texts.isEmail(person.email())) {
            maengel.put("email", "Das ist keine E-Mail-Adresse.");
        }
        checkAddress(person.anschrift());
    }

    private void checkAddress(@Nullable Anschrift anschrift) {
        if (anschrift == null) {
            return;
        }
        text("strasse", anschrift.strasse());
        text("plz", anschrift.plz());
        text("ort", anschrift.ort());
        if (anschrift.strasse().isBlank()
                || anschrift.plz().isBlank()
                || anschrift.ort().isBlank()) {
            maengel.put("strasse", "Bitte geben Sie die Anschrift ganz oder gar nicht an.");
        }
    }

    private void text(String field, @Nullable String text) {
        if (text != null && (text.length() > LONGEST || Texts.isUnwritable(text))) {
            maengel.put(
                    field, "Höchstens %d Zeichen, und keine, die nicht geschrieben werden können.".formatted(LONGEST));
        }
    }
}
