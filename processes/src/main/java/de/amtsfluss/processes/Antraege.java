package de.amtsfluss.processes;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people apply for, register and report: through the portal, or with a clerk who fills in the same form for them.
 *
 * <p>A model offers itself by the properties {@code antragsformular}, {@code aktenplaneinheit} and {@code gruppen} of
 * its process and takes three messages with the Vorgang's id as correlation key: {@code ‹verfahren›.antragEingegangen}
 * starts it, {@code ‹verfahren›.angabenErgaenzt} and {@code ‹verfahren›.antragZurueckgenommen} reach it until it has
 * asked to {@link #festlegen}.
 */
public interface Antraege {

    /** What can be applied for, by name. */
    List<Leistung> leistungen();

    /** What can be applied for in a procedure. */
    Optional<Leistung> leistung(String verfahren);

    /**
     * Takes an application: the Vorgang is kept and its process asked for, or neither. A repeat with the same id and
     * content gives the same Vorgang.
     */
    Einreichung einreichen(Antrag antrag);

    /** The applications of an account, the newest first. */
    List<Stand> eigene(Akteur akteur);

    /** Where an application stands, for who may know. */
    Optional<Stand> stand(Zugang zugang);

    /** Corrects or supplements an application; the values are those of the whole form. */
    Aenderung ergaenzen(Zugang zugang, Map<String, @Nullable Object> angaben);

    /**
     * Takes in a proof that belongs to an application, checked as every file from outside; the process is told.
     *
     * @param name the file's name as it was sent
     * @param declaredMediaType what the sender says it is
     * @param content the bytes; closed by the caller
     */
    Dokumente.Upload nachweisen(Zugang zugang, String name, @Nullable String declaredMediaType, InputStream content);

    /** Takes an application back. */
    Aenderung zuruecknehmen(Zugang zugang);

    /**
     * Closes an application to changes, as it must be before it is decided.
     *
     * @param gesehen the Fassung that the process has checked
     * @throws IllegalArgumentException if the Vorgang was not applied for
     */
    Festlegung festlegen(VorgangId vorgang, int gesehen);

    /**
     * The Fassung of an application: 1, and one more for each correction or supplement.
     *
     * @throws IllegalArgumentException if the Vorgang was not applied for
     */
    int fassung(VorgangId vorgang);

    /**
     * Something that can be applied for.
     *
     * @param verfahren the procedure
     * @param name what people call it
     * @param beschreibung what it is for
     * @param zustaendigeStelle the office
     * @param rechtsgrundlage the legal basis
     * @param formular the id of the form
     * @param gruppen the groups that handle it
     */
    record Leistung(
            String verfahren,
            String name,
            String beschreibung,
            String zustaendigeStelle,
            String rechtsgrundlage,
            String formular,
            List<String> gruppen) {}

    /**
     * An application.
     *
     * @param id drawn by who sends it; recognises a repeat
     * @param verfahren the procedure
     * @param kanal how it came in
     * @param angaben the values of the form
     * @param konto who applies by an account of the portal, absent without login and for a clerk
     * @param durch the clerk who filled in, absent in the portal
     */
    record Antrag(
            UUID id,
            String verfahren,
            Kanal kanal,
            Map<String, @Nullable Object> angaben,
            @Nullable Akteur konto,
            @Nullable Akteur durch) {}

    /** What became of an application. */
    sealed interface Einreichung {

        /**
         * It was taken.
         *
         * @param vorgang with its reference
         * @param zugangscode opens {@link Zugang.Code} together with the reference; for the applicant only
         */
        record Angenommen(Vorgang vorgang, String zugangscode) implements Einreichung {}

        /**
         * It is not what the form asks for.
         *
         * @param maengel a German sentence per key of a field
         */
        record Unvollstaendig(Map<String, String> maengel) implements Einreichung {}

        /**
         * It cannot be applied for, or not by this person.
         *
         * @param satz why, a German sentence
         */
        record Abgelehnt(String satz) implements Einreichung {}
    }

    /** By what right somebody asks about an application. */
    sealed interface Zugang {

        /**
         * By the account that applied.
         *
         * @param vorgang which
         * @param akteur the account
         */
        record Konto(VorgangId vorgang, Akteur akteur) implements Zugang {}

        /**
         * By what the confirmation said.
         *
         * @param aktenzeichen the reference
         * @param zugangscode the code
         */
        record Code(String aktenzeichen, String zugangscode) implements Zugang {}

        /**
         * As a clerk of the office, for somebody at the counter or on the telephone.
         *
         * @param vorgang which
         * @param akteur the clerk
         */
        record Amt(VorgangId vorgang, Akteur akteur) implements Zugang {}
    }

    /**
     * Where an application stands.
     *
     * @param vorgang with its data
     * @param name what was applied for
     * @param formular the id of the form
     * @param eingegangenAm when it came in
     * @param aenderbar whether it can still be corrected or taken back
     * @param zurueckgenommen whether it was taken back
     */
    record Stand(
            Vorgang vorgang,
            String name,
            String formular,
            Instant eingegangenAm,
            boolean aenderbar,
            boolean zurueckgenommen) {}

    /** What became of a wish to change an application. */
    sealed interface Aenderung {

        /** It was changed. */
        record Geaendert() implements Aenderung {}

        /**
         * It is not what the form asks for.
         *
         * @param maengel a German sentence per key of a field
         */
        record Unvollstaendig(Map<String, String> maengel) implements Aenderung {}

        /**
         * It stays as it is.
         *
         * @param satz why, a German sentence
         */
        record ZuSpaet(String satz) implements Aenderung {}

        /** There is none, or not for who asks. */
        record Unbekannt() implements Aenderung {}
    }

    /** What became of the wish to close an application to changes. */
    enum Festlegung {
        /** Nothing changes any more. */
        FESTGELEGT,
        /** The applicant said something new that the process has not checked yet. */
        GEAENDERT,
        /** The applicant took it back. */
        ZURUECKGENOMMEN
    }
}
