package de.amtsfluss.processes;

import java.util.Set;

/** Hands a matter over to another office, as a Vorgang of its own with its own reference, key and need to know. */
public interface Abgaben {

    /**
     * Opens the Vorgang of the other office, or brings its data up to date if it was opened before. It starts with
     * message {@code ‹verfahren›.abgegeben}.
     *
     * @param von where the matter comes from
     * @param verfahren the procedure of the other office; its model names {@code aktenplaneinheit} and {@code gruppen}
     * @param felder the names of the data that the other office needs to know; others stay behind
     * @return the other Vorgang
     * @throws IllegalArgumentException if there is no such Vorgang or no such procedure
     */
    Vorgang abgeben(VorgangId von, String verfahren, Set<String> felder);
}
