package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.AkteId;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungsart;
import de.amtsfluss.processes.Aussonderungseintrag;
import de.amtsfluss.processes.Aussonderungseintrag.Stand;
import de.amtsfluss.processes.Bewertung;
import de.amtsfluss.processes.Vertraulichkeit;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and changes the entries of the lists. */
@Repository
class EintragRepository {

    private static final String PURPOSE = "aussonderung";

    private final JdbcClient jdbc;
    private final Verschluesselung verschluesselung;

    EintragRepository(JdbcClient jdbc, Verschluesselung verschluesselung) {
        this.jdbc = jdbc;
        this.verschluesselung = verschluesselung;
    }

    /**
     * The entries of a list.
     *
     * @param gruppen those of the reader; what is more confidential is listed without its subject
     */
    List<Aussonderungseintrag> of(AussonderungId id, Set<String> gruppen) {
        return jdbc.sql("""
                select e.*, a.vertraulichkeit,
                    case when e.stand not in ('LOESCHUNG_ANGEORDNET', 'GELOESCHT')
                        then coalesce(a.betreff, v.betreff) end as betreff,
                    case when e.akte_id is null then array[e.vorgang_id] else (
                        select array_agg(va.vorgang_id order by w.angelegt_am, w.id)
                        from processes.vorgang_akte va join processes.vorgang w on w.id = va.vorgang_id
                        where va.akte_id = e.akte_id) end as vorgaenge
                from processes.aussonderung_eintrag e
                left join processes.akte a on a.id = e.akte_id
                left join processes.vorgang v on v.id = e.vorgang_id
                where e.aussonderung_id = :id order by e.nummer""")
                .param("id", id.value())
                .query((row, number) -> read(row, gruppen))
                .list();
    }

    void setStand(UUID eintrag, Stand stand) {
        jdbc.sql("update processes.aussonderung_eintrag set stand = :stand where id = :id")
                .param("stand", stand.name())
                .param("id", eintrag)
                .update();
    }

    void appraise(UUID eintrag, Bewertung bewertung, String von, Instant now) {
        jdbc.sql("""
                update processes.aussonderung_eintrag
                set stand = 'BEWERTET', bewertung = :bewertung, bewertet_von = :von, bewertet_am = :now
                where id = :id""")
                .param("bewertung", bewertung.name())
                .param("von", von)
                .param("now", Timestamp.from(now))
                .param("id", eintrag)
                .update();
    }

    void imported(UUID eintrag, String archivkennung, String von, Instant now) {
        noteImport(eintrag, Stand.UEBERNOMMEN, archivkennung, null, von, now);
    }

    void failed(Aussonderungseintrag eintrag, String grund, String von, Instant now) {
        var sealed =
                verschluesselung.seal(eintrag.vorgaenge().getFirst(), PURPOSE, grund.getBytes(StandardCharsets.UTF_8));
        noteImport(eintrag.id(), Stand.FEHLGESCHLAGEN, null, sealed, von, now);
    }

    private void noteImport(
            UUID eintrag,
            Stand stand,
            @Nullable String archivkennung,
            byte @Nullable [] fehler,
            String von,
            Instant now) {
        jdbc.sql("""
                update processes.aussonderung_eintrag
                set stand = :stand, archivkennung = :kennung, importfehler = :fehler, import_von = :von, import_am = :now
                where id = :id""")
                .param("stand", stand.name())
                .param("kennung", archivkennung)
                .param("fehler", fehler)
                .param("von", von)
                .param("now", Timestamp.from(now))
                .param("id", eintrag)
                .update();
    }

    /** Who appraised the entry, ended the appraisal, or said that it is in the archive. */
    Set<String> archivists(UUID eintrag) {
        return Set.copyOf(jdbc.sql("""
                select distinct von from processes.aussonderung_eintrag e
                join processes.aussonderung a on a.id = e.aussonderung_id,
                unnest(array[e.bewertet_von, e.import_von, a.bewertet_von]) von
                where e.id = :id and von is not null""")
                .param("id", eintrag)
                .query((row, number) -> row.getString("von"))
                .list());
    }

    private Aussonderungseintrag read(ResultSet row, Set<String> gruppen) throws SQLException {
        var akte = row.getObject("akte_id", UUID.class);
        var stufe = row.getString("vertraulichkeit");
        var readable = stufe == null || Vertraulichkeit.valueOf(stufe).isOpenTo(gruppen);
        var bewertung = row.getString("bewertung");
        var vorgaenge = Stream.of((UUID[]) row.getArray("vorgaenge").getArray())
                .map(VorgangId::new)
                .toList();
        return new Aussonderungseintrag(
                row.getObject("id", UUID.class),
                row.getInt("nummer"),
                akte == null ? null : new AkteId(akte),
                vorgaenge,
                row.getString("kennzeichen"),
                readable ? row.getString("betreff") : null,
                row.getObject("laufzeit_beginn", LocalDate.class),
                row.getObject("laufzeit_ende", LocalDate.class),
                row.getObject("aufbewahrungsende", LocalDate.class),
                Aussonderungsart.valueOf(row.getString("aussonderungsart")),
                Stand.valueOf(row.getString("stand")),
                bewertung == null ? null : Bewertung.valueOf(bewertung),
                AussonderungRepository.schritt(row, "bewertet"),
                row.getString("archivkennung"),
                readable ? opened(vorgaenge.getFirst(), row.getBytes("importfehler")) : null);
    }

    private @Nullable String opened(VorgangId vorgang, byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : verschluesselung
                        .open(vorgang, PURPOSE, sealed)
                        .map(opened -> new String(opened, StandardCharsets.UTF_8))
                        .orElse(null);
    }
}
