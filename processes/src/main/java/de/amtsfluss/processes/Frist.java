package de.amtsfluss.processes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A question for the end of a period, or for the day on which a Bescheid counts as announced. */
public sealed interface Frist {

    /**
     * A period that runs forward.
     *
     * @param regel how it is counted
     * @param am the day of the event, or the first day of the period; see {@link Beginn}
     */
    record Ablauf(Regel regel, LocalDate am) implements Frist {}

    /**
     * A period that is counted back from a day, such as "at the latest on the 14th day before the meeting". The day
     * itself is not counted (§ 187 Abs. 1 BGB, by analogy). The law moves its end nowhere, since § 193 BGB would
     * shorten it.
     *
     * @param dauer its length
     * @param am the day from which it is counted back
     * @param vorverlegung whether an end on a weekend or holiday moves to the working day before; only where the rules
     *     of the committee or procedure say so
     */
    record Ruecklauf(Dauer dauer, LocalDate am, boolean vorverlegung) implements Frist {}

    /**
     * The day on which a Bescheid counts as announced (§ 41 VwVfG NRW, § 122 AO, § 37 SGB X), by the decision table
     * {@code bekanntgabe}.
     *
     * @param verfahren the procedure, or {@link Regime#verfahren()} where only the law is known
     * @param versandart how it was sent
     * @param versandtAm the recorded day of the Aufgabe zur Post, of sending, of the notice that it can be retrieved,
     *     or of service; absent where nobody recorded it, and then nothing counts as announced
     * @param zugangAm the day it was retrieved, or the later day on which it arrived in fact
     */
    record Bekanntgabe(
            String verfahren,
            Versandart versandart,
            @Nullable LocalDate versandtAm,
            @Nullable LocalDate zugangAm) implements Frist {}

    /**
     * The period for Widerspruch or Klage, by the decision table {@code rechtsbehelf}: one month after the Bekanntgabe
     * (§§ 70, 74 VwGO), one year without right instruction (§ 58 Abs. 2 VwGO).
     *
     * @param bekanntgabe how the Bescheid was announced
     * @param belehrung whether the instruction about remedies is right
     */
    record Rechtsbehelf(Bekanntgabe bekanntgabe, Belehrung belehrung) implements Frist {}

    /**
     * How a period is counted.
     *
     * @param dauer its length
     * @param beginn whether the first day counts
     * @param regime by which law
     * @param verschiebung whether an end on a Saturday, Sunday or holiday moves to the next working day (§ 193 BGB, §
     *     31 Abs. 3 VwVfG NRW); not for the validity of a permit or for a day that an authority named (§ 31 Abs. 3 Satz
     *     2)
     */
    record Regel(Dauer dauer, Beginn beginn, Regime regime, boolean verschiebung) {}

    /**
     * A length.
     *
     * @param zahl how many; below 1 it is refused when it is used
     * @param einheit of what
     */
    record Dauer(int zahl, Einheit einheit) {}

    /** What a length is counted in. */
    enum Einheit {
        /** Calendar days (§ 188 Abs. 1 BGB). */
        TAGE,
        /** Weeks (§ 188 Abs. 2 BGB). */
        WOCHEN,
        /** Months (§ 188 Abs. 2 and 3 BGB). */
        MONATE,
        /** Years (§ 188 Abs. 2 BGB). */
        JAHRE,
        /**
         * Days from Monday to Friday that are no holiday in North Rhine-Westphalia; a unit of offices, not of the law.
         */
        ARBEITSTAGE
    }

    /** Which day is the first of a period. */
    enum Beginn {
        /** The day after an event; the day of the event does not count (§ 187 Abs. 1 BGB). */
        EREIGNIS,
        /** The day itself, from its beginning, as for the validity of a permit (§ 187 Abs. 2 BGB). */
        TAGESBEGINN
    }

    /** The law a procedure follows. */
    enum Regime {
        /** Verwaltungsverfahrensgesetz of North Rhine-Westphalia. */
        VWVFG("verwaltungsverfahren"),
        /** Abgabenordnung: taxes, and fees by § 12 KAG NRW. */
        AO("abgabenverfahren"),
        /** Zehntes Buch Sozialgesetzbuch. */
        SGBX("sozialverwaltungsverfahren");

        private final String verfahren;

        Regime(String verfahren) {
            this.verfahren = verfahren;
        }

        /**
         * Returns what the decision tables call any procedure of this law.
         *
         * @return a value of their input {@code verfahren}
         */
        public String verfahren() {
            return verfahren;
        }
    }

    /** How a Bescheid is sent; the values of the decision table {@code bekanntgabe}. */
    enum Versandart {
        /** By letter. */
        POST,
        /** By electronic message. */
        ELEKTRONISCH,
        /** Into the mailbox of the user account (§ 9 OZG). */
        POSTFACH,
        /** To be retrieved from the portal (§ 41 Abs. 2a VwVfG NRW). */
        ABRUF,
        /** By Postzustellungsurkunde (§ 3 LZG NRW). */
        PZU
    }

    /** Whether a Bescheid says rightly what can be done against it. */
    enum Belehrung {
        /** It does. */
        RICHTIG,
        /** It says nothing. */
        FEHLT,
        /** It is wrong or incomplete. */
        UNRICHTIG
    }
}
