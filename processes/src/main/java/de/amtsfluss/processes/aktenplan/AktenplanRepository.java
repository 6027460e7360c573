package de.amtsfluss.processes.aktenplan;

import de.amtsfluss.processes.Aktenplaneinheit;
import de.amtsfluss.processes.Aussonderungsart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the units. */
@Repository
class AktenplanRepository {

    private final JdbcClient jdbc;

    AktenplanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else change an Aktenplan until the transaction ends; reading goes on. */
    void lock() {
        jdbc.sql("lock table processes.aktenplan in share row exclusive mode").update();
    }

    Optional<String> version(String bezeichnung) {
        return jdbc.sql("select version from processes.aktenplan where bezeichnung = :bezeichnung")
                .param("bezeichnung", bezeichnung)
                .query(String.class)
                .optional();
    }

    /** The references that another Aktenplan has. */
    List<String> taken(AktenplanDatei datei) {
        return jdbc.sql("""
                select kennzeichen from processes.aktenplaneinheit
                where kennzeichen = any(:all) and aktenplan <> :bezeichnung order by kennzeichen""")
                .param("all", kennzeichen(datei))
                .param("bezeichnung", datei.bezeichnung())
                .query((row, number) -> row.getString("kennzeichen"))
                .list();
    }

    void replace(AktenplanDatei datei, Instant now) {
        jdbc.sql("""
                insert into processes.aktenplan (bezeichnung, version, geladen_am) values (:bezeichnung, :version, :now)
                on conflict (bezeichnung) do update set version = excluded.version, geladen_am = excluded.geladen_am""")
                .param("bezeichnung", datei.bezeichnung())
                .param("version", datei.version())
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("""
                update processes.aktenplaneinheit set stillgelegt = true
                where aktenplan = :bezeichnung and kennzeichen <> all(:all)""")
                .param("bezeichnung", datei.bezeichnung())
                .param("all", kennzeichen(datei))
                .update();
        datei.einheiten().forEach(einheit -> write(datei.bezeichnung(), einheit));
    }

    private void write(String aktenplan, Aktenplaneinheit einheit) {
        jdbc.sql("""
                insert into processes.aktenplaneinheit (kennzeichen, aktenplan, bezeichnung, uebergeordnet,
                    aussonderungsart, aufbewahrungsjahre, stillgelegt, gueltig_von, gueltig_bis)
                values (:kennzeichen, :aktenplan, :bezeichnung, :uebergeordnet, :art, :jahre, :stillgelegt, :von, :bis)
                on conflict (kennzeichen) do update set bezeichnung = excluded.bezeichnung,
                    uebergeordnet = excluded.uebergeordnet, aussonderungsart = excluded.aussonderungsart,
                    aufbewahrungsjahre = excluded.aufbewahrungsjahre, stillgelegt = excluded.stillgelegt,
                    gueltig_von = excluded.gueltig_von, gueltig_bis = excluded.gueltig_bis""")
                .param("kennzeichen", einheit.kennzeichen())
                .param("aktenplan", aktenplan)
                .param("bezeichnung", einheit.bezeichnung())
                .param("uebergeordnet", einheit.uebergeordnet())
                .param("art", einheit.aussonderungsart().code())
                .param("jahre", einheit.aufbewahrungsjahre())
                .param("stillgelegt", einheit.stillgelegt())
                .param("von", einheit.gueltigVon())
                .param("bis", einheit.gueltigBis())
                .update();
    }

    Optional<Aktenplaneinheit> find(String kennzeichen) {
        return jdbc.sql("select * from processes.aktenplaneinheit where kennzeichen = :kennzeichen")
                .param("kennzeichen", kennzeichen)
                .query(AktenplanRepository::read)
                .optional();
    }

    List<Aktenplaneinheit> all() {
        return jdbc.sql("select * from processes.aktenplaneinheit order by kennzeichen")
                .query(AktenplanRepository::read)
                .list();
    }

    private static String[] kennzeichen(AktenplanDatei datei) {
        return datei.einheiten().stream().map(Aktenplaneinheit::kennzeichen).toArray(String[]::new);
    }

    private static Aktenplaneinheit read(ResultSet row, int number) throws SQLException {
        return new Aktenplaneinheit(
                row.getString("kennzeichen"),
                row.getString("bezeichnung"),
                row.getString("uebergeordnet"),
                Aussonderungsart.of(row.getString("aussonderungsart")).orElseThrow(),
                row.getObject("aufbewahrungsjahre", Integer.class),
                row.getBoolean("stillgelegt"),
                row.getObject("gueltig_von", LocalDate.class),
                row.getObject("gueltig_bis", LocalDate.class));
    }
}
