package de.amtsfluss.processes.akte;

import de.amtsfluss.processes.Akte;
import de.amtsfluss.processes.AkteId;
import de.amtsfluss.processes.Akten.Verfuegung;
import de.amtsfluss.processes.Vertraulichkeit;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the Akten. */
@Repository
class AkteRepository {

    private static final String SELECT = """
            select a.*, (select array_agg(v.id order by v.angelegt_am, v.id)
                from processes.vorgang_akte va join processes.vorgang v on v.id = va.vorgang_id
                where va.akte_id = a.id) as vorgaenge
            from processes.akte a where\s""";

    private final JdbcClient jdbc;

    AkteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the Vorgang has an Akte already. */
    boolean insert(AkteId id, Vorgang vorgang, String aktenplaneinheit, LocalDate today) {
        if (of(vorgang.id()).isPresent()) {
            return false;
        }
        jdbc.sql("""
                insert into processes.akte (id, kennzeichen, betreff, aktenplaneinheit, vertraulichkeit, medium,
                    laufzeit_beginn, angelegt_am)
                values (:id, :kennzeichen, :betreff, :einheit, 'OFFEN', 'ELEKTRONISCH', :today, :now)""")
                .param("id", id.value())
                .param("kennzeichen", vorgang.aktenzeichen())
                .param("betreff", vorgang.betreff())
                .param("einheit", aktenplaneinheit)
                .param("today", today)
                .param("now", Timestamp.from(vorgang.angelegtAm()))
                .update();
        jdbc.sql("insert into processes.vorgang_akte (vorgang_id, akte_id) values (:vorgang, :akte)")
                .param("vorgang", vorgang.id().value())
                .param("akte", id.value())
                .update();
        return true;
    }

    Optional<Akte> find(AkteId id) {
        return select("a.id = :id", id.value());
    }

    Optional<Akte> of(VorgangId vorgang) {
        return select("a.id = (select akte_id from processes.vorgang_akte where vorgang_id = :id)", vorgang.value());
    }

    /** The same, and nobody else changes it or adds documents to it until the transaction ends. */
    Optional<Akte> lock(AkteId id) {
        jdbc.sql("select 1 from processes.akte where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> true)
                .list();
        return find(id);
    }

    /** Whether its erasure is ordered, or done. */
    boolean isErased(AkteId id) {
        return jdbc.sql("""
                select exists (select from processes.loeschnachweis l
                    join processes.vorgang_akte va on va.vorgang_id = l.vorgang_id where va.akte_id = :id)""").param("id", id.value()).query(Boolean.class).single();
    }

    Optional<Vertraulichkeit> vertraulichkeit(VorgangId vorgang) {
        return jdbc.sql("""
                select a.vertraulichkeit from processes.akte a join processes.vorgang_akte va on va.akte_id = a.id
                where va.vorgang_id = :vorgang""")
                .param("vorgang", vorgang.value())
                .query((row, number) -> Vertraulichkeit.valueOf(row.getString(1)))
                .optional();
    }

    void closeToFiles(AkteId id, LocalDate today, @Nullable LocalDate aufbewahrungsende) {
        jdbc.sql("""
                update processes.akte set zda_am = :today, laufzeit_ende = :today, aufbewahrungsende = :ende
                where id = :id""")
                .param("today", today)
                .param("ende", aufbewahrungsende)
                .param("id", id.value())
                .update();
    }

    void reopen(AkteId id) {
        jdbc.sql("""
                update processes.akte set zda_am = null, laufzeit_ende = null, aufbewahrungsende = null
                where id = :id""").param("id", id.value()).update();
    }

    void hold(AkteId id, boolean gesperrt) {
        jdbc.sql("update processes.akte set loeschsperre = :gesperrt where id = :id")
                .param("gesperrt", gesperrt)
                .param("id", id.value())
                .update();
    }

    void classify(AkteId id, Vertraulichkeit stufe) {
        jdbc.sql("update processes.akte set vertraulichkeit = :stufe where id = :id")
                .param("stufe", stufe.name())
                .param("id", id.value())
                .update();
    }

    void order(AkteId id, Verfuegung.Art art, byte @Nullable [] grund, String wer, Instant now) {
        jdbc.sql("""
                insert into processes.akte_verfuegung (id, akte_id, art, grund, verfuegt_von, verfuegt_am)
                values (:id, :akte, :art, :grund, :wer, :now)""")
                .param("id", UUID.randomUUID())
                .param("akte", id.value())
                .param("art", art.name())
                .param("grund", grund)
                .param("wer", wer)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<KeptOrder> orders(AkteId id) {
        return jdbc.sql("""
                select art, grund, verfuegt_von, verfuegt_am from processes.akte_verfuegung
                where akte_id = :id order by nummer""")
                .param("id", id.value())
                .query((row, number) -> new KeptOrder(
                        Verfuegung.Art.valueOf(row.getString("art")),
                        row.getBytes("grund"),
                        row.getString("verfuegt_von"),
                        row.getTimestamp("verfuegt_am").toInstant()))
                .list();
    }

    private Optional<Akte> select(String condition, UUID id) {
        return jdbc.sql(SELECT + condition)
                .param("id", id)
                .query(AkteRepository::read)
                .optional();
    }

    private static Akte read(ResultSet row, int number) throws SQLException {
        return new Akte(
                new AkteId(row.getObject("id", UUID.class)),
                row.getString("kennzeichen"),
                row.getString("betreff"),
                row.getString("aktenplaneinheit"),
                Vertraulichkeit.valueOf(row.getString("vertraulichkeit")),
                Akte.Medium.valueOf(row.getString("medium")),
                row.getObject("laufzeit_beginn", LocalDate.class),
                row.getObject("laufzeit_ende", LocalDate.class),
                row.getObject("zda_am", LocalDate.class),
                row.getObject("aufbewahrungsende", LocalDate.class),
                row.getBoolean("loeschsperre"),
                Stream.of((UUID[]) row.getArray("vorgaenge").getArray())
                        .map(VorgangId::new)
                        .toList());
    }

    /** An order as it is kept, its reason encrypted. */
    record KeptOrder(Verfuegung.Art art, byte @Nullable [] grund, String wer, Instant wann) {}
}
