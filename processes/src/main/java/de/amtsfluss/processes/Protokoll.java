package de.amtsfluss.processes;

import org.jspecify.annotations.Nullable;

/**
 * The audit log of the administration: it only grows, and that nobody changed it can be proven (BSI IT-Grundschutz
 * OPS.1.1.5; the Bausteine that apply are to be confirmed). What somebody did and its entry are both there or both not.
 */
public interface Protokoll {

    /**
     * Writes down what the one who acts in this thread did, in the caller's transaction; the entry is made just before
     * the commit.
     *
     * @param vorgang the Vorgang it belongs to, absent if it belongs to none
     * @throws org.springframework.transaction.IllegalTransactionStateException if there is no transaction
     */
    void write(@Nullable VorgangId vorgang, Handlung was);

    /**
     * Writes down what somebody did, likewise.
     *
     * @param wer who did it
     * @param vorgang the Vorgang it belongs to, absent if it belongs to none
     * @param was what was done
     */
    void write(Handelnder wer, @Nullable VorgangId vorgang, Handlung was);
}
