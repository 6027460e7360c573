package de.amtsfluss.processes.model;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What an administration has to know of each procedure, written as properties of the process.
 *
 * @param zustaendigeStelle the responsible office
 * @param prozessverantwortung the function that answers for the process, never a person
 * @param rechtsgrundlage the legal basis
 * @param vvtEintrag the entry in the register of processing activities (Art. 30 DSGVO)
 * @param aufbewahrungsfrist how long the data of a Vorgang are kept
 * @param aufbewahrungsbeginn from when on
 * @param vollautomation whether an administrative act may be issued entirely by machine
 * @param fimLeistung the key of the service in the LeiKa, where the procedure is such a service
 */
record Verfahrensangaben(
        String zustaendigeStelle,
        String prozessverantwortung,
        String rechtsgrundlage,
        String vvtEintrag,
        Period aufbewahrungsfrist,
        Aufbewahrungsbeginn aufbewahrungsbeginn,
        Vollautomation vollautomation,
        @Nullable String fimLeistung) {

    /** When the time of keeping starts: the three start types of DIN 66398. */
    enum Aufbewahrungsbeginn {
        /** When the data were collected. */
        ERHEBUNG("Erhebung"),
        /** When the Vorgang was closed. */
        VORGANGSENDE("Vorgangsende"),
        /** When the relation to the person has ended. */
        BEZIEHUNGSENDE("Beziehungsende");

        private final String word;

        Aufbewahrungsbeginn(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Whether a law allows an administrative act issued entirely by machine (§ 35a VwVfG). */
    enum Vollautomation {
        /** A law allows it. */
        ZULAESSIG("zulaessig"),
        /** No law allows it: a person decides. */
        UNZULAESSIG("unzulaessig");

        private final String word;

        Vollautomation(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
