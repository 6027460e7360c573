package de.amtsfluss.processes.frist;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.processes.Frist;
import de.amtsfluss.processes.Frist.Beginn;
import de.amtsfluss.processes.Frist.Dauer;
import de.amtsfluss.processes.Frist.Einheit;
import de.amtsfluss.processes.Frist.Regime;
import de.amtsfluss.processes.Fristergebnis;
import de.amtsfluss.processes.Fristergebnis.Abgelehnt;
import de.amtsfluss.processes.Fristergebnis.Angabe;
import de.amtsfluss.processes.Fristergebnis.Berechnet;
import de.amtsfluss.processes.Fristergebnis.OhneFrist;
import de.amtsfluss.processes.Fristergebnis.Schritt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Knows when a Bescheid counts as announced, and until when it can be attacked, by the tables of the Rechtsamt. */
@Component
final class Bescheide {

    private static final DecisionId BEKANNTGABE = new DecisionId("bekanntgabe");
    private static final DecisionId RECHTSBEHELF = new DecisionId("rechtsbehelf");
    private static final int MONATE_IM_JAHR = 12;

    private final DecisionTables tables;
    private final Pruefung pruefung;
    private final Zaehlung zaehlung;
    private final Verschiebung verschiebung;
    private final Fiktion fiktion;

    Bescheide(DecisionTables tables, Pruefung pruefung, Zaehlung zaehlung, Verschiebung verschiebung, Fiktion fiktion) {
        this.tables = tables;
        this.pruefung = pruefung;
        this.zaehlung = zaehlung;
        this.verschiebung = verschiebung;
        this.fiktion = fiktion;
    }

    /** The day of the Bekanntgabe. */
    Fristergebnis announced(Frist.Bekanntgabe bescheid) {
        return sent(bescheid, (sent, rule) -> fiktion.apply(rule, sent, bescheid.zugangAm()));
    }

    /** The end of the period for Widerspruch or Klage. */
    Fristergebnis remedy(Frist.Rechtsbehelf question) {
        var bescheid = question.bekanntgabe();
        return sent(bescheid, (sent, rule) -> switch (fiktion.apply(rule, sent, bescheid.zugangAm())) {
            case Berechnet announced -> remedy(question, sent, Regime.valueOf(rule.text("regime")), announced);
            case OhneFrist none -> none;
            case Abgelehnt refused -> refused;
        });
    }

    private Fristergebnis sent(Frist.Bekanntgabe bescheid, BiFunction<LocalDate, Decided, Fristergebnis> then) {
        var sent = bescheid.versandtAm();
        if (sent == null) {
            return new OhneFrist(
                    "Ohne vermerkten Tag der Aufgabe zur Post, der Absendung, der Bereitstellung oder der Zustellung"
                            + " gilt der Bescheid nicht als bekannt gegeben.",
                    List.of());
        }
        var found = Pruefung.all(
                pruefung.day(Angabe.VERSANDT_AM, sent), pruefung.day(Angabe.ZUGANG_AM, bescheid.zugangAm()));
        if (!found.isEmpty()) {
            return new Abgelehnt(found);
        }
        if (bescheid.zugangAm() != null && bescheid.zugangAm().isBefore(sent)) {
            return new Abgelehnt(Angabe.ZUGANG_AM, "Der Bescheid kann nicht zugegangen sein, bevor er versandt wurde.");
        }
        var facts = Map.of(
                "verfahren", bescheid.verfahren(),
                "versandart", bescheid.versandart().name(),
                "stichtag", sent);
        return switch (tables.evaluate(BEKANNTGABE, facts)) {
            case Decided rule -> then.apply(sent, rule);
            case NotDecided not -> unknown(BEKANNTGABE);
        };
    }

    private Fristergebnis remedy(Frist.Rechtsbehelf question, LocalDate sent, Regime regime, Berechnet announced) {
        var facts = Map.of(
                "verfahren", question.bekanntgabe().verfahren(),
                "belehrung", question.belehrung().name().toLowerCase(Locale.ROOT),
                "stichtag", sent);
        return switch (tables.evaluate(RECHTSBEHELF, facts)) {
            case Decided rule -> remedy(rule, announced, regime);
            case NotDecided not -> unknown(RECHTSBEHELF);
        };
    }

    private Fristergebnis remedy(Decided rule, Berechnet announced, Regime regime) {
        var months = rule.number("fristMonate").intValueExact();
        if (months == 0) {
            return new OhneFrist(rule.sentence(), announced.schritte());
        }
        var dauer = months % MONATE_IM_JAHR == 0
                ? new Dauer(months / MONATE_IM_JAHR, Einheit.JAHRE)
                : new Dauer(months, Einheit.MONATE);
        var verweis = rule.text("rechtsbehelf").equals("KLAGE") ? Verweis.KLAGE : Verweis.of(regime);
        var lauf = zaehlung.forward(dauer, Beginn.EREIGNIS, announced.ende(), "Tag der Bekanntgabe", verweis);
        var steps = new ArrayList<>(announced.schritte());
        steps.add(new Schritt(rule.sentence(), announced.ende(), Fiktion.norm(rule)));
        steps.addAll(lauf.schritte());
        verschiebung
                .forward(lauf.ende(), "die Frist endet", verweis.verschiebung())
                .ifPresent(steps::add);
        var ende = steps.getLast().am();
        return pruefung.end(ende)
                .<Fristergebnis>map(mangel -> new Abgelehnt(Angabe.VERSANDT_AM, mangel.satz()))
                .orElseGet(() -> new Berechnet(ende, steps));
    }

    private static Fristergebnis unknown(DecisionId table) {
        return new Abgelehnt(
                Angabe.VERFAHREN,
                ("Für dieses Verfahren, diese Versandart und diesen Tag ist in der Entscheidungstabelle „%s“"
                                + " keine Regel hinterlegt.")
                        .formatted(table));
    }
}
