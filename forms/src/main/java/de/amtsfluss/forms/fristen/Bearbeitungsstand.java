package de.amtsfluss.forms.fristen;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Fristergebnis.Abgelehnt;
import de.amtsfluss.processes.Fristergebnis.Berechnet;
import de.amtsfluss.processes.Fristergebnis.OhneFrist;
import de.amtsfluss.processes.Fristergebnis.Schritt;
import de.amtsfluss.processes.Fristuhren.Stand;
import java.time.LocalDate;
import java.util.List;

/**
 * How far the time is in which the office wants to answer, in sentences.
 *
 * @param amt for the office
 * @param antragsteller for who applied
 * @param schritte how the end was computed, a sentence each
 */
public record Bearbeitungsstand(String amt, String antragsteller, List<String> schritte) {

    /** Says what a clock shows. */
    public static Bearbeitungsstand of(Stand stand) {
        return switch (stand.ende()) {
            case Berechnet end -> running(stand, end);
            case OhneFrist none -> new Bearbeitungsstand(none.grund(), none.grund(), sentences(none.schritte()));
            case Abgelehnt refused -> {
                var satz = refused.maengel().getFirst().satz();
                yield new Bearbeitungsstand(satz, "Das Ende steht noch nicht fest.", List.of());
            }
        };
    }

    private static Bearbeitungsstand running(Stand stand, Berechnet end) {
        var day = Anzeige.day(end.ende());
        var used = "Von %d Tagen sind %d verbraucht.".formatted(stand.budget(), stand.verbraucht());
        var over = isOver(stand, end.ende());
        return new Bearbeitungsstand(
                "Die Frist %s am %s. %s".formatted(over ? "endete" : "endet", day, used),
                over
                        ? "Die Bearbeitung dauert länger, als wir es vorhatten. Wir melden uns bei Ihnen."
                        : "Sie hören voraussichtlich bis %s von uns.".formatted(day),
                sentences(end.schritte()));
    }

    private static boolean isOver(Stand stand, LocalDate end) {
        return stand.heute().isAfter(end);
    }

    private static List<String> sentences(List<Schritt> schritte) {
        return schritte.stream().map(Schritt::satz).toList();
    }
}
