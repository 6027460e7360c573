package de.amtsfluss.processes;

import org.springframework.transaction.IllegalTransactionStateException;

/** Gives a new Vorgang its Akte. */
public interface Aktenanlage {

    /**
     * Makes an Akte for one Vorgang that was just opened, in the caller's transaction. A repeat changes nothing.
     *
     * @param aktenplaneinheit the reference of its unit of the Aktenplan
     * @throws IllegalTransactionStateException if there is no transaction
     */
    void open(Vorgang vorgang, String aktenplaneinheit);
}
