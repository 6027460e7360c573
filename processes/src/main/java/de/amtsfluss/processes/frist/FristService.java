package de.amtsfluss.processes.frist;

import de.amtsfluss.processes.Erinnerung;
import de.amtsfluss.processes.Frist;
import de.amtsfluss.processes.Fristen;
import de.amtsfluss.processes.Fristergebnis;
import de.amtsfluss.processes.Fristergebnis.Abgelehnt;
import de.amtsfluss.processes.Fristergebnis.Angabe;
import de.amtsfluss.processes.Fristergebnis.Berechnet;
import de.amtsfluss.processes.Fristergebnis.Schritt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Computes what is asked for. */
@Service
class FristService implements Fristen {

    /** About a year of working days. */
    private static final int WEITESTE_ERINNERUNG = 250;

    private final Kalender kalender;
    private final Pruefung pruefung;
    private final Zaehlung zaehlung;
    private final Verschiebung verschiebung;
    private final Bescheide bescheide;

    FristService(
            Kalender kalender, Pruefung pruefung, Zaehlung zaehlung, Verschiebung verschiebung, Bescheide bescheide) {
        this.kalender = kalender;
        this.pruefung = pruefung;
        this.zaehlung = zaehlung;
        this.verschiebung = verschiebung;
        this.bescheide = bescheide;
    }

    @Override
    public Fristergebnis compute(Frist frist) {
        return switch (frist) {
            case Frist.Ablauf ablauf -> forward(ablauf);
            case Frist.Ruecklauf ruecklauf -> backward(ruecklauf);
            case Frist.Bekanntgabe bekanntgabe -> bescheide.announced(bekanntgabe);
            case Frist.Rechtsbehelf rechtsbehelf -> bescheide.remedy(rechtsbehelf);
        };
    }

    private Fristergebnis forward(Frist.Ablauf ablauf) {
        var regel = ablauf.regel();
        var found = Pruefung.all(pruefung.length(regel.dauer()), pruefung.day(Angabe.AM, ablauf.am()));
        if (!found.isEmpty()) {
            return new Abgelehnt(found);
        }
        var verweis = Verweis.of(regel.regime());
        var lauf = zaehlung.forward(regel.dauer(), regel.beginn(), ablauf.am(), "Tag des Ereignisses", verweis);
        return result(
                lauf,
                ende -> regel.verschiebung()
                        ? verschiebung.forward(ende, "die Frist endet", verweis.verschiebung())
                        : verschiebung.stays(ende, "das Ende"));
    }

    private Fristergebnis backward(Frist.Ruecklauf ruecklauf) {
        var found = Pruefung.all(pruefung.length(ruecklauf.dauer()), pruefung.day(Angabe.AM, ruecklauf.am()));
        if (!found.isEmpty()) {
            return new Abgelehnt(found);
        }
        var lauf = zaehlung.backward(ruecklauf.dauer(), ruecklauf.am());
        return result(
                lauf,
                ende -> ruecklauf.vorverlegung()
                        ? verschiebung.backward(ende, "die Frist endet")
                        : verschiebung.stays(ende, "das Ende"));
    }

    private Fristergebnis result(Zaehlung.Lauf lauf, Function<LocalDate, Optional<Schritt>> last) {
        var counted = pruefung.end(lauf.ende());
        if (counted.isPresent()) {
            return new Abgelehnt(List.of(counted.get()));
        }
        var steps = new ArrayList<>(lauf.schritte());
        last.apply(lauf.ende()).ifPresent(steps::add);
        var ende = steps.getLast().am();
        return pruefung.end(ende)
                .<Fristergebnis>map(mangel -> new Abgelehnt(List.of(mangel)))
                .orElseGet(() -> new Berechnet(ende, steps));
    }

    @Override
    public List<Erinnerung> erinnerungen(LocalDate ende, Collection<Integer> arbeitstage) {
        if (!kalender.knows(ende)) {
            throw new IllegalArgumentException("Expected an end from %d to %d, but got %s"
                    .formatted(Kalender.ERSTES_JAHR, Kalender.LETZTES_JAHR, ende));
        }
        return arbeitstage.stream()
                .distinct()
                .sorted()
                .map(number -> erinnerung(ende, number))
                .toList();
    }

    private Erinnerung erinnerung(LocalDate ende, int number) {
        if (Math.abs((long) number) > WEITESTE_ERINNERUNG) {
            throw new IllegalArgumentException("Expected a reminder at most %d working days away, but got %d"
                    .formatted(WEITESTE_ERINNERUNG, number));
        }
        var am = kalender.plusArbeitstage(ende, number);
        var days = Math.abs(number) == 1 ? "ein Arbeitstag" : Math.abs(number) + " Arbeitstage";
        var where =
                number == 0 ? "am letzten Tag" : "%s %s".formatted(days, number < 0 ? "vor dem Ende" : "nach dem Ende");
        return new Erinnerung(
                number, am, "Erinnerung am %s, %s der Frist (%s).".formatted(Satz.tag(am), where, Satz.datum(ende)));
    }
}
