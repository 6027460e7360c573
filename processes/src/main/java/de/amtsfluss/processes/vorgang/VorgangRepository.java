package de.amtsfluss.processes.vorgang;

import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Vorgaenge.Query;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import de.amtsfluss.processes.schluessel.Verschluesselung.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the Vorgaenge. */
@Repository
class VorgangRepository {

    private static final TypeReference<Map<String, @Nullable Object>> DATEN = new TypeReference<>() {};

    private static final TypeReference<List<Beteiligter>> BETEILIGTE = new TypeReference<>() {};

    private static final String INHALT_PURPOSE = "daten";
    private static final String BETEILIGTE_PURPOSE = "beteiligte";

    private final JdbcClient jdbc;
    private final Verschluesselung verschluesselung;
    private final JsonMapper json;

    VorgangRepository(JdbcClient jdbc, Verschluesselung verschluesselung, JsonMapper json) {
        this.jdbc = jdbc;
        this.verschluesselung = verschluesselung;
        this.json = json;
    }

    void insert(VorgangId id, String aktenzeichen, NeuerVorgang wanted, Instant now) {
        jdbc.sql("""
                insert into processes.vorgang
                    (id, aktenzeichen, verfahren, betreff, ausloeser_id, process_instance_key, kanal, status, inhalt,
                     beteiligte, gruppen, angelegt_am)
                values (:id, :aktenzeichen, :verfahren, :betreff, :ausloeser, :process, :kanal, 'OFFEN', :inhalt,
                     :beteiligte, :gruppen, :now)""")
                .param("id", id.value())
                .param("aktenzeichen", aktenzeichen)
                .param("verfahren", wanted.verfahren())
                .param("betreff", wanted.betreff())
                .param(
                        "ausloeser",
                        wanted.ausloeser() == null ? null : wanted.ausloeser().value())
                .param("process", wanted.processInstanceKey())
                .param("kanal", wanted.kanal())
                .param("inhalt", verschluesselung.seal(id, INHALT_PURPOSE, json.writeValueAsBytes(wanted.daten())))
                .param("beteiligte", sealBeteiligte(id, wanted.beteiligte()))
                .param("gruppen", wanted.gruppen().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    private byte @Nullable [] sealBeteiligte(VorgangId id, List<Beteiligter> beteiligte) {
        return beteiligte.isEmpty()
                ? null
                : verschluesselung.seal(id, BETEILIGTE_PURPOSE, json.writeValueAsBytes(beteiligte));
    }

    List<Beteiligter> beteiligte(VorgangId id) {
        return jdbc.sql("select beteiligte from processes.vorgang where id = :id and beteiligte is not null")
                .param("id", id.value())
                .query((row, number) -> row.getBytes("beteiligte"))
                .optional()
                .flatMap(kept -> verschluesselung.open(id, BETEILIGTE_PURPOSE, kept))
                .map(opened -> json.readValue(opened, BETEILIGTE))
                .orElse(List.of());
    }

    void replaceBeteiligte(VorgangId id, List<Beteiligter> beteiligte) {
        jdbc.sql("update processes.vorgang set beteiligte = :beteiligte where id = :id")
                .param("beteiligte", sealBeteiligte(id, beteiligte))
                .param("id", id.value())
                .update();
    }

    /** False if it has another process already; absent if there is no such Vorgang. */
    Optional<Boolean> begin(VorgangId id, long processInstanceKey) {
        jdbc.sql("""
                update processes.vorgang set process_instance_key = :process
                where id = :id and process_instance_key is null""")
                .param("process", processInstanceKey)
                .param("id", id.value())
                .update();
        return jdbc.sql("select process_instance_key = :process from processes.vorgang where id = :id")
                .param("process", processInstanceKey)
                .param("id", id.value())
                .query(Boolean.class)
                .optional();
    }

    /** The next number of the unit in the year; numbers of rolled back transactions are given again. */
    int nextNumber(String einheit, int jahr) {
        return jdbc.sql("""
                insert into processes.aktenzeichen_folge (einheit, jahr, letzte) values (:einheit, :jahr, 1)
                on conflict (einheit, jahr) do update set letzte = aktenzeichen_folge.letzte + 1
                returning letzte""")
                .param("einheit", einheit)
                .param("jahr", jahr)
                .query(Integer.class)
                .single();
    }

    /** False if there is no such Vorgang. */
    boolean supplement(VorgangId id, Map<String, @Nullable Object> daten) {
        var before = jdbc.sql("select inhalt from processes.vorgang where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> row.getBytes("inhalt"))
                .optional();
        if (before.isEmpty()) {
            return false;
        }
        var all = new HashMap<>(daten(id, before.get())
                .orElseThrow(() -> new IllegalStateException(
                        "Expected to add to the data of Vorgang '%s', but it was erased".formatted(id))));
        all.putAll(daten);
        jdbc.sql("update processes.vorgang set inhalt = :inhalt where id = :id")
                .param("inhalt", verschluesselung.seal(id, INHALT_PURPOSE, json.writeValueAsBytes(all)))
                .param("id", id.value())
                .update();
        return true;
    }

    private Optional<Map<String, @Nullable Object>> daten(VorgangId id, byte[] sealed) {
        return verschluesselung.open(id, INHALT_PURPOSE, sealed).map(opened -> json.readValue(opened, DATEN));
    }

    /** False if it was not open. */
    boolean close(VorgangId id, String ergebnis, Instant now) {
        return jdbc.sql("""
                update processes.vorgang set status = 'ABGESCHLOSSEN', ergebnis = :ergebnis, abgeschlossen_am = :now
                where id = :id and status = 'OFFEN'""")
                        .param("ergebnis", ergebnis)
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    Optional<Vorgang> find(VorgangId id) {
        return select("id = :value", id.value());
    }

    /** When the Vorgaenge of these were closed; without those that are open. */
    Map<AusloeserId, Instant> abgeschlossen(Collection<AusloeserId> ausloeser) {
        var found = new HashMap<AusloeserId, Instant>();
        jdbc.sql("""
                        select ausloeser_id, abgeschlossen_am from processes.vorgang
                        where ausloeser_id = any(:ids) and abgeschlossen_am is not null
                        """)
                .param("ids", ausloeser.stream().map(AusloeserId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            new AusloeserId(row.getObject(1, UUID.class)),
                            row.getTimestamp(2).toInstant());
                });
        return found;
    }

    Optional<Vorgang> findByAusloeser(AusloeserId ausloeser) {
        return select("ausloeser_id = :value", ausloeser.value());
    }

    Optional<Vorgang> findByProcess(long processInstanceKey) {
        return select("process_instance_key = :value", processInstanceKey);
    }

    /** Whether one of these persons or groups started a Geschäftsgang of the Vorgang, or was asked in one. */
    boolean takesPart(VorgangId id, Set<String> kennungen, Set<String> gruppen) {
        return jdbc.sql("""
                select exists (
                    select 1 from processes.geschaeftsgang g
                    where g.vorgang_id = :id and (g.verfasser = any(:kennungen) or exists (
                        select 1 from processes.beteiligungsschritt s
                        where s.geschaeftsgang_id = g.id and s.status in ('AKTUELL', 'ABGESCHLOSSEN')
                          and (s.person = any(:kennungen) or s.gruppe = any(:gruppen)))))""")
                .param("id", id.value())
                .param("kennungen", kennungen.toArray(String[]::new))
                .param("gruppen", gruppen.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    List<Vorgang> list(Query query, Set<String> gruppen) {
        return open(jdbc.sql("""
                select * from processes.vorgang
                where gruppen && :gruppen::text[]
                  and not exists (select from processes.loeschnachweis l where l.vorgang_id = vorgang.id)
                  and (:status::text is null or status = :status)
                  and (:verfahren::text is null or verfahren = :verfahren)
                  and (:text::text is null or position(lower(:text) in lower(aktenzeichen || ' ' || betreff)) > 0)
                order by angelegt_am desc, id offset :offset limit :limit""")
                .param("gruppen", gruppen.toArray(String[]::new))
                .param("status", query.status() == null ? null : query.status().name())
                .param("verfahren", query.verfahren())
                .param("text", query.text())
                .param("offset", Math.max(0, query.offset()))
                .param("limit", Math.clamp(query.limit(), 1, 200))
                .query(VorgangRepository::read)
                .list());
    }

    private Optional<Vorgang> select(String condition, Object value) {
        return jdbc.sql("select * from processes.vorgang where " + condition)
                .param("value", value)
                .query(VorgangRepository::read)
                .optional()
                .map(row -> open(List.of(row)).getFirst());
    }

    /** Gives the rows their data; those of an erased Vorgang are empty. */
    private List<Vorgang> open(List<Row> rows) {
        var opened = verschluesselung
                .openAll(
                        INHALT_PURPOSE,
                        rows.stream()
                                .map(row -> new Sealed(row.vorgang().id(), row.inhalt()))
                                .toList())
                .iterator();
        return rows.stream()
                .map(row -> opened.next()
                        .map(inhalt -> row.vorgang().with(json.readValue(inhalt, DATEN)))
                        .orElse(row.vorgang()))
                .toList();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        var ausloeser = row.getObject("ausloeser_id", UUID.class);
        var closed = row.getTimestamp("abgeschlossen_am");
        var vorgang = new Vorgang(
                new VorgangId(row.getObject("id", UUID.class)),
                row.getString("aktenzeichen"),
                row.getString("verfahren"),
                row.getString("betreff"),
                ausloeser == null ? null : new AusloeserId(ausloeser),
                row.getString("kanal"),
                Vorgang.Status.valueOf(row.getString("status")),
                row.getString("ergebnis"),
                Map.of(),
                Set.of((String[]) row.getArray("gruppen").getArray()),
                row.getTimestamp("angelegt_am").toInstant(),
                closed == null ? null : closed.toInstant());
        return new Row(vorgang, row.getBytes("inhalt"));
    }

    /** A Vorgang still without its data. */
    private record Row(Vorgang vorgang, byte[] inhalt) {}
}
