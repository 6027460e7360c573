package de.amtsfluss.decisiontables;

import de.amtsfluss.decisiontables.TableFinding.Severity;

/** Which findings of the check refuse a DMN file. */
public enum Strictness {
    /** Errors and warnings: what an office can rely on. */
    OFFICE,
    /** Errors only: whatever DMN permits may be run. */
    STANDARD;

    /**
     * Says whether a file may not be deployed because of a finding.
     *
     * @param finding a finding about it
     * @return whether it refuses the file
     */
    public boolean refuses(TableFinding finding) {
        return finding.severity() == Severity.ERROR || (this == OFFICE && finding.severity() == Severity.WARNING);
    }
}
