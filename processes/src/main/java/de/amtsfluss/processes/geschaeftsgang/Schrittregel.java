package de.amtsfluss.processes.geschaeftsgang;

import de.amtsfluss.processes.Beteiligungsschritt;
import de.amtsfluss.processes.Beteiligungsschritt.Adressat;
import de.amtsfluss.processes.Beteiligungsschritt.Bearbeitung;
import de.amtsfluss.processes.Beteiligungsschritt.Status;
import de.amtsfluss.processes.Beteiligungsschritt.Vermerk;
import de.amtsfluss.processes.Erledigungsregel;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Verfuegung;
import de.amtsfluss.processes.geschaeftsgang.GeschaeftsgangRepository.Lauf;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What holds for the tasks of a Geschäftsgang, and how they end its steps. */
@Component
class Schrittregel implements Erledigungsregel {

    private static final String REVISE = "userTask_EntwurfUeberarbeiten";

    private static final Map<String, Verfuegung> TASKS = Map.of(
            "userTask_ZurKenntnisNehmen", Verfuegung.ZUR_KENNTNIS,
            "userTask_EntwurfMitzeichnen", Verfuegung.ZUR_MITZEICHNUNG,
            "userTask_EntwurfSchlusszeichnen", Verfuegung.SCHLUSSZEICHNUNG,
            "userTask_VerfuegungAusfuehren", Verfuegung.ZUR_BEARBEITUNG,
            "userTask_RueckspracheHalten", Verfuegung.RUECKSPRACHE,
            "userTask_WiedervorlageAnsehen", Verfuegung.WIEDERVORLAGE,
            "userTask_ZuDenAktenVerfuegen", Verfuegung.ZU_DEN_AKTEN);

    private final GeschaeftsgangRepository repository;
    private final SchrittRepository schritte;
    private final Laufwege laufwege;
    private final Ablauf ablauf;
    private final VierAugen vierAugen;
    private final Schriftgut schriftgut;

    Schrittregel(
            GeschaeftsgangRepository repository,
            SchrittRepository schritte,
            Laufwege laufwege,
            Ablauf ablauf,
            VierAugen vierAugen,
            Schriftgut schriftgut) {
        this.repository = repository;
        this.schritte = schritte;
        this.laufwege = laufwege;
        this.ablauf = ablauf;
        this.vierAugen = vierAugen;
        this.schriftgut = schriftgut;
    }

    @Override
    public String verfahren() {
        return "geschaeftsgang";
    }

    @Override
    public Optional<String> refuse(Stelle wo, Handelnder wer) {
        return repository
                .lauf(wo.processInstanceKey())
                .flatMap(lauf -> schritt(lauf, wo).flatMap(schritt -> refuse(lauf, schritt, wer)));
    }

    private Optional<String> refuse(Lauf lauf, Beteiligungsschritt schritt, Handelnder wer) {
        if (schritt.verfuegung().isSignature()) {
            return vierAugen.refuse(lauf, wer);
        }
        return schritt.verfuegung() == Verfuegung.ZU_DEN_AKTEN
                ? schriftgut.refuseClosing(lauf.vorgang(), schritt)
                : Optional.empty();
    }

    @Override
    public Map<String, String> check(Stelle wo, Map<String, @Nullable Object> werte) {
        var vermerk = werte.get("vermerk");
        var needsReason = Vermerk.NICHT_GEZEICHNET.name().equals(vermerk)
                || Vermerk.GEZEICHNET_MIT_AENDERUNG.name().equals(vermerk);
        return needsReason && begruendung(werte) == null
                ? Map.of("begruendung", "Bitte schreiben Sie, was Sie geändert haben oder warum Sie nicht zeichnen.")
                : Map.of();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(Stelle wo, Handelnder wer, Map<String, @Nullable Object> werte) {
        var lauf = repository.lock(wo.processInstanceKey()).orElse(null);
        if (lauf == null) {
            return false;
        }
        if (wo.elementId().equals(REVISE)) {
            revise(lauf, wer, Boolean.TRUE.equals(werte.get("erneut")));
            return true;
        }
        var schritt = schritt(lauf, wo).filter(open -> !isOver(lauf, open));
        schritt.ifPresent(open -> end(lauf, open, wer, werte));
        return schritt.isPresent();
    }

    /** The first refusal ends the Stufe, even before the engine has heard of it. */
    private boolean isOver(Lauf lauf, Beteiligungsschritt schritt) {
        return schritt.verfuegung() != Verfuegung.ZUR_KENNTNIS
                && schritte.isRefused(lauf.id(), schritt.stufe(), lauf.runde());
    }

    private void revise(Lauf lauf, Handelnder wer, boolean again) {
        if (again) {
            ablauf.again(lauf, wer);
        } else {
            ablauf.withdraw(lauf);
        }
    }

    private void end(Lauf lauf, Beteiligungsschritt schritt, Handelnder wer, Map<String, @Nullable Object> werte) {
        var vermerk = vermerk(schritt.verfuegung(), werte);
        var bearbeitung = new Bearbeitung(wer.kennung(), wer.fuer(), laufwege.now(), vermerk, begruendung(werte));
        laufwege.end(lauf.vorgang(), schritt, Status.ABGESCHLOSSEN, bearbeitung);
        if (schritt.verfuegung() == Verfuegung.SCHLUSSZEICHNUNG && vermerk == Vermerk.GEZEICHNET) {
            schriftgut.freeze(lauf.dokument());
        }
        if (schritt.verfuegung() == Verfuegung.ZU_DEN_AKTEN) {
            schriftgut.close(lauf.vorgang());
        }
    }

    private static Vermerk vermerk(Verfuegung verfuegung, Map<String, @Nullable Object> werte) {
        return switch (verfuegung) {
            case ZUR_MITZEICHNUNG, SCHLUSSZEICHNUNG -> Vermerk.valueOf(String.valueOf(werte.get("vermerk")));
            case ZUR_KENNTNIS -> Vermerk.GESEHEN;
            case ZUR_BEARBEITUNG, RUECKSPRACHE, WIEDERVORLAGE, ZU_DEN_AKTEN -> Vermerk.ERLEDIGT;
        };
    }

    private static @Nullable String begruendung(Map<String, @Nullable Object> werte) {
        return werte.get("begruendung") instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /** The open step that a task is for: of those that are alike, the first. */
    private Optional<Beteiligungsschritt> schritt(Lauf lauf, Stelle wo) {
        return schritte.of(lauf.id()).stream()
                .filter(schritt -> schritt.status() == Status.AKTUELL)
                .filter(schritt -> schritt.verfuegung() == TASKS.get(wo.elementId()))
                .filter(schritt -> isAsked(schritt.adressat(), wo))
                .findFirst();
    }

    private static boolean isAsked(Adressat adressat, Stelle wo) {
        var gruppen = wo.aufgabe().gruppen();
        return switch (adressat) {
            case Adressat.Person person ->
                gruppen.isEmpty() && Objects.equals(person.name(), wo.aufgabe().bearbeiter());
            case Adressat.Gruppe gruppe -> gruppen.contains(gruppe.name());
        };
    }
}
