package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.AkteProbe;
import de.amtsfluss.processes.Akten;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Dokument;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.akte.datei.Dateien;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Akten that were closed long ago, and the people who have to do with them. */
final class AussonderungProbe {

    static final Akteur REGISTRATUR = new Akteur("rita.mustermann", "Rita Mustermann", Set.of("registratur"));
    static final Akteur ARCHIV = new Akteur("dora.mustermann", "Dora Mustermann", Set.of("archiv"));
    static final Akteur DATENSCHUTZ = new Akteur("dieter.mustermann", "Dieter Mustermann", Set.of("datenschutz"));

    /** A last day that is over whatever today is. */
    static final LocalDate LONG_AGO = LocalDate.of(2020, 12, 31);

    private final AkteProbe probe;
    private final Vorgaenge vorgaenge;
    private final Akten akten;
    private final JdbcClient jdbc;

    AussonderungProbe(Vorgaenge vorgaenge, Dokumente dokumente, Akten akten, JdbcClient jdbc) {
        this.probe = new AkteProbe(vorgaenge, dokumente);
        this.vorgaenge = vorgaenge;
        this.akten = akten;
        this.jdbc = jdbc;
    }

    Akteur clerk() {
        return probe.person();
    }

    Vorgang open(String betreff) {
        return probe.open(betreff);
    }

    Dokument document(Vorgang vorgang, String name, String text) {
        return probe.kept(vorgang, name, Dateien.pdf(text), Richtung.EINGANG);
    }

    /** Closed, with its Akte to be kept until a day. */
    Vorgang closed(String betreff, LocalDate keptUntil) {
        return close(probe.open(betreff), keptUntil);
    }

    Vorgang close(Vorgang vorgang, LocalDate keptUntil) {
        vorgaenge.supplement(vorgang.id(), Map.of("halter", vorgang.betreff()));
        vorgaenge.close(vorgang.id(), "fertig");
        jdbc.sql("update processes.vorgang set abgeschlossen_am = '2018-05-04T10:00:00Z' where id = :id")
                .param("id", vorgang.id().value())
                .update();
        var akte = akten.of(vorgang.id(), clerk()).orElseThrow();
        akten.closeToFiles(akte.id(), clerk());
        jdbc.sql("update processes.akte set aufbewahrungsende = :day where id = :id")
                .param("day", keptUntil)
                .param("id", akte.id().value())
                .update();
        return vorgang;
    }

    /** Closed likewise, but in no Akte. */
    Vorgang withoutAkte(String betreff) {
        var vorgang = closed(betreff, LONG_AGO);
        jdbc.sql("delete from processes.vorgang_akte where vorgang_id = :id")
                .param("id", vorgang.id().value())
                .update();
        return vorgang;
    }

    void setEinheit(Vorgang vorgang, String einheit) {
        jdbc.sql("update processes.akte set aktenplaneinheit = :einheit where kennzeichen = :kennzeichen")
                .param("einheit", einheit)
                .param("kennzeichen", vorgang.aktenzeichen())
                .update();
    }
}
