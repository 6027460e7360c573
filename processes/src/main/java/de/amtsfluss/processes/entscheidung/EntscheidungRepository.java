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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes decisions; a decision that is kept is never changed. */
@Repository
class EntscheidungRepository {

    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, @Nullable Object>>> ROWS = new TypeReference<>() {};
    private static final TypeReference<List<RuleHit>> HITS = new TypeReference<>() {};

    private static final TypeReference<List<KeptSchritt>> SCHRITTE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EntscheidungRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        // An amount of money must come back as it was decided.
        this.json = json.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    Entscheidung keep(UUID id, VorgangId vorgang, Decided decided, Instant now) {
        return keep(id, vorgang.value(), null, decided, now);
    }

    Entscheidung keep(UUID id, AusloeserId ausloeser, Decided decided, Instant now) {
        return keep(id, null, ausloeser.value(), decided, now);
    }

    private Entscheidung keep(UUID id, @Nullable UUID vorgang, @Nullable UUID ausloeser, Decided decided, Instant now) {
        jdbc.sql("""
                insert into processes.entscheidung
                    (id, vorgang_id, ausloeser_id, tabelle, version, eingaben, ergebnisse, zeilen, begruendung,
                     entschieden_am, schritte)
                values (:id, :vorgang, :ausloeser, :tabelle, :version, :eingaben::jsonb, :ergebnisse::jsonb,
                     :zeilen::jsonb, :begruendung, :now, :schritte::jsonb)
                on conflict (id) do nothing""")
                .param("id", id)
                .param("vorgang", vorgang)
                .param("ausloeser", ausloeser)
                .param("tabelle", decided.decision().value())
                .param("version", decided.version())
                .param("eingaben", json.writeValueAsString(decided.inputs()))
                .param("ergebnisse", json.writeValueAsString(decided.outputs()))
                .param("zeilen", json.writeValueAsString(decided.rules()))
                .param("begruendung", decided.sentence())
                .param("now", Timestamp.from(now))
                .param(
                        "schritte",
                        json.writeValueAsString(decided.required().stream()
                                .map(EntscheidungRepository::schritt)
                                .toList()))
                .update();
        return find(id).orElseThrow();
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
                .query(this::read)
                .optional();
    }

    List<Entscheidung> about(VorgangId vorgang, @Nullable AusloeserId ausloeser) {
        return jdbc.sql("""
                select * from processes.entscheidung where vorgang_id = :vorgang or ausloeser_id = :ausloeser::uuid
                order by entschieden_am, id""")
                .param("vorgang", vorgang.value())
                .param("ausloeser", ausloeser == null ? null : ausloeser.toString())
                .query(this::read)
                .list();
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
                .withFetchSize(1_000)
                .query(this::read)
                .stream()) {
            for (var recorded : (Iterable<Entscheidung>) rows::iterator) {
                if (++checked <= limit) {
                    replay.check(recorded);
                }
            }
        }
        return replay.result(checked <= limit);
    }

    private Entscheidung read(ResultSet row, int number) throws SQLException {
        return new Entscheidung(
                row.getObject("id", UUID.class),
                new DecisionId(row.getString("tabelle")),
                row.getInt("version"),
                json.readValue(row.getString("eingaben"), VALUES),
                json.readValue(row.getString("ergebnisse"), ROWS),
                json.readValue(row.getString("zeilen"), HITS),
                row.getString("begruendung"),
                row.getTimestamp("entschieden_am").toInstant(),
                json.readValue(row.getString("schritte"), SCHRITTE).stream()
                        .map(KeptSchritt::schritt)
                        .toList());
    }

    /** A step as it is kept: the id of the table is a text. */
    private record KeptSchritt(
            String tabelle, List<Map<String, @Nullable Object>> ergebnisse, List<RuleHit> zeilen, String begruendung) {

        Schritt schritt() {
            return new Schritt(new DecisionId(tabelle), ergebnisse, zeilen, begruendung);
        }
    }
}
