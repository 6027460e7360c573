package de.amtsfluss.processes;

import java.util.UUID;

/** Draws an answer by Art. 15 DSGVO as a document that people can read. It is implemented where letters are made. */
public interface Auskunftsblatt {

    /**
     * Draws the answer; all of its entries appear.
     *
     * @param id identifies the document
     * @param inhalt what it says
     * @return PDF/A
     */
    byte[] pdf(UUID id, Auskunftsinhalt inhalt);
}
