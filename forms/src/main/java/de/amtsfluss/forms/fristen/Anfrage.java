package de.amtsfluss.forms.fristen;

import de.amtsfluss.processes.Frist;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the Fristenrechner, on its page and as JSON. Which entries are needed depends on {@code art}.
 *
 * @param art what is asked for
 * @param am the day of the event, the first day, or the day to count back from
 * @param zahl the length
 * @param einheit what the length is counted in
 * @param beginn which day is the first; the day after an event where it is missing
 * @param verschiebung whether the end moves off weekends and holidays; as the law has it where it is missing
 * @param regime the law; the VwVfG NRW where it is missing
 * @param verfahren the procedure, where more is known than the law
 * @param versandart how a Bescheid was sent; by post where it is missing
 * @param versandtAm when it was sent; without it nothing counts as announced
 * @param zugangAm when it was retrieved, or arrived later than the law supposes
 * @param belehrung whether it says rightly what can be done against it; it does where this is missing
 * @param erinnerungen working days around the end on which somebody is to be reminded
 */
record Anfrage(
        @Nullable Art art,
        @Nullable LocalDate am,
        @Nullable Integer zahl,
        Frist.@Nullable Einheit einheit,
        Frist.@Nullable Beginn beginn,
        @Nullable Boolean verschiebung,
        Frist.@Nullable Regime regime,
        @Nullable String verfahren,
        Frist.@Nullable Versandart versandart,
        @Nullable LocalDate versandtAm,
        @Nullable LocalDate zugangAm,
        Frist.@Nullable Belehrung belehrung,
        @Schema(example = "[-5, -2, 0, 1]") @Nullable List<Integer> erinnerungen) {

    private static final int WEITESTE_ERINNERUNG = 250;
    private static final int MEISTE_ERINNERUNGEN = 20;

    /** What can be asked for. */
    enum Art {
        /** The end of a period that runs forward. */
        ABLAUF,
        /** The end of a period that is counted back. */
        RUECKLAUF,
        /** When a Bescheid counts as announced. */
        BEKANNTGABE,
        /** Until when a Bescheid can be attacked. */
        RECHTSBEHELF
    }

    /** The question, or a sentence for each entry that is missing or cannot be. */
    Gelesen read() {
        var wrong = new LinkedHashMap<String, String>();
        if (!remindersAreFine()) {
            wrong.put(
                    "erinnerungen",
                    "Bitte geben Sie höchstens %d ganze Zahlen von -%d bis %d an."
                            .formatted(MEISTE_ERINNERUNGEN, WEITESTE_ERINNERUNG, WEITESTE_ERINNERUNG));
        }
        if (art == null) {
            wrong.put("art", "Bitte wählen Sie, was berechnet werden soll.");
            return new Gelesen.Unklar(wrong);
        }
        var question = question(art, wrong);
        return question == null || !wrong.isEmpty() ? new Gelesen.Unklar(wrong) : new Gelesen.Frage(question);
    }

    /** The numbers of reminders. */
    List<Integer> reminders() {
        return Objects.requireNonNullElse(erinnerungen, List.of());
    }

    private @Nullable Frist question(Art art, Map<String, String> wrong) {
        return switch (art) {
            case ABLAUF, RUECKLAUF -> counted(art, wrong);
            case BEKANNTGABE -> bekanntgabe();
            case RECHTSBEHELF ->
                new Frist.Rechtsbehelf(bekanntgabe(), Objects.requireNonNullElse(belehrung, Frist.Belehrung.RICHTIG));
        };
    }

    private @Nullable Frist counted(Art art, Map<String, String> wrong) {
        if (am == null) {
            wrong.put("am", "Bitte geben Sie den Tag an, von dem an gezählt wird.");
        }
        if (zahl == null) {
            wrong.put("zahl", "Bitte geben Sie die Länge der Frist an, zum Beispiel 14.");
        }
        if (einheit == null) {
            wrong.put("einheit", "Bitte wählen Sie, in was die Frist zählt.");
        }
        if (am == null || zahl == null || einheit == null) {
            return null;
        }
        var dauer = new Frist.Dauer(zahl, einheit);
        if (art == Art.RUECKLAUF) {
            return new Frist.Ruecklauf(dauer, am, Boolean.TRUE.equals(verschiebung));
        }
        var first = Objects.requireNonNullElse(beginn, Frist.Beginn.EREIGNIS);
        return new Frist.Ablauf(new Frist.Regel(dauer, first, law(), !Boolean.FALSE.equals(verschiebung)), am);
    }

    private Frist.Bekanntgabe bekanntgabe() {
        return new Frist.Bekanntgabe(
                verfahren == null ? law().verfahren() : verfahren,
                Objects.requireNonNullElse(versandart, Frist.Versandart.POST),
                versandtAm,
                zugangAm);
    }

    private Frist.Regime law() {
        return Objects.requireNonNullElse(regime, Frist.Regime.VWVFG);
    }

    private boolean remindersAreFine() {
        return erinnerungen == null
                || (erinnerungen.size() <= MEISTE_ERINNERUNGEN
                        && erinnerungen.stream()
                                .allMatch(number -> Objects.nonNull(number)
                                        && number >= -WEITESTE_ERINNERUNG
                                        && number <= WEITESTE_ERINNERUNG));
    }

    /** What became of reading it. */
    sealed interface Gelesen {

        /**
         * It can be asked.
         *
         * @param frist the question
         */
        record Frage(Frist frist) implements Gelesen {}

        /**
         * It cannot.
         *
         * @param fehler a German sentence for each entry
         */
        record Unklar(Map<String, String> fehler) implements Gelesen {}
    }
}
