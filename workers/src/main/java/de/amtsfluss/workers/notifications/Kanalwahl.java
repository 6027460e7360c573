package de.amtsfluss.workers.notifications;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Entscheidungen;
import de.amtsfluss.processes.Entscheidungen.Outcome;
import de.amtsfluss.processes.Entscheidungen.Question;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.workers.notifications.Zustellung.Sendung;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the table {@code benachrichtigungKanal} how somebody is told; the decision is kept at the Vorgang. */
@Component
class Kanalwahl {

    private static final DecisionId TABLE = new DecisionId("benachrichtigungKanal");

    private final Entscheidungen entscheidungen;

    Kanalwahl(Entscheidungen entscheidungen) {
        this.entscheidungen = entscheidungen;
    }

    Way choose(Sendung sendung, Beteiligter person) {
        var id = UUID.nameUUIDFromBytes(sendung.auftrag().getBytes(StandardCharsets.UTF_8));
        var question = new Question(TABLE, fakten(sendung, person));
        return switch (entscheidungen.decide(id, sendung.vorgang().id(), question)) {
            case Outcome.Made made -> way(made.entscheidung().ergebnisse().getFirst(), person);
            case Outcome.NotMade not ->
                throw new IllegalStateException("Expected the table '%s' to choose a way, but it did not: %s"
                        .formatted(TABLE.value(), not.reason().getClass().getSimpleName()));
        };
    }

    /**
     * The wish for the inbox is the consent to be told by retrieval (§ 9 OZG, § 41 Abs. 2a VwVfG NRW), and needs an
     * account. An address counts as confirmed, since the portal takes none that is not.
     */
    private static Map<String, Object> fakten(Sendung sendung, Beteiligter person) {
        var inbox = person.wunsch() == Versandweg.POSTFACH;
        return Map.of(
                "art",
                sendung.art().name(),
                "wunsch",
                inbox ? "PORTAL" : person.wunsch().name(),
                "postfachFreigegeben",
                inbox && person.konto() != null,
                "emailBestaetigt",
                person.email() != null);
    }

    private static Way way(Map<String, ?> answer, Beteiligter person) {
        var weg = switch (String.valueOf(answer.get("kanal"))) {
            case "PORTAL" -> Versandweg.POSTFACH;
            case "EMAIL" -> Versandweg.EMAIL;
            case "BRIEF" -> Versandweg.BRIEF;
            default ->
                throw new IllegalStateException(
                        "Expected the table '%s' to choose a way that can be written to, but it chose '%s'"
                                .formatted(TABLE.value(), answer.get("kanal")));
        };
        if (weg == Versandweg.BRIEF && person.anschrift() == null) {
            throw new IllegalStateException("Expected an Anschrift for a letter, but there is none");
        }
        return new Way(weg, "EMAIL".equals(answer.get("hinweis")));
    }

    /**
     * How somebody is told.
     *
     * @param weg the way that counts
     * @param withMail whether an e-mail draws attention to it
     */
    record Way(Versandweg weg, boolean withMail) {}
}
