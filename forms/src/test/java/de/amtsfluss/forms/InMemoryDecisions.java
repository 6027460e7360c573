package de.amtsfluss.forms;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionReleases;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.decisiontables.DecisionTrials;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.RuleHit;
import de.amtsfluss.decisiontables.SentenceTemplate;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.decisiontables.TableFinding;
import de.amtsfluss.decisiontables.TableFinding.Severity;
import de.amtsfluss.decisiontables.TableVersion;
import de.amtsfluss.decisiontables.TableVersion.Origin;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Entscheidung;
import de.amtsfluss.processes.Entscheidungen;
import de.amtsfluss.processes.Nachrechnung;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One table of one row, the tables of the Rechtsamt, and one decision about each Vorgang. */
final class InMemoryDecisions implements DecisionTables, DecisionTrials, DecisionReleases, Entscheidungen {

    static final DecisionId TABLE = new DecisionId("hundesteuerSatz");

    private static final RuleHit ROW = new RuleHit(2, "weil zwei Hunde gehalten werden (§ 2 Hundesteuersatzung)");

    private static final Set<DecisionId> OF_THE_RECHTSAMT =
            Set.of(new DecisionId("bekanntgabe"), new DecisionId("rechtsbehelf"));

    private final Vorgaenge vorgaenge;
    private final DecisionTables rechtsamt = RechtsamtTables.load();

    InMemoryDecisions(Vorgaenge vorgaenge) {
        this.vorgaenge = vorgaenge;
    }

    @Override
    public DecisionResult evaluate(DecisionId decision, Map<String, ? extends @Nullable Object> inputs) {
        if (OF_THE_RECHTSAMT.contains(decision)) {
            return rechtsamt.evaluate(decision, inputs);
        }
        if (!decision.equals(TABLE)) {
            return new NotDecided(decision, false, "Expected a decision table, but there is none.");
        }
        if (!(inputs.get("stichtag") instanceof LocalDate stichtag)) {
            return new NotDecided(decision, "Expected input 'stichtag', but it is missing.");
        }
        return new Decided(
                decision,
                3,
                List.of(Map.of("satz", BigDecimal.valueOf(156))),
                List.of(ROW),
                Map.of("stichtag", stichtag),
                new SentenceTemplate("Der Steuersatz beträgt {satz:€} je Hund"),
                List.of());
    }

    @Override
    public DecisionResult evaluate(DecisionId decision, int version, Map<String, ? extends @Nullable Object> inputs) {
        return version == 3
                ? evaluate(decision, inputs)
                : new NotDecided(decision, false, "Expected a version %d, but there is none.".formatted(version));
    }

    @Override
    public OptionalInt version(DecisionId decision) {
        return OptionalInt.of(3);
    }

    @Override
    public Release release(List<DmnFile> files, Strictness strictness, String releasedBy) {
        return switch (of(files, strictness)) {
            case Trial.Ready ready ->
                new Release.Accepted(List.of(new CurrentTable(TABLE, 4, Set.of(TABLE))), ready.findings());
            case Trial.Refused refused -> new Release.Refused(refused.findings());
        };
    }

    @Override
    public Release rehearse(List<DmnFile> files, Strictness strictness) {
        return release(files, strictness, "");
    }

    @Override
    public List<CurrentTable> current() {
        return List.of(new CurrentTable(TABLE, 3, Set.of(TABLE)));
    }

    @Override
    public List<TableVersion> versions(DecisionId decision) {
        var since = Instant.parse("2026-11-22T20:00:00Z");
        return decision.equals(TABLE)
                ? List.of(new TableVersion(TABLE, 3, since, new Origin.Released("rolf.mustermann")))
                : List.of();
    }

    @Override
    public Optional<DmnFile> file(DecisionId decision, int version) {
        return decision.equals(TABLE) && version == 3
                ? Optional.of(new DmnFile("hundesteuerSatz.dmn", "<definitions/>".getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    @Override
    public Trial of(List<DmnFile> files, Strictness strictness) {
        return new String(files.getFirst().content(), StandardCharsets.UTF_8).startsWith("<definitions")
                ? new Trial.Ready(this, Set.of(TABLE), List.of())
                : new Trial.Refused(List.of(new TableFinding(
                        Severity.ERROR, files.getFirst().name(), "", List.of(), "", "Expected DMN, but it is none.")));
    }

    @Override
    public Outcome decide(UUID id, VorgangId vorgang, Question question) {
        throw new UnsupportedOperationException("Expected pages to decide nothing, but they did");
    }

    @Override
    public Outcome decide(UUID id, AusloeserId ausloeser, Question question) {
        throw new UnsupportedOperationException("Expected pages to decide nothing, but they did");
    }

    @Override
    public List<Entscheidung> about(AusloeserId ausloeser) {
        return List.of();
    }

    @Override
    public void keep(AusloeserId ausloeser, Decided decided) {
        throw new UnsupportedOperationException("Expected pages to decide nothing, but they did");
    }

    @Override
    public Replay replay(Akteur akteur, DecisionTables changed, DecisionId tabelle, Instant since, int limit) {
        return akteur.releases()
                ? new Replay.Done(new Nachrechnung(tabelle, limit, limit, List.of(), true))
                : new Replay.NotAllowed();
    }

    @Override
    public List<Entscheidung> about(VorgangId vorgang) {
        return List.of();
    }

    @Override
    public List<Entscheidung> about(VorgangId vorgang, Akteur akteur) {
        Map<String, @Nullable Object> eingaben = new HashMap<>();
        eingaben.put("anzahl", 2);
        Map<String, @Nullable Object> ergebnis = new HashMap<>();
        ergebnis.put("satz", 156);
        return vorgaenge
                .find(vorgang, akteur)
                .map(found -> new Entscheidung(
                        UUID.nameUUIDFromBytes(found.id().toString().getBytes(StandardCharsets.UTF_8)),
                        TABLE,
                        3,
                        eingaben,
                        List.of(ergebnis),
                        List.of(ROW),
                        "Der Steuersatz beträgt 156,00 € je Hund, " + ROW.annotation() + ".",
                        Instant.parse("2026-11-22T20:00:00Z"),
                        List.of(new Entscheidung.Schritt(
                                new DecisionId("anzahlHunde"),
                                List.of(),
                                List.of(new RuleHit(1, "")),
                                "Es zählen zwei Hunde, weil keiner befreit ist (§ 4 Hundesteuersatzung)."))))
                .stream()
                .toList();
    }
}
