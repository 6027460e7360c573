package de.amtsfluss.processes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a Geschäftsgang (xdomea 3.1: Beteiligungsschritt).
 *
 * @param id identifies it
 * @param nummer its place in the Laufweg, consecutive from 1; it may grow as long as the step has not begun
 * @param stufe steps with the same Stufe are taken at the same time
 * @param status where it stands
 * @param verfuegung what it asks for
 * @param adressat whom it asks
 * @param termin until when, or for a Wiedervorlage from when on
 * @param notiz what the one who is asked needs to know
 * @param ersteller the login name of who entered it
 * @param erstelltAm when it was entered
 * @param bearbeitung how it ended, absent while it is open
 */
public record Beteiligungsschritt(
        UUID id,
        int nummer,
        int stufe,
        Status status,
        Verfuegung verfuegung,
        Adressat adressat,
        @Nullable LocalDate termin,
        @Nullable String notiz,
        String ersteller,
        Instant erstelltAm,
        @Nullable Bearbeitung bearbeitung) {

    /** Where a step stands (xdomea: Beteiligungsstatus). */
    public enum Status {
        /** 001: it has not begun and may still be skipped. */
        ZUKUENFTIG,
        /** 002: somebody is asked. */
        AKTUELL,
        /** 003: it was done and never changes again. */
        ABGESCHLOSSEN,
        /** 004: it was left out and stays in the record. */
        UEBERSPRUNGEN
    }

    /** Whom a step asks. */
    public sealed interface Adressat {

        /** The login name, or the name of the group. */
        String name();

        /**
         * One person.
         *
         * @param name the login name
         */
        record Person(String name) implements Adressat {}

        /**
         * Whoever of a group takes it.
         *
         * @param name the group
         */
        record Gruppe(String name) implements Adressat {}
    }

    /** How a step ended. */
    public enum Vermerk {
        /** It was seen. */
        GESEHEN,
        /** The draft was signed. */
        GEZEICHNET,
        /** The draft was signed with a change, which the reason names. */
        GEZEICHNET_MIT_AENDERUNG,
        /** The draft was not signed, for a reason. */
        NICHT_GEZEICHNET,
        /** What was asked for was done. */
        ERLEDIGT,
        /** Somebody took it out before it began, for a reason. */
        UEBERSPRUNGEN,
        /** It ended because another of its Stufe was not signed, or because the draft was withdrawn. */
        ABGEBROCHEN
    }

    /**
     * What was done with a step (xdomea: Bearbeitung).
     *
     * @param bearbeiter the login name of who did it
     * @param fuer the login name of the person who was stood in for ("i. V."), absent if nobody was
     * @param am when
     * @param vermerk how it ended
     * @param begruendung the words of who did it; they may be personal data and reach neither engine nor Protokoll
     */
    public record Bearbeitung(
            String bearbeiter,
            @Nullable String fuer,
            Instant am,
            Vermerk vermerk,
            @Nullable String begruendung) {}
}
