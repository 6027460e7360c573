package de.amtsfluss.processes.posteingang;

import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Posteingang.Inhalt;
import de.amtsfluss.processes.Posteingang.Status;
import de.amtsfluss.processes.PosteingangId;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the post; what it holds is sealed with its own key, and with that of its Vorgang once it has one.
 */
@Repository
class PosteingangRepository {

    private static final String SELECT = """
            select p.*, w.eingangsnummer as wiederholung_nummer
            from processes.posteingang p left join processes.posteingang w on w.id = p.wiederholung_von where\s""";
    private static final String PURPOSE = "posteingang";
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Verschluesselung verschluesselung;
    private final JsonMapper json;

    PosteingangRepository(JdbcClient jdbc, Verschluesselung verschluesselung, JsonMapper json) {
        this.jdbc = jdbc;
        this.verschluesselung = verschluesselung;
        this.json = json;
    }

    /** The key of a piece of post that has no Vorgang yet. */
    static VorgangId ownKey(PosteingangId id) {
        return new VorgangId(id.value());
    }

    /** The next number of the year; numbers of rolled back transactions are given again. */
    int nextNumber(int jahr) {
        return jdbc.sql("""
                insert into processes.posteingang_folge (jahr, letzte) values (:jahr, 1)
                on conflict (jahr) do update set letzte = posteingang_folge.letzte + 1 returning letzte""").param("jahr", jahr).query(Integer.class).single();
    }

    /** So that of two deliveries with the same mark the second waits for the first. */
    void lock(long mark) {
        jdbc.sql("select pg_advisory_xact_lock(:mark)")
                .param("mark", mark)
                .query((row, number) -> true)
                .list();
    }

    void insert(Posteingang posteingang, Inhalt inhalt, Herkunftsmarken marken, @Nullable PosteingangId earlier) {
        var moment = posteingang.eingegangenUm();
        jdbc.sql("""
                insert into processes.posteingang
                    (id, eingangsnummer, eingegangen_am, eingegangen_um, erfasst_am, erfasst_von, kanal, status, gruppen,
                     inhalt, quelle, kennung, merkmal, wiederholung_von)
                values (:id, :nummer, :am, :um, :erfasst, :von, :kanal, :status, :gruppen,
                     :inhalt, :quelle, :kennung, :merkmal, :wiederholung)""")
                .param("id", posteingang.id().value())
                .param("nummer", posteingang.eingangsnummer())
                .param("am", posteingang.eingegangenAm())
                .param("um", moment == null ? null : Timestamp.from(moment))
                .param("erfasst", Timestamp.from(posteingang.erfasstAm()))
                .param("von", posteingang.erfasstVon())
                .param("kanal", posteingang.kanal().name())
                .param("status", posteingang.status().name())
                .param("gruppen", posteingang.gruppen().toArray(String[]::new))
                .param("inhalt", seal(ownKey(posteingang.id()), inhalt))
                .param("quelle", marken.quelle())
                .param("kennung", marken.kennung())
                .param("merkmal", marken.merkmal())
                .param("wiederholung", earlier == null ? null : earlier.value())
                .update();
    }

    void insertAnlage(PosteingangId id, int nummer, Posteingang.Anlage anlage, byte[] content) {
        jdbc.sql("""
                insert into processes.posteingang_anlage (id, posteingang_id, nummer, sha256, content)
                values (:id, :posteingang, :nummer, :sha256, :content)""")
                .param("id", anlage.id())
                .param("posteingang", id.value())
                .param("nummer", nummer)
                .param("sha256", anlage.sha256())
                .param("content", verschluesselung.seal(ownKey(id), PURPOSE, content))
                .update();
    }

    /** An earlier one from the same source with one of these files, or with the same mark. */
    Optional<PosteingangId> earlier(Herkunftsmarken marken, Collection<String> sha256) {
        return jdbc.sql("""
                select id from processes.posteingang p
                where p.quelle = :quelle and exists (select 1 from processes.posteingang_anlage a
                        where a.posteingang_id = p.id and a.sha256 = any(:sha256))
                    or p.merkmal = :merkmal
                order by p.erfasst_am, p.id limit 1""")
                .param("quelle", marken.quelle())
                .param("merkmal", marken.merkmal())
                .param("sha256", sha256.toArray(String[]::new))
                .query((row, number) -> new PosteingangId(row.getObject("id", UUID.class)))
                .optional();
    }

    Optional<Posteingang> findByKennung(byte[] kennung) {
        return select("p.kennung = :value", kennung);
    }

    Optional<Posteingang> find(PosteingangId id) {
        return select("p.id = :value", id.value());
    }

    Optional<Posteingang> find(String eingangsnummer) {
        return select("p.eingangsnummer = :value", eingangsnummer);
    }

    Optional<Posteingang> findByProcess(long processInstanceKey) {
        return select("p.process_instance_key = :value", processInstanceKey);
    }

