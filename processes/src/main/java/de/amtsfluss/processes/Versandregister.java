package de.amtsfluss.processes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The register of what leaves the office. That something was handed over, and on which day, is a fact of its own:
 * without it no Bescheid counts as announced (§ 41 Abs. 2 VwVfG NRW, § 122 Abs. 2 AO).
 */
public interface Versandregister {

    /** The message by which a process learns that a dispatch was handed over; its correlation key is the ursprung. */
    String ERFOLGT = "versand.erfolgt";

    /** Enters a dispatch that is to be made; a repeat with the same {@code auftrag} gives what was entered first. */
    Versendung enter(Wanted wanted);

    /** What was entered for an order. */
    Optional<Versendung> findByAuftrag(String auftrag);

    /** A dispatch. */
    Optional<Versendung> find(UUID id);

    /** The dispatches of a Vorgang, the oldest first, for the system's own work. */
    List<Versendung> of(VorgangId vorgang);

    /** The dispatches of a Vorgang, the oldest first, if the person may see it. */
    List<Versendung> of(VorgangId vorgang, Akteur akteur);

    /**
     * Takes those that wait and are due, the oldest first. They stay with the caller until its transaction ends; others
     * do not get them meanwhile.
     */
    List<Versendung> take(Versandweg weg, int limit);

    /** Notes that a letter was put into a print batch, in the caller's transaction. */
    void printing(UUID id);

    /**
     * Notes that a dispatch was handed over, and tells the process in the same transaction: message {@link #ERFOLGT}
     * with {@code versandtAm} and {@code versandweg}, kept by the engine for a day. A repeat changes nothing.
     *
     * @param am the day that counts
     */
    void handedOver(UUID id, LocalDate am);

    /**
     * Notes that an attempt failed; the next follows after a growing pause, from a minute to four hours.
     *
     * @param why a few words without personal data
     * @return whether there is no next one: after some four days (RFC 5321, 4.5.4.1) it counts as failed
     */
    boolean failed(UUID id, String why);

    /**
     * Notes that an e-mail did not reach its recipient, and enters a letter instead. A repeat, or one about what is no
     * e-mail, changes nothing.
     *
     * @param why a few words without personal data
     * @return the letter; none if it was only to draw attention to a letter that is on its way
     */
    Optional<Versendung> returned(UUID id, String why);

    /** How many letters wait. */
    Waiting waitingLetters();

    /**
     * What is to be dispatched.
     *
     * @param auftrag recognises a repeat
     * @param vorgang the Vorgang it belongs to
     * @param dokument the document that is sent
     * @param template the text that goes with it
     * @param angaben what the text names beside the Vorgang; no personal data
     * @param empfaenger the role of the recipient, or the name of a configured one
     * @param weg how it goes
     * @param hauptsache whether the process waits for it
     * @param hinweisAuf the dispatch that it draws attention to
     */
    record Wanted(
            String auftrag,
            VorgangId vorgang,
            @Nullable DokumentId dokument,
            String template,
            Map<String, @Nullable Object> angaben,
            String empfaenger,
            Versandweg weg,
            boolean hauptsache,
            @Nullable UUID hinweisAuf) {}

    /**
     * How many letters wait.
     *
     * @param gesamt all that are in no print batch
     * @param fehlerhaft those of them that could not be printed
     */
    record Waiting(int gesamt, int fehlerhaft) {}
}
