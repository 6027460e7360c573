package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Plays a procedure that a sensor starts: its workers, the message that asks for it, and what they were told. */
final class Einsatz {

    static final String AUSLOESER = "1f0a6f5e-0000-4000-8000-000000000001";
    static final String DOWNLINK = "1f0a6f5e-0000-4000-8000-000000000009";
    static final Duration REMINDER = Duration.ofHours(18);
    static final Duration DEADLINE = Duration.ofHours(24);
    private static final Duration DAY = Duration.ofDays(1);

    private final Rehearsal rehearsal;
    private final String verfahren;

    private Einsatz(Rehearsal rehearsal, String verfahren) {
        this.rehearsal = rehearsal;
        this.verfahren = verfahren;
    }

    /** The procedure, deployed, with workers that do their work. */
    static Einsatz of(String verfahren, Rehearsal rehearsal) {
        rehearsal
                .of(verfahren)
                .worker("vorgaenge.open", Map.of("vorgangId", "V-1", "aktenzeichen", "1-1/0001-2026", "neu", true))
                .worker("decision.evaluate", Map.of("entscheidung", Map.of("folge", "keine")))
                .worker("notifications.send", Map.of())
                .worker("documents.render", Map.of("dokumentId", "D-1"))
                .worker("eakte.file", Map.of())
                .worker("vorgaenge.close", Map.of())
                .worker("vorgaenge.ergaenzen", Map.of());
        var einsatz = new Einsatz(rehearsal, verfahren);
        einsatz.takesDownlinks();
        return einsatz;
    }

    /** The trigger asks for an order, with what it adds itself. */
    Rehearsal starts(String state, String correlation, String id, Map<String, ?> facts) {
        // The clock of the engine knows milliseconds, and so do its messages.
        var now = rehearsal.now().truncatedTo(ChronoUnit.MILLIS);
        var all = new HashMap<String, Object>();
        all.put("ort", "Musterplatz 1, Mitte");
        all.put("breite", 52.0287);
        all.put("laenge", 8.5224);
        all.put("gemessenAm", now.toString());
        all.put("massnahme", "auftrag");
        all.put("prioritaet", 75);
        all.put("fristAm", now.plus(DEADLINE).toString());
        all.put("erinnerungAm", now.plus(REMINDER).toString());
        all.put("sensor", "24E124713D000001");
        all.put("ausloeserId", AUSLOESER);
        all.put("kanal", "sensor");
        all.put(correlation, id);
        all.putAll(facts);
        return rehearsal.starts("%s.%s".formatted(verfahren, state), id, all);
    }

    /** The trigger tells something of the order. */
    Rehearsal tells(String state, Map<String, ?> facts) {
        return rehearsal.receives("%s.%s".formatted(verfahren, state), AUSLOESER, DAY, facts);
    }

    /** What was said to the sensor that asked for the order has ended so; the process waits with its Ausloeser. */
    Rehearsal answers(String ergebnis) {
        return rehearsal.receives("lorawan.downlinkBeendet", AUSLOESER, DAY, Map.of("downlinkErgebnis", ergebnis));
    }

    /** From now on what is to be said to a sensor is kept and sent. */
    void takesDownlinks() {
        rehearsal.worker("lorawan.downlink").completes(Map.of("downlinkId", DOWNLINK));
    }

    /** What was said to which object, and with which key the process waits for the answer. */
    List<String> downlinks() {
        return rehearsal.worker("lorawan.downlink").jobs().stream()
                .map(job -> "%s an %s, %s"
                        .formatted(
                                job.getCustomHeaders().get("downlink"),
                                job.getVariablesAsMap().get("objekt"),
                                job.getVariablesAsMap().get("schluessel")))
                .toList();
    }

    /** What was added to the Vorgang. */
    List<Object> ergaenzungen() {
        return rehearsal.worker("vorgaenge.ergaenzen").jobs().stream()
                .map(job -> Objects.requireNonNull(job.getVariablesAsMap().get("daten")))
                .toList();
    }

    /** The Ausloeser led to a Vorgang before. */
    void hasVorgang() {
        rehearsal.worker("vorgaenge.open").completes(Map.of("vorgangId", "V-1", "neu", false));
    }

    /** The tables decide so. */
    void decides(Object entscheidung) {
        rehearsal.worker("decision.evaluate").completes(Map.of("entscheidung", entscheidung));
    }

    /** What the tables were asked. */
    List<Object> fakten() {
        return rehearsal.worker("decision.evaluate").jobs().stream()
                .map(job -> Objects.requireNonNull(job.getVariablesAsMap().get("fakten")))
                .toList();
    }

    /** Which mails were sent to whom. */
    List<String> mails() {
        return rehearsal.worker("notifications.send").jobs().stream()
                .map(job -> job.getCustomHeaders().get("template") + " an "
                        + job.getCustomHeaders()
                                .getOrDefault(
                                        "recipient",
                                        String.valueOf(job.getVariablesAsMap().get("empfaenger"))))
                .toList();
    }

    /** What the only Protokoll may name. */
    @SuppressWarnings("unchecked")
    Map<String, Object> protokoll() {
        var jobs = rehearsal.worker("documents.render").jobs();
        assertThat(jobs).hasSize(1);
        return (Map<String, Object>)
                Objects.requireNonNull(jobs.getFirst().getVariablesAsMap().get("angaben"));
    }
}
