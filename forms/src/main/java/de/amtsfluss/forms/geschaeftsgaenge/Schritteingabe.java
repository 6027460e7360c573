package de.amtsfluss.forms.geschaeftsgaenge;

import de.amtsfluss.processes.Beteiligungsschritt.Adressat;
import de.amtsfluss.processes.Geschaeftsgaenge.NeuerSchritt;
import de.amtsfluss.processes.Verfuegung;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step as a machine or a page enters it.
 *
 * @param stufe its Stufe; without it a new Laufweg takes one step after the other
 * @param parallel whether it is taken at the same time as the step before, or as those of the Stufe it is inserted in
 * @param verfuegung what it asks for
 * @param person the login name of whom it asks
 * @param gruppe the group it asks, instead of a person
 * @param termin until when, or for a Wiedervorlage from when on
 * @param notiz what the one who is asked needs to know
 */
record Schritteingabe(
        @Nullable Integer stufe,
        @Nullable Boolean parallel,
        @Nullable Verfuegung verfuegung,
        @Nullable String person,
        @Nullable String gruppe,
        @Nullable LocalDate termin,
        @Nullable String notiz) {

    /** What is missing, by field with the prefix before it. */
    void check(String prefix, Map<String, String> messages) {
        if (verfuegung == null) {
            messages.put(prefix + "verfuegung", "Bitte wählen Sie eine Verfügung.");
        }
        if (isBlank(person) == isBlank(gruppe)) {
            messages.put(prefix + "adressat", "Bitte geben Sie entweder eine Person oder eine Gruppe an.");
        }
    }

    /** The step, once nothing is missing. */
    NeuerSchritt step(int ofStufe) {
        if (verfuegung == null) {
            throw new IllegalStateException("Expected a step with a Verfügung, but it has none");
        }
        var adressat = person == null || person.isBlank()
                ? new Adressat.Gruppe(String.valueOf(gruppe).strip())
                : new Adressat.Person(person.strip());
        return new NeuerSchritt(
                ofStufe,
                isParallel(),
                verfuegung,
                adressat,
                termin,
                isBlank(notiz) ? null : String.valueOf(notiz).strip());
    }

    /** The steps of a new Laufweg, once nothing is missing. */
    static List<NeuerSchritt> laufweg(List<Schritteingabe> eingaben) {
        var steps = new ArrayList<NeuerSchritt>();
        var last = 0;
        for (var eingabe : eingaben) {
            last = eingabe.stufe != null ? eingabe.stufe : Math.max(1, last + (eingabe.isParallel() ? 0 : 1));
            steps.add(eingabe.step(last));
        }
        return steps;
    }

    private boolean isParallel() {
        return Boolean.TRUE.equals(parallel);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
