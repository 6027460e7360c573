package de.amtsfluss.processes;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a question for a Frist. */
public sealed interface Fristergebnis {

    /**
     * The day was computed.
     *
     * @param ende the last day of the period, or the day of the Bekanntgabe
     * @param schritte how it came about, in the order of the law
     */
    record Berechnet(LocalDate ende, List<Schritt> schritte) implements Fristergebnis {

        /** Copies the steps. */
        public Berechnet {
            schritte = List.copyOf(schritte);
        }

        /**
         * Returns the last second of the day in Berlin, as a timer of the process engine takes it.
         *
         * @return with the offset of that day
         */
        public OffsetDateTime endetUm() {
            return Erinnerung.inBerlin(ende, 23, 59, 59);
        }
    }

    /**
     * No period runs.
     *
     * @param grund why, a German sentence
     * @param schritte what is certain all the same
     */
    record OhneFrist(String grund, List<Schritt> schritte) implements Fristergebnis {

        /** Copies the steps. */
        public OhneFrist {
            schritte = List.copyOf(schritte);
        }
    }

    /**
     * It could not be computed.
     *
     * @param maengel all that is wrong with the question, at least one
     */
    record Abgelehnt(List<Mangel> maengel) implements Fristergebnis {

        /** Copies the list. */
        public Abgelehnt {
            maengel = List.copyOf(maengel);
        }

        /**
         * Refuses for one reason.
         *
         * @param angabe what is wrong
         * @param satz why, a German sentence
         */
        public Abgelehnt(Angabe angabe, String satz) {
            this(List.of(new Mangel(angabe, satz)));
        }
    }

    /**
     * A step on the way to the day.
     *
     * @param satz a German sentence with its paragraph
     * @param am the day it leads to
     * @param norm the paragraph, absent where the step is a fact
     */
    record Schritt(String satz, LocalDate am, @Nullable String norm) {}

    /**
     * Something that is wrong with a question.
     *
     * @param angabe what is wrong
     * @param satz why, a German sentence
     */
    record Mangel(Angabe angabe, String satz) {}

    /** A part of a question. */
    enum Angabe {
        /** The day from which a period is counted. */
        AM("am"),
        /** The length. */
        ZAHL("zahl"),
        /** The procedure or its law. */
        VERFAHREN("verfahren"),
        /** How a Bescheid was sent. */
        VERSANDART("versandart"),
        /** When a Bescheid was sent. */
        VERSANDT_AM("versandtAm"),
        /** When a Bescheid was retrieved or arrived. */
        ZUGANG_AM("zugangAm");

        private final String feld;

        Angabe(String feld) {
            this.feld = feld;
        }

        /**
         * Returns its name in forms and in JSON.
         *
         * @return the name, as the records of {@link Frist} call it
         */
        public String feld() {
            return feld;
        }
    }
}
