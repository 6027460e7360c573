package de.amtsfluss.processes.entscheidung;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.decisiontables.RuleHit;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Entscheidung;
import de.amtsfluss.processes.Entscheidung.Schritt;
import de.amtsfluss.processes.Nachrechnung;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import de.amtsfluss.processes.schluessel.Verschluesselung.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes decisions; a decision that is kept is never changed. */
@Repository
class EntscheidungRepository {

    private static final String PURPOSE = "entscheidung";
    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final Verschluesselung verschluesselung;
    private final JsonMapper json;

    EntscheidungRepository(JdbcClient jdbc, Verschluesselung verschluesselung, JsonMapper json) {
        this.jdbc = jdbc;
        this.verschluesselung = verschluesselung;
        // An amount of money must come back as it was decided.
        this.json = json.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    Entscheidung keep(UUID id, VorgangId vorgang, Decided decided, Instant now) {
        insert(id, vorgang, null, decided, now);
        return find(id).orElseThrow();
    }

    void keep(UUID id, AusloeserId ausloeser, Decided decided, Instant now) {
        insert(id, null, ausloeser.value(), decided, now);
    }

    /** What is decided about a Vorgang may be personal and is encrypted; what is decided about a measurement is not. */
    private void insert(UUID id, @Nullable VorgangId vorgang, @Nullable UUID ausloeser, Decided decided, Instant now) {
        var inhalt = json.writeValueAsBytes(inhalt(decided));
        jdbc.sql("""
                insert into processes.entscheidung
                    (id, vorgang_id, ausloeser_id, tabelle, version, inhalt, entschieden_am)
                values (:id, :vorgang, :ausloeser, :tabelle, :version, :inhalt, :now)
                on conflict (id) do nothing""")
                .param("id", id)
                .param("vorgang", vorgang == null ? null : vorgang.value())
                .param("ausloeser", ausloeser)
                .param("tabelle", decided.decision().value())
                .param("version", decided.version())
                .param("inhalt", vorgang == null ? inhalt : verschluesselung.seal(vorgang, PURPOSE, inhalt))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Map<String, Object> inhalt(Decided decided) {
        return Map.of(
                "eingaben", decided.inputs(),
                "ergebnisse", decided.outputs(),
                "zeilen", decided.rules(),
                "begruendung", decided.sentence(),
                "schritte",
                        decided.required().stream()
                                .map(EntscheidungRepository::schritt)
                                .toList());
    }

    private static Map<String, Object> schritt(Decided made) {
        return Map.of(
                "tabelle", made.decision().value(),
                "ergebnisse", made.outputs(),
                "zeilen", made.rules(),
                "begruendung", made.sentence());
    }

    Optional<Entscheidung> find(UUID id) {
        return jdbc.sql("select * from processes.entscheidung where id = :id")
                .param("id", id)
                .query(EntscheidungRepository::read)
                .optional()
                .flatMap(kept -> open(List.of(kept)).findFirst());
    }

    List<Entscheidung> about(VorgangId vorgang, @Nullable AusloeserId ausloeser) {
        return open(jdbc.sql("""
                select * from processes.entscheidung where vorgang_id = :vorgang or ausloeser_id = :ausloeser::uuid
                order by entschieden_am, id""")
                        .param("vorgang", vorgang.value())
                        .param("ausloeser", ausloeser == null ? null : ausloeser.toString())
                        .query(EntscheidungRepository::read)
                        .list())
                .toList();
    }

    List<Entscheidung> about(AusloeserId ausloeser) {
        return open(jdbc.sql("""
                select * from processes.entscheidung where ausloeser_id = :ausloeser order by entschieden_am, id""")
                        .param("ausloeser", ausloeser.value())
                        .query(EntscheidungRepository::read)
                        .list())
                .toList();
    }

    Nachrechnung replay(DecisionTables changed, DecisionId table, Instant since, int limit) {
        var replay = new Nachrechner(changed, table, json);
        var checked = 0;
        // One more shows whether there are more.
        try (var rows = jdbc
                .sql("""
                select * from processes.entscheidung where tabelle = :tabelle and entschieden_am >= :since
                order by entschieden_am desc, id limit :limit""")
                .param("tabelle", table.value())
                .param("since", Timestamp.from(since))
                .param("limit", limit + 1)
                .withFetchSize(CHUNK)
                .query(EntscheidungRepository::read)
                .stream()) {
            var all = rows.iterator();
            while (all.hasNext()) {
                for (var recorded : (Iterable<Entscheidung>) open(next(all))::iterator) {
                    if (++checked <= limit) {
                        replay.check(recorded);
                    }
                }
            }
        }
        return replay.result(checked <= limit);
    }

    private static List<Kept> next(Iterator<Kept> all) {
        var chunk = new ArrayList<Kept>(CHUNK);
        while (chunk.size() < CHUNK && all.hasNext()) {
            chunk.add(all.next());
        }
        return chunk;
    }

    /** Those about an erased Vorgang are left out. */
    private Stream<Entscheidung> open(List<Kept> kept) {
        var sealed = kept.stream()
                .flatMap(one -> Stream.ofNullable(one.vorgang()).map(vorgang -> new Sealed(vorgang, one.inhalt())))
                .toList();
        var opened = verschluesselung.openAll(PURPOSE, sealed).iterator();
        return kept.stream()
                .flatMap(one -> (one.vorgang() == null ? Optional.of(one.inhalt()) : opened.next())
                        .map(inhalt -> entscheidung(one, json.readValue(inhalt, Inhalt.class))).stream());
    }

    private static Entscheidung entscheidung(Kept kept, Inhalt inhalt) {
        return new Entscheidung(
                kept.id(),
                new DecisionId(kept.tabelle()),
                kept.version(),
                inhalt.eingaben(),
                inhalt.ergebnisse(),
                inhalt.zeilen(),
                inhalt.begruendung(),
                kept.entschiedenAm(),
                inhalt.schritte().stream().map(KeptSchritt::schritt).toList());
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        var vorgang = row.getObject("vorgang_id", UUID.class);
        return new Kept(
                row.getObject("id", UUID.class),
                vorgang == null ? null : new VorgangId(vorgang),
                row.getString("tabelle"),
                row.getInt("version"),
                row.getTimestamp("entschieden_am").toInstant(),
                row.getBytes("inhalt"));
    }

    /** A row as it is kept. */
    private record Kept(
            UUID id, @Nullable VorgangId vorgang, String tabelle, int version, Instant entschiedenAm, byte[] inhalt) {}

    /** What a row holds in its encrypted part. */
    private record Inhalt(
            Map<String, @Nullable Object> eingaben,
            List<Map<String, @Nullable Object>> ergebnisse,
            List<RuleHit> zeilen,
            String begruendung,
            List<KeptSchritt> schritte) {}

    /** A step as it is kept: the id of the table is a text. */
    private record KeptSchritt(
            String tabelle, List<Map<String, @Nullable Object>> ergebnisse, List<RuleHit> zeilen, String begruendung) {

        Schritt schritt() {
            return new Schritt(new DecisionId(tabelle), ergebnisse, zeilen, begruendung);
        }
    }
}
