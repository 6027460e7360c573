package de.amtsfluss.processes.geschaeftsgang;

import de.amtsfluss.processes.Beteiligungsschritt;
import de.amtsfluss.processes.Beteiligungsschritt.Adressat;
import de.amtsfluss.processes.Beteiligungsschritt.Bearbeitung;
import de.amtsfluss.processes.Beteiligungsschritt.Status;
import de.amtsfluss.processes.Geschaeftsgaenge.NeuerSchritt;
import de.amtsfluss.processes.GeschaeftsgangId;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the steps. */
@Repository
class SchrittRepository {

    /** One for all texts, so that a step that is entered again keeps its note as it lies there. */
    private static final String PURPOSE = "beteiligungsschritt";

    private final JdbcClient jdbc;
    private final Verschluesselung verschluesselung;

    SchrittRepository(JdbcClient jdbc, Verschluesselung verschluesselung) {
        this.jdbc = jdbc;
        this.verschluesselung = verschluesselung;
    }

    List<Beteiligungsschritt> of(GeschaeftsgangId id) {
        var rows =
                jdbc.sql("""
                select s.*, g.vorgang_id from processes.beteiligungsschritt s
                join processes.geschaeftsgang g on g.id = s.geschaeftsgang_id
                where g.id = :id order by s.nummer""").param("id", id.value()).query(Schrittzeile::read).list();
        var texts = verschluesselung
                .openAll(PURPOSE, rows.stream().flatMap(Schrittzeile::sealed).toList())
                .iterator();
        return rows.stream().map(row -> row.with(texts)).toList();
    }

