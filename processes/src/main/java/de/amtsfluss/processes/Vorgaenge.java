package de.amtsfluss.processes;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The register of all Vorgaenge. */
public interface Vorgaenge {

    /**
     * Opens the Vorgang of a process. A repeat for the same process gives the same Vorgang.
     *
     * @return the Vorgang, or who has it already if the Ausloeser led to one in another process before
     */
    Opened open(NewVorgang wanted);

    /** Adds to the data of a Vorgang or replaces single values of it. */
    void supplement(VorgangId id, Map<String, @Nullable Object> daten);

    /** Closes a Vorgang with its business result; a repeat changes nothing. */
    void close(VorgangId id, String ergebnis);

    /**
     * Ties a Vorgang that was applied for to its process.
     *
     * @return false if it is tied to another process already
     * @throws IllegalArgumentException if there is no such Vorgang
     */
    boolean begin(VorgangId id, long processInstanceKey);

    /** Who the Vorgang is about, for the system's own work; empty too if it was erased. */
    List<Beteiligter> beteiligte(VorgangId id);

    /** Who the Vorgang is about if the person may see it. */
    List<Beteiligter> beteiligte(VorgangId id, Akteur akteur);

    /** The Vorgang for the system's own work, without regard to who asks. */
    Optional<Vorgang> find(VorgangId id);

    /**
     * The Vorgang that something is to be done with.
     *
     * @param wanted what is to be done with it, for the message: {@code decide about}
     * @throws IllegalStateException if there is no such Vorgang
     */
    default Vorgang require(VorgangId id, String wanted) {
        return find(id).orElseThrow(() -> new IllegalStateException(
                "Expected to %s Vorgang '%s', but no such Vorgang was found".formatted(wanted, id)));
    }

    /** The Vorgang that an Ausloeser led to. */
    Optional<Vorgang> findByAusloeser(AusloeserId ausloeser);

    /** When the Vorgaenge that these led to were closed; without those that are open or led to none yet. */
    Map<AusloeserId, Instant> abgeschlossen(Collection<AusloeserId> ausloeser);

    /** The Vorgang if the person may see it. */
    Optional<Vorgang> find(VorgangId id, Akteur akteur);

    /**
     * The Vorgaenge that the person may see, the newest first.
     *
     * @param query restricts the list
     */
    List<Vorgang> list(Query query, Akteur akteur);

    /** What happened in the Vorgang so far, the oldest first, if the person may see it. */
    List<Ereignis> verlauf(VorgangId id, Akteur akteur);

    /**
     * Restricts a list of Vorgaenge.
     *
     * @param status only those in this state
     * @param verfahren only those of this procedure
     * @param text only those whose reference or subject contains this text
     * @param offset how many to leave out at the beginning
     * @param limit how many at most, 1 to 200
     */
    record Query(
            Vorgang.@Nullable Status status,
            @Nullable String verfahren,
            @Nullable String text,
            int offset,
            int limit) {

        /** All, the first page of 50. */
        public static Query all() {
            return new Query(null, null, null, 0, 50);
        }
    }

    /**
     * What is needed to open a Vorgang.
     *
     * @param processInstanceKey the process that asks for it
     * @param verfahren the procedure
     * @param aktenplaneinheit the first part of the reference, for example {@code 700.3-70.41}
     * @param betreff what it is about
     * @param ausloeser what asked for it
     * @param kanal how it came in
     * @param gruppen the groups whose members may see it
     * @param daten its first data
     */
    record NewVorgang(
            long processInstanceKey,
            String verfahren,
            String aktenplaneinheit,
            String betreff,
            @Nullable AusloeserId ausloeser,
            String kanal,
            Set<String> gruppen,
            Map<String, @Nullable Object> daten) {}

    /** What became of a wish to open a Vorgang. */
    sealed interface Opened {

        /** The Vorgang. */
        Vorgang vorgang();

        /**
         * The Vorgang belongs to the process that asked.
         *
         * @param vorgang opened now or in an earlier attempt
         */
        record ForThisProcess(Vorgang vorgang) implements Opened {}

        /**
         * The same Ausloeser led to a Vorgang in another process before.
         *
         * @param vorgang that of the other process
         */
        record ForAnotherProcess(Vorgang vorgang) implements Opened {}
    }

    /**
     * Something that happened in a Vorgang.
     *
     * @param bezeichnung the name of the step in the model
     * @param begonnenAm when it began
     * @param beendetAm when it ended, absent while it lasts
     */
    record Ereignis(String bezeichnung, java.time.Instant begonnenAm, java.time.@Nullable Instant beendetAm) {}
}
