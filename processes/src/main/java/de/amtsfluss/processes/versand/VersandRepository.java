package de.amtsfluss.processes.versand;

import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Versandregister.Waiting;
import de.amtsfluss.processes.Versandregister.Wanted;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.Versendung;
import de.amtsfluss.processes.Versendung.Zustand;
import de.amtsfluss.processes.VorgangId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the register of dispatches. */
@Repository
class VersandRepository {

    private static final TypeReference<Map<String, @Nullable Object>> ANGABEN = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VersandRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False if the order was entered before. */
    boolean insert(UUID id, UUID ursprung, Wanted wanted, Instant now) {
        return jdbc.sql("""
                insert into processes.versand
                    (id, auftrag, ursprung, vorgang_id, dokument_id, template, angaben, empfaenger, weg, hauptsache,
                     zustand, naechster_am, angelegt_am)
                values (:id, :auftrag, :ursprung, :vorgang, :dokument, :template, :angaben::jsonb, :empfaenger, :weg,
                     :hauptsache, 'VORGEMERKT', :now, :now)
                on conflict (auftrag) do nothing""")
                        .param("id", id)
                        .param("auftrag", wanted.auftrag())
                        .param("ursprung", ursprung)
                        .param("vorgang", wanted.vorgang().value())
                        .param(
                                "dokument",
                                wanted.dokument() == null
                                        ? null
                                        : wanted.dokument().value())
                        .param("template", wanted.template())
                        .param("angaben", json.writeValueAsString(wanted.angaben()))
                        .param("empfaenger", wanted.empfaenger())
                        .param("weg", wanted.weg().name())
                        .param("hauptsache", wanted.hauptsache())
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    Optional<Versendung> findByAuftrag(String auftrag) {
        return jdbc.sql("select * from processes.versand where auftrag = :auftrag")
                .param("auftrag", auftrag)
                .query(this::read)
                .optional();
    }

    Optional<Versendung> find(UUID id) {
        return jdbc.sql("select * from processes.versand where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The same, and nobody else may change it until the transaction ends. */
    Optional<Versendung> lock(UUID id) {
        return jdbc.sql("select * from processes.versand where id = :id for update")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    List<Versendung> of(VorgangId vorgang) {
        return jdbc.sql("select * from processes.versand where vorgang_id = :vorgang order by angelegt_am, auftrag")
                .param("vorgang", vorgang.value())
                .query(this::read)
                .list();
    }

    List<Versendung> take(Versandweg weg, Instant now, int limit) {
        return jdbc.sql("""
                select * from processes.versand
                where zustand = 'VORGEMERKT' and weg = :weg and naechster_am <= :now
                order by naechster_am, id limit :limit for update skip locked""")
                .param("weg", weg.name())
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    void handedOver(UUID id, LocalDate am) {
        jdbc.sql("update processes.versand set zustand = 'UEBERGEBEN', versandt_am = :am, fehler = null where id = :id")
                .param("am", am)
                .param("id", id)
                .update();
    }

    /** What it replaces has its replacement now. */
    List<UUID> replacedBy(UUID id) {
        return jdbc.sql("""
                update processes.versand set zustand = 'ERSETZT'
                where ersetzt_durch = :id and zustand = 'ZURUECKGEKOMMEN' returning id""")
                .param("id", id)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    void failed(UUID id, Instant next, String why) {
        jdbc.sql("""
                update processes.versand set versuche = versuche + 1, naechster_am = :next, fehler = :why
                where id = :id""")
                .param("next", Timestamp.from(next))
                .param("why", why)
                .param("id", id)
                .update();
    }

    void state(UUID id, Zustand zustand) {
        jdbc.sql("update processes.versand set zustand = :zustand where id = :id")
                .param("zustand", zustand.name())
                .param("id", id)
                .update();
    }

    void returned(UUID id, String why, @Nullable UUID instead) {
        jdbc.sql("""
                update processes.versand set zustand = 'ZURUECKGEKOMMEN', fehler = :why, ersetzt_durch = :instead
                where id = :id""")
                .param("why", why)
                .param("instead", instead)
                .param("id", id)
                .update();
    }

    Waiting waitingLetters() {
        return jdbc.sql("""
                select count(*) filter (where zustand = 'VORGEMERKT'), count(*) filter (where fehler is not null)
                from processes.versand where weg = 'BRIEF' and zustand in ('VORGEMERKT', 'FEHLGESCHLAGEN')""")
                .query((row, number) -> new Waiting(row.getInt(1), row.getInt(2)))
                .single();
    }

    private Versendung read(ResultSet row, int number) throws SQLException {
        var dokument = row.getObject("dokument_id", UUID.class);
        return new Versendung(
                row.getObject("id", UUID.class),
                row.getObject("ursprung", UUID.class),
                new VorgangId(row.getObject("vorgang_id", UUID.class)),
                dokument == null ? null : new DokumentId(dokument),
                row.getString("template"),
                json.readValue(row.getString("angaben"), ANGABEN),
                row.getString("empfaenger"),
                Versandweg.valueOf(row.getString("weg")),
                row.getBoolean("hauptsache"),
                Zustand.valueOf(row.getString("zustand")),
                row.getInt("versuche"),
                row.getString("fehler"),
                row.getObject("versandt_am", LocalDate.class),
                row.getObject("ersetzt_durch", UUID.class));
    }
}