    private byte @Nullable [] seal(VorgangId vorgang, @Nullable String text) {
        return text == null ? null : verschluesselung.seal(vorgang, PURPOSE, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a step at the end of its Stufe; {@link #renumber} brings the numbers in order. */
    UUID insert(GeschaeftsgangId id, VorgangId vorgang, NeuerSchritt wanted, String ersteller, Instant now) {
        var schritt = UUID.randomUUID();
        var adressat = wanted.adressat();
        jdbc.sql("""
                insert into processes.beteiligungsschritt
                    (id, geschaeftsgang_id, nummer, stufe, status, verfuegung, person, gruppe, termin, notiz, ersteller,
                     erstellt_am)
                select :schritt, :id, coalesce(max(nummer), 0) + 1, :stufe, 'ZUKUENFTIG', :verfuegung, :person, :gruppe,
                    :termin, :notiz, :ersteller, :now
                from processes.beteiligungsschritt where geschaeftsgang_id = :id""")
                .param("schritt", schritt)
                .param("id", id.value())
                .param("stufe", wanted.stufe())
                .param("verfuegung", wanted.verfuegung().name())
                .param("person", adressat instanceof Adressat.Person person ? person.name() : null)
                .param("gruppe", adressat instanceof Adressat.Gruppe gruppe ? gruppe.name() : null)
                .param("termin", wanted.termin())
                .param("notiz", seal(vorgang, wanted.notiz()))
                .param("ersteller", ersteller)
                .param("now", Timestamp.from(now))
                .update();
        return schritt;
    }

    /** Makes room for Stufen before one that has not begun. */
    void shift(GeschaeftsgangId id, int fromStufe, int by) {
        jdbc.sql("""
                update processes.beteiligungsschritt set stufe = stufe + :by
                where geschaeftsgang_id = :id and runde is null and stufe >= :from""")
                .param("by", by)
                .param("id", id.value())
                .param("from", fromStufe)
                .update();
    }

    /** Numbers the steps that have not begun behind those that have, Stufe by Stufe. */
    void renumber(GeschaeftsgangId id) {
        jdbc.sql("""
                update processes.beteiligungsschritt s set nummer = n.neu
                from (select id, row_number() over (order by stufe, nummer) as neu
                      from processes.beteiligungsschritt where geschaeftsgang_id = :id) n
                where s.id = n.id and s.runde is null and s.nummer <> n.neu""").param("id", id.value()).update();
    }

    void begin(GeschaeftsgangId id, int stufe, int runde) {
        jdbc.sql("""
                update processes.beteiligungsschritt set status = 'AKTUELL', runde = :runde
                where geschaeftsgang_id = :id and stufe = :stufe and status = 'ZUKUENFTIG'""")
                .param("runde", runde)
                .param("id", id.value())
                .param("stufe", stufe)
                .update();
    }

    void end(UUID schritt, VorgangId vorgang, Status status, Bearbeitung bearbeitung) {
        jdbc.sql("""
                update processes.beteiligungsschritt
                set status = :status, bearbeiter = :bearbeiter, fuer = :fuer, bearbeitet_am = :am, vermerk = :vermerk,
                    begruendung = :begruendung
                where id = :id""")
                .param("status", status.name())
                .param("bearbeiter", bearbeitung.bearbeiter())
                .param("fuer", bearbeitung.fuer())
                .param("am", Timestamp.from(bearbeitung.am()))
                .param("vermerk", bearbeitung.vermerk().name())
                .param("begruendung", seal(vorgang, bearbeitung.begruendung()))
                .param("id", schritt)
                .update();
    }

    void move(UUID schritt, VorgangId vorgang, LocalDate termin, String notiz) {
        jdbc.sql("update processes.beteiligungsschritt set termin = :termin, notiz = :notiz where id = :id")
                .param("termin", termin)
                .param("notiz", seal(vorgang, notiz))
                .param("id", schritt)
                .update();
    }

    /** Enters the signatures of a round again, in the same order, as Stufen behind the one that was begun last. */
    void repeat(GeschaeftsgangId id, int runde, int behindStufe, String ersteller, Instant now) {
        jdbc.sql("""
                insert into processes.beteiligungsschritt
                    (id, geschaeftsgang_id, nummer, stufe, status, verfuegung, person, gruppe, termin, notiz, ersteller,
                     erstellt_am)
                select gen_random_uuid(), s.geschaeftsgang_id,
                    (select max(nummer) from processes.beteiligungsschritt where geschaeftsgang_id = :id)
                        + row_number() over (order by s.stufe, s.nummer),
                    :behind + dense_rank() over (order by s.stufe), 'ZUKUENFTIG', s.verfuegung, s.person, s.gruppe,
                    s.termin, s.notiz, :ersteller, :now
                from processes.beteiligungsschritt s
                where s.geschaeftsgang_id = :id and s.runde = :runde
                  and (s.verfuegung in ('ZUR_MITZEICHNUNG', 'SCHLUSSZEICHNUNG') or s.vermerk = 'ABGEBROCHEN')""")
                .param("behind", behindStufe)
                .param("ersteller", ersteller)
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .param("runde", runde)
                .update();
    }

    /** How many Stufen of a round {@link #repeat} enters again. */
    int repeatedStufen(GeschaeftsgangId id, int runde) {
        return jdbc.sql("""
                select count(distinct stufe) from processes.beteiligungsschritt
                where geschaeftsgang_id = :id and runde = :runde
                  and (verfuegung in ('ZUR_MITZEICHNUNG', 'SCHLUSSZEICHNUNG') or vermerk = 'ABGEBROCHEN')""")
                .param("id", id.value())
                .param("runde", runde)
                .query(Integer.class)
                .single();
    }

    /** Whether somebody did not sign in a Stufe of a round. */
    boolean isRefused(GeschaeftsgangId id, int stufe, int runde) {
        return jdbc.sql("""
                select count(*) from processes.beteiligungsschritt
                where geschaeftsgang_id = :id and stufe = :stufe and runde = :runde and vermerk = 'NICHT_GEZEICHNET'""")
                        .param("id", id.value())
                        .param("stufe", stufe)
                        .param("runde", runde)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