    Optional<Posteingang> findByAnlage(UUID anlage) {
        return select("p.id = (select posteingang_id from processes.posteingang_anlage where id = :value)", anlage);
    }

    /** Until the end of the transaction nobody else changes it. */
    Optional<Posteingang> findForUpdate(PosteingangId id) {
        return select("p.id = :value for update of p", id.value());
    }

    List<Posteingang> list(@Nullable Status status, Set<String> gruppen) {
        return jdbc.sql(SELECT + """
                p.gruppen && :gruppen::text[] and (:status::text is null or p.status = :status)
                order by p.erfasst_am desc, p.id limit :most""")
                .param("gruppen", gruppen.toArray(String[]::new))
                .param("status", status == null ? null : status.name())
                .param("most", MOST)
                .query(this::read)
                .list();
    }

    /** False if it has another process. */
    boolean begin(PosteingangId id, long processInstanceKey) {
        return jdbc.sql("""
                update processes.posteingang set process_instance_key = :process
                where id = :id and (process_instance_key is null or process_instance_key = :process)""")
                        .param("process", processInstanceKey)
                        .param("id", id.value())
                        .update()
                > 0;
    }

    void setInhalt(Posteingang posteingang, Inhalt inhalt) {
        jdbc.sql("update processes.posteingang set inhalt = :inhalt where id = :id")
                .param("inhalt", seal(key(posteingang), inhalt))
                .param("id", posteingang.id().value())
                .update();
    }

    void setStatus(PosteingangId id, Status status, Set<String> gruppen) {
        jdbc.sql("update processes.posteingang set status = :status, gruppen = :gruppen where id = :id")
                .param("status", status.name())
                .param("gruppen", gruppen.toArray(String[]::new))
                .param("id", id.value())
                .update();
    }

    /** Hands it over to the key of the Vorgang; its files are documents there. */
    void handOver(PosteingangId id, Inhalt inhalt, Vorgang vorgang, Instant now) {
        jdbc.sql("""
                update processes.posteingang
                set status = 'UEBERNOMMEN', vorgang_id = :vorgang, gruppen = :gruppen, inhalt = :inhalt,
                    uebernommen_am = :now
                where id = :id""")
                .param("vorgang", vorgang.id().value())
                .param("gruppen", vorgang.gruppen().toArray(String[]::new))
                .param("inhalt", seal(vorgang.id(), inhalt))
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
        jdbc.sql("update processes.posteingang_anlage set content = null where posteingang_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Absent if it is a document of a Vorgang now, or was erased. */
    Optional<byte[]> content(PosteingangId id, UUID anlage) {
        return jdbc.sql("""
                select content from processes.posteingang_anlage where id = :anlage and content is not null""")
                .param("anlage", anlage)
                .query((row, number) -> row.getBytes("content"))
                .optional()
                .flatMap(content -> verschluesselung.open(ownKey(id), PURPOSE, content));
    }

    private Optional<Posteingang> select(String condition, Object value) {
        return jdbc.sql(SELECT + condition)
                .param("value", value)
                .query(this::read)
                .optional();
    }

    private byte[] seal(VorgangId key, Inhalt inhalt) {
        return verschluesselung.seal(key, PURPOSE, json.writeValueAsBytes(inhalt));
    }

    private static VorgangId key(Posteingang posteingang) {
        var vorgang = posteingang.vorgang();
        return vorgang == null ? ownKey(posteingang.id()) : vorgang;
    }

    private Posteingang read(ResultSet row, int number) throws SQLException {
        var id = new PosteingangId(row.getObject("id", UUID.class));
        var vorgang = row.getObject("vorgang_id", UUID.class);
        var moment = row.getTimestamp("eingegangen_um");
        var key = vorgang == null ? ownKey(id) : new VorgangId(vorgang);
        return new Posteingang(
                id,
                row.getString("eingangsnummer"),
                row.getObject("eingegangen_am", LocalDate.class),
                moment == null ? null : moment.toInstant(),
                row.getTimestamp("erfasst_am").toInstant(),
                row.getString("erfasst_von"),
                Kanal.valueOf(row.getString("kanal")),
                Status.valueOf(row.getString("status")),
                Set.of((String[]) row.getArray("gruppen").getArray()),
                verschluesselung
                        .open(key, PURPOSE, row.getBytes("inhalt"))
                        .map(opened -> json.readValue(opened, Inhalt.class))
                        .orElse(null),
                row.getString("wiederholung_nummer"),
                vorgang == null ? null : key);
    }

    /**
     * Where post came from, as keyed hashes.
     *
     * @param quelle the source
     * @param kennung the delivery
     * @param merkmal what is probably the same post
     */
    record Herkunftsmarken(byte[] quelle, byte[] kennung, byte @Nullable [] merkmal) {}
}
