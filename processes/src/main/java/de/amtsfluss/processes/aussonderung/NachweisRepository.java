package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungsart;
import de.amtsfluss.processes.Bewertung;
import de.amtsfluss.processes.Loeschnachweis;
import de.amtsfluss.processes.VorgangId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes and reads the proofs of erasure. */
@Repository
class NachweisRepository {

    private static final String SELECT =
            "select l.*, cardinality(l.dokumente) as anzahl from processes.loeschnachweis l ";

    private final JdbcClient jdbc;

    NachweisRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that a Vorgang is to be erased, for the reasons its entry gives. */
    void order(UUID eintrag, VorgangId vorgang, String von, Instant now) {
        jdbc.sql("""
                insert into processes.loeschnachweis (id, aussonderung_id, eintrag_id, vorgang_id, aktenzeichen,
                    verfahren, laufzeit_beginn, laufzeit_ende, aufbewahrungsende, aussonderungsart, bewertung,
                    bewertet_am, bewertet_von, archivkennung, angeordnet_am, angeordnet_von, dokumente)
                select :id, e.aussonderung_id, e.id, v.id, v.aktenzeichen, v.verfahren, e.laufzeit_beginn,
                    e.laufzeit_ende, e.aufbewahrungsende, e.aussonderungsart, e.bewertung, e.bewertet_am,
                    e.bewertet_von, e.archivkennung, :now, :von,
                    array(select d.id from processes.dokument d where d.vorgang_id = v.id order by d.id)
                from processes.aussonderung_eintrag e, processes.vorgang v
                where e.id = :eintrag and v.id = :vorgang""")
                .param("id", UUID.randomUUID())
                .param("eintrag", eintrag)
                .param("vorgang", vorgang.value())
                .param("von", von)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The Vorgaenge whose erasure is ordered and not finished, the oldest order first; of one list or of all. */
    List<VorgangId> unfinished(@Nullable AussonderungId list) {
        return jdbc.sql("""
                select vorgang_id from processes.loeschnachweis
                where geloescht_am is null and (:list::uuid is null or aussonderung_id = :list::uuid)
                order by angeordnet_am, vorgang_id""")
                .param("list", list == null ? null : list.toString())
                .query((row, number) -> new VorgangId(row.getObject("vorgang_id", UUID.class)))
                .list();
    }

    /**
     * The entry of a Vorgang whose erasure is not finished; nobody else finishes one of it until the transaction ends.
     */
    Optional<UUID> lockUnfinished(VorgangId vorgang) {
        return jdbc.sql("""
                select l.eintrag_id from processes.loeschnachweis l
                join processes.aussonderung_eintrag e on e.id = l.eintrag_id
                where l.vorgang_id = :vorgang and l.geloescht_am is null for update""")
                .param("vorgang", vorgang.value())
                .query((row, number) -> Objects.requireNonNull(row.getObject("eintrag_id", UUID.class)))
                .optional();
    }

    void finish(VorgangId vorgang, Instant keyDestroyed, Instant now) {
        jdbc.sql("""
                update processes.loeschnachweis set schluessel_geloescht_am = :key, geloescht_am = :now
                where vorgang_id = :vorgang""")
                .param("key", Timestamp.from(keyDestroyed))
                .param("now", Timestamp.from(now))
                .param("vorgang", vorgang.value())
                .update();
    }

    /** Notes that an entry is erased when all its Vorgaenge are; gives its list then. */
    Optional<AussonderungId> finishEntry(UUID eintrag) {
        return jdbc.sql("""
                update processes.aussonderung_eintrag e set stand = 'GELOESCHT', importfehler = null
                where e.id = :eintrag and e.stand = 'LOESCHUNG_ANGEORDNET' and not exists (
                    select from processes.loeschnachweis l where l.eintrag_id = e.id and l.geloescht_am is null)
                returning e.aussonderung_id""")
                .param("eintrag", eintrag)
                .query((row, number) -> new AussonderungId(row.getObject("aussonderung_id", UUID.class)))
                .optional();
    }

    List<Loeschnachweis> of(AussonderungId id) {
        return jdbc.sql(SELECT + "where l.aussonderung_id = :id order by l.aktenzeichen")
                .param("id", id.value())
                .query(NachweisRepository::read)
                .list();
    }

    /** By the id of the Vorgang, its Akte, or one of its documents; each page asks, so each way has its index. */
    Optional<Loeschnachweis> find(UUID objekt) {
        return jdbc.sql(SELECT + """
                where l.id in (
                    select id from processes.loeschnachweis where vorgang_id = :objekt
                    union all select id from processes.loeschnachweis where dokumente @> array[:objekt]
                    union all select n.id from processes.loeschnachweis n
                        join processes.vorgang_akte va on va.vorgang_id = n.vorgang_id where va.akte_id = :objekt)
                order by l.aktenzeichen limit 1""")
                .param("objekt", objekt)
                .query(NachweisRepository::read)
                .optional();
    }

    private static Loeschnachweis read(ResultSet row, int number) throws SQLException {
        var key = row.getTimestamp("schluessel_geloescht_am");
        var erased = row.getTimestamp("geloescht_am");
        return new Loeschnachweis(
                row.getObject("id", UUID.class),
                new AussonderungId(row.getObject("aussonderung_id", UUID.class)),
                new VorgangId(row.getObject("vorgang_id", UUID.class)),
                row.getString("aktenzeichen"),
                row.getString("verfahren"),
                row.getObject("laufzeit_beginn", LocalDate.class),
                row.getObject("laufzeit_ende", LocalDate.class),
                row.getObject("aufbewahrungsende", LocalDate.class),
                Aussonderungsart.valueOf(row.getString("aussonderungsart")),
                Bewertung.valueOf(row.getString("bewertung")),
                Objects.requireNonNull(AussonderungRepository.schritt(row, "bewertet")),
                row.getString("archivkennung"),
                Objects.requireNonNull(AussonderungRepository.schritt(row, "angeordnet")),
                row.getInt("anzahl"),
                key == null ? null : key.toInstant(),
                erased == null ? null : erased.toInstant());
    }
}
