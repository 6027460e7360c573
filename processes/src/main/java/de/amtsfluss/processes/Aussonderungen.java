package de.amtsfluss.processes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of the retention: what need not be kept any longer is offered to the archive, appraised, handed over where
 * the archive takes it, and then erased with a proof that stays.
 *
 * <p>Nothing is erased before the archive was asked, whatever the Aktenplan says (§ 4 ArchivG NRW, Anbietungspflicht;
 * that this holds for the class V of the Aktenplan too is to be confirmed by the Stadtarchiv). The group
 * {@code registratur} makes, offers and hands over the lists and orders the erasure; the group {@code archiv} appraises
 * and confirms; the group {@code datenschutz} reads. Who appraised or confirmed something never orders its erasure
 * (four eyes), even if in both groups.
 */
public interface Aussonderungen {

    /** Whether the lists are shown to the person at all. */
    static boolean isOpenTo(Akteur akteur) {
        return akteur.isInOneOf(List.of("registratur", "archiv", "datenschutz"));
    }

    /** Gathers now what is due, as the daily run does: into the list that is still being made, or into a new one. */
    Outcome gather(Akteur akteur);

    /** The lists, the newest first. */
    List<Aussonderung> list(Akteur akteur);

    /** A list if the person may see it. */
    Optional<Aussonderung> find(AussonderungId id, Akteur akteur);

    /** The entries of a list in their order, those that were set aside too. */
    List<Aussonderungseintrag> eintraege(AussonderungId id, Akteur akteur);

    /** The proofs of what was erased by a list. */
    List<Loeschnachweis> nachweise(AussonderungId id, Akteur akteur);

    /** Takes an entry off the list as long as its erasure is not ordered, for example since the Akte is held now. */
    Outcome setAside(AussonderungId id, UUID eintrag, Akteur akteur);

    /** Offers a list to the archive. */
    Outcome offer(AussonderungId id, Akteur akteur);

    /** Decides about an entry; that can be changed until {@link #completeAppraisal}. */
    Outcome appraise(AussonderungId id, UUID eintrag, Bewertung bewertung, Akteur akteur);

    /**
     * Decides about all entries about which nothing is decided yet.
     *
     * @param bewertung the same for all; if absent as proposed, and entries without a proposal stay undecided
     */
    Outcome appraiseRest(AussonderungId id, @Nullable Bewertung bewertung, Akteur akteur);

    /** Ends the appraisal, which wants a decision about every entry. */
    Outcome completeAppraisal(AussonderungId id, Akteur akteur);

    /** Lets the archive fetch what it takes over. */
    Outcome handOver(AussonderungId id, Akteur akteur);

    /**
     * What the archive takes over, with documents and metadata; for the group {@code archiv}, since it shows contents.
     */
    Abholung fetch(AussonderungId id, Akteur akteur);

    /** Notes what the archive says of its import. After a failure another attempt can be noted. */
    Outcome confirmImport(AussonderungId id, UUID eintrag, Import ergebnis, Akteur akteur);

    /**
     * Erases what the archive has declined, and what it has taken over and confirmed. Whether something stands against
     * it, such as a Löschsperre, is asked again for each entry in the transaction that orders its erasure.
     */
    Outcome erase(AussonderungId id, Akteur akteur);

    /**
     * The proof of erasure of something that is not there any more.
     *
     * @param objekt the id of a Vorgang, an Akte or a document
     * @param akteur somebody who could see the Vorgang, or sees the lists
     */
    Optional<Loeschnachweis> erasureOf(UUID objekt, Akteur akteur);

    /** What the archive says of its import (xdomea 3.1: AussonderungImportBestaetigen). */
    sealed interface Import {

        /**
         * It is in the archive.
         *
         * @param archivkennung by what the archive finds it, at most 200 characters
         */
        record Erfolgreich(String archivkennung) implements Import {}

        /**
         * It could not be taken over.
         *
         * @param grund why, at most 500 characters
         */
        record Fehlgeschlagen(String grund) implements Import {}
    }

    /** What became of an order. */
    sealed interface Outcome {

        /**
         * It was done.
         *
         * @param aussonderung the list now
         * @param hinweise what was left out and why, as sentences in German
         */
        record Done(Aussonderung aussonderung, List<String> hinweise) implements Outcome {

            /** Keeps its own copy. */
            public Done {
                hinweise = List.copyOf(hinweise);
            }
        }

        /**
         * It was not done.
         *
         * @param sentences why, in German
         */
        record Refused(List<String> sentences) implements Outcome {

            /** Keeps its own copy. */
            public Refused {
                sentences = List.copyOf(sentences);
            }

            /** One sentence. */
            public Refused(String sentence) {
                this(List.of(sentence));
            }
        }

        /** There is no such list or entry, or the person may not see it. */
        record NotFound() implements Outcome {}
    }

    /** What became of the wish to fetch. */
    sealed interface Abholung {

        /**
         * It can be written.
         *
         * @param dateiname how the file is called
         * @param paket a ZIP file
         */
        record Ready(String dateiname, Paket paket) implements Abholung {}

        /**
         * It is not there to be fetched.
         *
         * @param sentence why, in German
         */
        record Refused(String sentence) implements Abholung {}

        /** There is no such list, or the person may not see it. */
        record NotFound() implements Abholung {}
    }

    /** A file that is written as it is read, since it may be large. */
    interface Paket {

        /** Writes it. */
        void writeTo(OutputStream out) throws IOException;
    }
}
