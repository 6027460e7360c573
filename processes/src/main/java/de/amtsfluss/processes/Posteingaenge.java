package de.amtsfluss.processes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The register of the post that comes in. The mail room sees what nobody is responsible for yet, an office what is
 * assigned to it; what went to a Vorgang is shown to those who may read its documents.
 */
public interface Posteingaenge {

    /** The group of the mail room. */
    String POSTSTELLE = "poststelle";

    /** Whether the person works in the mail room. */
    static boolean isMailRoom(Akteur akteur) {
        return akteur.gruppen().contains(POSTSTELLE);
    }

    /** Registers post for the system's own work: all of it is kept and its process is asked for, or nothing. */
    Aufnahme aufnehmen(NeuePost post);

    /** Registers post that somebody of the mail room hands in. */
    Aufnahme aufnehmen(NeuePost post, Akteur akteur);

    /**
     * The post that the person may see, the newest first; at most 200.
     *
     * @param status only in this state, absent for all
     */
    List<Posteingang> list(Posteingang.@Nullable Status status, Akteur akteur);

    /** A piece of post if the person may see it. */
    Optional<Posteingang> find(String eingangsnummer, Akteur akteur);

    /** A file of a piece of post if the person may see that, and it did not go to a Vorgang. */
    Optional<Dateiinhalt> datei(UUID anlage, Akteur akteur);

    /**
     * Why the post was assigned as it was, German sentences by the decision table; none if the person may not see it.
     */
    List<String> begruendungen(String eingangsnummer, Akteur akteur);

    /**
     * A file with its content.
     *
     * @param anlage what is known of it
     * @param content its bytes
     */
    record Dateiinhalt(Posteingang.Anlage anlage, byte[] content) {}

    /** What became of post that was handed in. */
    sealed interface Aufnahme {

        /**
         * It is registered.
         *
         * @param posteingang with its number
         */
        record Aufgenommen(Posteingang posteingang) implements Aufnahme {}

        /**
         * The same delivery was registered before; nothing was changed.
         *
         * @param posteingang the earlier one
         */
        record Wiederholt(Posteingang posteingang) implements Aufnahme {}

        /**
         * It was not taken, nothing was kept.
         *
         * @param saetze why, German sentences
         */
        record Abgelehnt(List<String> saetze) implements Aufnahme {}

        /** The person does not work in the mail room. */
        record NichtErlaubt() implements Aufnahme {}
    }
}
