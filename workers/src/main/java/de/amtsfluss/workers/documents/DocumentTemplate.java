package de.amtsfluss.workers.documents;

import de.amtsfluss.processes.Vorgang;

/** Makes one kind of document from the data of a Vorgang. */
interface DocumentTemplate {

    /** The name by which models ask for it. */
    String name();

    /** The file name, with its ending. */
    String fileName(Vorgang vorgang);

    /** The document as PDF. */
    byte[] render(Vorgang vorgang);
}
