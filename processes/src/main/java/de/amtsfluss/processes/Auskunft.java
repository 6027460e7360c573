package de.amtsfluss.processes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's request to be told what is kept about them (Art. 15 DSGVO).
 *
 * @param id identifies it
 * @param eingegangenAm the day it was received
 * @param kanal how it came in
 * @param person who is to be looked for; kept encrypted with a key of its own
 * @param identitaet that it was checked who asks, absent until then
 * @param fristAm the last day for the answer (Art. 12 Abs. 3 DSGVO)
 * @param verlaengerung that the period was extended, absent if it was not
 * @param zustand where it stands
 * @param grund why it was refused, absent if it was not
 * @param gesuchtAm when it was last searched, absent until then
 * @param kandidaten the Vorgaenge that were found, the oldest first
 * @param angelegtAm when it was written down
 * @param abgeschlossenAm when it was answered, absent until then
 */
public record Auskunft(
        UUID id,
        LocalDate eingegangenAm,
        Kanal kanal,
        Person person,
        @Nullable Identitaet identitaet,
        LocalDate fristAm,
        @Nullable Verlaengerung verlaengerung,
        Zustand zustand,
        @Nullable String grund,
        @Nullable Instant gesuchtAm,
        List<Kandidat> kandidaten,
        Instant angelegtAm,
        @Nullable Instant abgeschlossenAm) {

    /** Keeps its own copy of the candidates. */
    public Auskunft {
        kandidaten = List.copyOf(kandidaten);
    }

    /** What it is called in letters and lists; it tells nothing of the person. */
    public String zeichen() {
        return "Auskunft %d-%s".formatted(eingegangenAm.getYear(), id.toString().substring(0, 8));
    }

    /** Whether nothing can be done about it any more. */
    public boolean abgeschlossen() {
        return zustand == Zustand.ERTEILT || zustand == Zustand.ABGELEHNT;
    }

    /** Where a request stands. */
    public enum Zustand {
        /** It was received. */
        OFFEN,
        /** It was checked who asks; only now it can be searched. */
        GEPRUEFT,
        /** It was answered. */
        ERTEILT,
        /** It was refused (Art. 12 Abs. 4 DSGVO). */
        ABGELEHNT
    }

    /**
     * Who is to be looked for.
     *
     * @param vorname the first name as it is usually written, empty if there is none
     * @param nachname the family name
     * @param fruehererName an earlier family name
     * @param geburtsdatum tells people of the same name apart
     * @param anschrift where the answer goes to
     * @param email an address somebody may have given
     * @param konto an account in the portal
     */
    public record Person(
            String vorname,
            String nachname,
            @Nullable String fruehererName,
            @Nullable LocalDate geburtsdatum,
            @Nullable Anschrift anschrift,
            @Nullable String email,
            @Nullable String konto) {

        /** First and family name. */
        public String name() {
            return "%s %s".formatted(vorname, nachname).strip();
        }

        /** The names under which somebody may be written down, in both orders. */
        public Set<String> schreibweisen() {
            return Stream.of(nachname, fruehererName)
                    .filter(name -> name != null && !name.isBlank())
                    .flatMap(name -> Stream.of(vorname + " " + name, name + " " + vorname))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * That it was checked who asks (Art. 12 Abs. 6 DSGVO).
     *
     * @param nachweis by what
     * @param geprueftVon the login name of who checked it
     * @param geprueftAm when
     */
    public record Identitaet(Nachweis nachweis, String geprueftVon, Instant geprueftAm) {}

    /** By what somebody proves who they are; no copy is kept. */
    public enum Nachweis {
        /** An identity card or passport, shown at a counter. */
        AUSWEIS,
        /** The electronic function of the identity card (§ 18 PAuswG). */
        ONLINE_AUSWEIS,
        /** The login to the account in the portal. */
        PORTALKONTO,
        /** An answer from the postal address that is known to the office. */
        BEKANNTE_ANSCHRIFT,
        /** A power of attorney, and the proof who represents. */
        VOLLMACHT
    }

    /**
     * That the period was extended by two months (Art. 12 Abs. 3 Satz 2 DSGVO).
     *
     * @param grund why
     * @param mitgeteiltAm the day on which the person was told, within a month after receipt (Satz 3)
     */
    public record Verlaengerung(String grund, LocalDate mitgeteiltAm) {}

    /**
     * A Vorgang that may be about the person.
     *
     * @param vorgang which
     * @param aktenzeichen its reference
     * @param verfahren what the procedure is called
     * @param angelegtAm when it was opened
     * @param geloescht whether its data were erased
     * @param merkmale by what it was found
     * @param beteiligter the one that fits, absent where none does any more
     * @param urteil whether it is about the person
     * @param aufDritteGeprueft whether it was checked for data of third parties
     */
    public record Kandidat(
            VorgangId vorgang,
            String aktenzeichen,
            String verfahren,
            Instant angelegtAm,
            boolean geloescht,
            Set<Merkmal> merkmale,
            @Nullable Beteiligter beteiligter,
            Urteil urteil,
            boolean aufDritteGeprueft) {

        /** Keeps its own copy. */
        public Kandidat {
            merkmale = Set.copyOf(merkmale);
        }
    }

    /** By what a Vorgang is found. */
    public enum Merkmal {
        /** Name and birthday are the same. */
        NAME_UND_GEBURTSDATUM,
        /** The name is the same, and no birthday tells more. */
        NAME,
        /** The e-mail address is the same. */
        EMAIL,
        /** The account is the same. */
        KONTO
    }

    /** Whether a Vorgang is about the person. */
    public enum Urteil {
        /** Nobody has said so yet. */
        OFFEN,
        /** It is. */
        BESTAETIGT,
        /** It is about somebody else. */
        AUSGESCHLOSSEN
    }
}
