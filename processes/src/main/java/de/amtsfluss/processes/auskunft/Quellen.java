package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Vertraulichkeit;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is known of a Vorgang beside its data. */
@Repository
class Quellen {

    private final JdbcClient jdbc;
    private final Verschluesselung verschluesselung;

    Quellen(JdbcClient jdbc, Verschluesselung verschluesselung) {
        this.jdbc = jdbc;
        this.verschluesselung = verschluesselung;
    }

    /** Whether the key of its data was deleted. */
    boolean erased(VorgangId vorgang) {
        return jdbc.sql("select inhalt from processes.vorgang where id = :vorgang")
                .param("vorgang", vorgang.value())
                .query((row, number) -> row.getBytes("inhalt"))
                .optional()
                .flatMap(kept -> verschluesselung.open(vorgang, "daten", kept))
                .isEmpty();
    }

    Vertraulichkeit vertraulichkeit(VorgangId vorgang) {
        return jdbc.sql("""
                select a.vertraulichkeit from processes.akte a join processes.vorgang_akte va on va.akte_id = a.id
                where va.vorgang_id = :vorgang""")
                .param("vorgang", vorgang.value())
                .query(String.class)
                .optional()
                .map(Vertraulichkeit::valueOf)
                .orElse(Vertraulichkeit.OFFEN);
    }

    /** Until when its Akte is kept, once that is known. */
    Optional<LocalDate> aufbewahrungsende(VorgangId vorgang) {
        return jdbc.sql("""
                select a.aufbewahrungsende from processes.akte a
                join processes.vorgang_akte va on va.akte_id = a.id
                where va.vorgang_id = :vorgang and a.aufbewahrungsende is not null""")
                .param("vorgang", vorgang.value())
                .query(LocalDate.class)
                .optional();
    }

    /** The form by which it was applied for. */
    Optional<String> formular(VorgangId vorgang) {
        return jdbc.sql("select formular from processes.antrag where vorgang_id = :vorgang")
                .param("vorgang", vorgang.value())
                .query(String.class)
                .optional();
    }

    Map<DokumentId, Richtung> richtungen(VorgangId vorgang) {
        var found = new HashMap<DokumentId, Richtung>();
        jdbc.sql("select id, richtung from processes.dokument where vorgang_id = :vorgang")
                .param("vorgang", vorgang.value())
                .query(row -> {
                    found.put(
                            new DokumentId(row.getObject("id", UUID.class)),
                            Richtung.valueOf(row.getString("richtung")));
                });
        return found;
    }

    /** The Vorgaenge to which it was handed over. */
    List<Verweis> abgegebenAn(VorgangId vorgang) {
        return verweise("v.id = r.nach_id where r.von_id = :vorgang", vorgang);
    }

    /** The Vorgaenge from which it was handed over. */
    List<Verweis> uebernommenVon(VorgangId vorgang) {
        return verweise("v.id = r.von_id where r.nach_id = :vorgang", vorgang);
    }

    private List<Verweis> verweise(String condition, VorgangId vorgang) {
        return jdbc.sql(
                        "select v.aktenzeichen, v.verfahren from processes.vorgang_verweis r join processes.vorgang v on "
                                + condition + " order by v.aktenzeichen")
                .param("vorgang", vorgang.value())
                .query((row, number) -> new Verweis(row.getString("aktenzeichen"), row.getString("verfahren")))
                .list();
    }

    /** The tasks with the time until which they were to be done. */
    List<Aufgabenfrist> aufgabenfristen(VorgangId vorgang) {
        return jdbc.sql("""
                select t.bpmn_process_id, t.element_id, t.due_date from processes.user_task t
                join processes.vorgang v using (process_instance_key)
                where v.id = :vorgang and t.due_date is not null order by t.due_date, t.key""")
                .param("vorgang", vorgang.value())
                .query((row, number) -> new Aufgabenfrist(
                        row.getString("bpmn_process_id"),
                        row.getString("element_id"),
                        row.getTimestamp("due_date").toInstant()))
                .list();
    }

    /**
     * Another Vorgang.
     *
     * @param aktenzeichen its reference
     * @param verfahren its procedure
     */
    record Verweis(String aktenzeichen, String verfahren) {}

    /**
     * A task with its time.
     *
     * @param verfahren the procedure
     * @param element the task in the model
     * @param ende until when it is to be done
     */
    record Aufgabenfrist(String verfahren, String element, Instant ende) {}
}
