package de.amtsfluss.processes;

import de.amtsfluss.processes.Auskunft.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told by Art. 15 DSGVO. As JSON it has the fields of these records under the same names; days and
 * moments are texts by ISO 8601, and what is not known is null. A change that a reader could stumble over gets another
 * {@code schema}.
 *
 * @param schema {@link #SCHEMA}
 * @param zeichen the reference of the request
 * @param erteiltAm the day of the answer
 * @param anfrage the request itself, which is kept too
 * @param person as given with the request
 * @param vorgaenge what is kept, by Vorgang; empty if nothing is
 * @param rechte the rights of the person (Art. 15 Abs. 1 Buchst. e, f, Art. 77, 79 DSGVO), as sentences
 */
public record Auskunftsinhalt(
        String schema,
        String zeichen,
        LocalDate erteiltAm,
        Anfrage anfrage,
        Person person,
        List<Vorgangsauskunft> vorgaenge,
        List<String> rechte) {

    /** The version of this form. */
    public static final String SCHEMA = "amtsfluss-auskunft/1";

    /** What stands instead of something that is not told. */
    public static final String GESCHWAERZT = "[geschwärzt: Daten anderer Personen]";

    /**
     * The request.
     *
     * @param eingegangenAm the day it was received
     * @param kanal how it came in
     * @param nachweis by what it was checked who asks
     * @param verarbeitung for what and by which law its data are kept
     */
    public record Anfrage(LocalDate eingegangenAm, String kanal, String nachweis, Verarbeitung verarbeitung) {}

    /**
     * What is kept in a Vorgang.
     *
     * @param aktenzeichen its reference
     * @param betreff what it is about
     * @param geloescht whether its data were erased; then only the proof is left
     * @param angelegtAm when it was opened
     * @param abgeschlossenAm when it was closed
     * @param ergebnis its result
     * @param verarbeitung for what, by which law and how long
     * @param empfaenger who gets or got the data (Art. 15 Abs. 1 Buchst. c)
     * @param herkunft where the data come from (Buchst. g)
     * @param rolle what part the person has
     * @param weitereBeteiligte who else has a part, by role only
     * @param angaben the data
     * @param dokumente the documents
     * @param sendungen what was sent
     * @param nachrichten what lies in the inbox of the portal
     * @param entscheidungen the decisions by table (Buchst. h)
     * @param automatisiert whether a decision was made by machine alone (Art. 22 DSGVO)
     * @param fristen until when something was or is to be done
     * @param zugriffe what was done with the data, by role and never by name
     */
    public record Vorgangsauskunft(
            String aktenzeichen,
            String betreff,
            boolean geloescht,
            Instant angelegtAm,
            @Nullable Instant abgeschlossenAm,
            @Nullable String ergebnis,
            Verarbeitung verarbeitung,
            List<String> empfaenger,
            String herkunft,
            String rolle,
            List<String> weitereBeteiligte,
            List<Angabe> angaben,
            List<Dokumentangabe> dokumente,
            List<Sendung> sendungen,
            List<Nachricht> nachrichten,
            List<Entscheidungsangabe> entscheidungen,
            boolean automatisiert,
            List<Fristangabe> fristen,
            List<Zugriff> zugriffe) {}

    /**
     * For what data are used (Art. 15 Abs. 1 Buchst. a, b, d).
     *
     * @param verfahren what the procedure is called
     * @param zweck what it is for
     * @param stelle the responsible office
     * @param rechtsgrundlage the legal basis
     * @param kategorien the entry in the register of processing activities with its categories of data
     * @param aufbewahrung how long the data are kept, a German sentence
     */
    public record Verarbeitung(
            String verfahren,
            String zweck,
            String stelle,
            String rechtsgrundlage,
            String kategorien,
            String aufbewahrung) {}

    /**
     * A single value.
     *
     * @param schluessel names the entry within its Vorgang
     * @param bezeichnung what it is called
     * @param wert the value as it is kept; null where it is not told
     * @param text the value as people read it
     */
    public record Angabe(
            String schluessel, String bezeichnung, @Nullable Object wert, String text) {}

    /**
     * A document.
     *
     * @param schluessel names the entry within its Vorgang
     * @param name the file name
     * @param richtung which way it went
     * @param erstelltAm when it was made
     * @param abgelegtAm when it was filed
     * @param groesse its size in bytes
     * @param sha256 its checksum
     */
    public record Dokumentangabe(
            String schluessel,
            String name,
            String richtung,
            Instant erstelltAm,
            @Nullable Instant abgelegtAm,
            long groesse,
            String sha256) {}

    /**
     * Something that was sent.
     *
     * @param was the name of the text, and of the document if there is one
     * @param weg how
     * @param an to whom: the address of the person as it is known today, everybody else by role only
     * @param zustand whether it left
     * @param versandtAm the day it left
     */
    public record Sendung(
            String was,
            String weg,
            String an,
            String zustand,
            @Nullable LocalDate versandtAm) {}

    /**
     * A message in the inbox of the portal.
     *
     * @param schluessel names the entry within its Vorgang
     * @param betreff what it is about
     * @param text what it says
     * @param eingestelltAm since when it lies there
     * @param abgerufenAm when it was first read
     */
    public record Nachricht(
            String schluessel,
            String betreff,
            String text,
            Instant eingestelltAm,
            @Nullable Instant abgerufenAm) {}

    /**
     * A decision by table.
     *
     * @param schluessel names the entry within its Vorgang
     * @param tabelle the table
     * @param fassung its version
     * @param getroffenAm when it was made
     * @param eingaben what it rests on
     * @param begruendung what came out and why; first that of the table, then those of the tables it asked
     * @param regeln the rows that decided, with the law they name
     */
    public record Entscheidungsangabe(
            String schluessel,
            String tabelle,
            int fassung,
            Instant getroffenAm,
            List<Angabe> eingaben,
            List<String> begruendung,
            List<String> regeln) {}

    /**
     * Until when something was or is to be done.
     *
     * @param was what
     * @param endeAm the last day
     * @param schritte how it was computed
     */
    public record Fristangabe(String was, LocalDate endeAm, List<String> schritte) {}

    /**
     * Something that was done with the data. Who works in an office does so for the office and is not named (EuGH,
     * judgement of 22 June 2023, C-579/21).
     *
     * @param zeit when
     * @param rolle by whom
     * @param was what
     */
    public record Zugriff(Instant zeit, String rolle, String was) {}
}
