package de.amtsfluss.processes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of post that came in. What it holds never changes; where it belongs can.
 *
 * @param id identifies it
 * @param eingangsnummer the number people use, for example {@code E-2026-000123}; given once
 * @param eingegangenAm the day on which it reached the city, from which periods run: that of the Eingangsstempel for
 *     paper
 * @param eingegangenUm the moment, absent for paper
 * @param erfasstAm when it was registered
 * @param erfasstVon who registered it
 * @param kanal how it came
 * @param status where it stands
 * @param gruppen the groups whose members may see it
 * @param inhalt what it holds, absent if it was erased
 * @param wiederholungVon the number of an earlier one that this may be a repeat of
 * @param vorgang the Vorgang it went to
 */
public record Posteingang(
        PosteingangId id,
        String eingangsnummer,
        LocalDate eingegangenAm,
        @Nullable Instant eingegangenUm,
        Instant erfasstAm,
        String erfasstVon,
        Kanal kanal,
        Status status,
        Set<String> gruppen,
        @Nullable Inhalt inhalt,
        @Nullable String wiederholungVon,
        @Nullable VorgangId vorgang) {

    /** Keeps its own copy of the groups. */
    public Posteingang {
        gruppen = Set.copyOf(gruppen);
    }

    /** Where a piece of post stands. */
    public enum Status {
        /** It is registered; nobody is responsible yet but the mail room. */
        EINGEGANGEN,
        /** An office is responsible. */
        ZUGEORDNET,
        /** Its documents are filed with a Vorgang. */
        UEBERNOMMEN,
        /** It is filed without a Vorgang, for a reason. */
        ABGELEGT
    }

    /**
     * What a piece of post holds; kept encrypted.
     *
     * @param absender who sent it, as the post says
     * @param betreff its subject
     * @param anlagen its files
     * @param nichtUebernommen the parts that were not taken in
     * @param transfervermerk how it was scanned, absent for what was no paper
     * @param vorschlag what was recognised in it
     * @param verfuegung what was ordered for it last
     */
    public record Inhalt(
            @Nullable String absender,
            @Nullable String betreff,
            List<Anlage> anlagen,
            List<Nichtuebernahme> nichtUebernommen,
            @Nullable Transfervermerk transfervermerk,
            @Nullable Vorschlag vorschlag,
            @Nullable Verfuegung verfuegung) {

        /** Keeps its own copies of the lists. */
        public Inhalt {
            anlagen = List.copyOf(anlagen);
            nichtUebernommen = List.copyOf(nichtUebernommen);
        }

        /** The same with what was recognised in it. */
        public Inhalt with(Vorschlag recognised) {
            return new Inhalt(absender, betreff, anlagen, nichtUebernommen, transfervermerk, recognised, verfuegung);
        }

        /** The same with what was ordered for it. */
        public Inhalt with(Verfuegung ordered) {
            return new Inhalt(absender, betreff, anlagen, nichtUebernommen, transfervermerk, vorschlag, ordered);
        }
    }

    /**
     * A file of a piece of post.
     *
     * @param id identifies it, and later the document at the Vorgang
     * @param name its name, made harmless
     * @param mediaType what it is
     * @param groesse its size in bytes
     * @param sha256 its checksum, lower-case hexadecimal
     */
    public record Anlage(UUID id, String name, String mediaType, long groesse, String sha256) {}

    /**
     * A part that was not taken in. It is still in the original, where that is kept.
     *
     * @param name what the sender called it
     * @param grund why, a German sentence
     */
    public record Nichtuebernahme(String name, String grund) {}

    /**
     * What was recognised in a piece of post.
     *
     * @param vorgang the one Vorgang whose Aktenzeichen it names, absent if there is none or several
     * @param aktenzeichen its reference
     */
    public record Vorschlag(
            @Nullable VorgangId vorgang, @Nullable String aktenzeichen) {}

    /**
     * What a person ordered for a piece of post.
     *
     * @param art what is to be done
     * @param vorgang the Vorgang it goes to
     * @param verfahren the procedure of a new Vorgang
     * @param grund why, as the person wrote it
     * @param durch the login name of the person
     */
    public record Verfuegung(
            Art art,
            @Nullable VorgangId vorgang,
            @Nullable String verfahren,
            @Nullable String grund,
            String durch) {

        /** What can be ordered. */
        public enum Art {
            /** It goes to an office. */
            STELLE,
            /** It goes to a Vorgang that is there. */
            VORGANG,
            /** It becomes a Vorgang. */
            NEUER_VORGANG,
            /** It is filed without a Vorgang. */
            ABLAGE
        }
    }
}
