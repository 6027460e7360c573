package de.amtsfluss.decisiontables;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes DMN files the current tables while the application runs, and knows their versions.
 *
 * <p>A release is current at once in the copy of the application that made it, and within
 * {@code amtsfluss.decision-tables.refresh} in all others. It stays current when the software is started again or
 * renewed, until the next release: what an office decided about its table is not taken back by a delivered file.
 *
 * <p>Who may release is for the caller to decide.
 */
public interface DecisionReleases {

    /**
     * Releases files, all or none.
     *
     * <p>A file follows the file that decides one of its ids now, and becomes its next version, whatever it is called.
     * A file of new ids is called after the decision that has its name, otherwise after its first decision.
     *
     * @param files one or more files
     * @param strictness which findings refuse them
     * @param releasedBy the login name of the person that releases them
     * @return the versions, or what is wrong
     */
    Release release(List<DmnFile> files, Strictness strictness, String releasedBy);

    /**
     * Says what a release would do, and keeps nothing.
     *
     * @param files one or more files
     * @param strictness which findings refuse them
     * @return what would become of the files
     */
    Release rehearse(List<DmnFile> files, Strictness strictness);

    /**
     * Returns the tables that decide now.
     *
     * @return one for each file, in the order of their names
     */
    List<CurrentTable> current();

    /**
     * Returns the versions of the file that makes a decision now.
     *
     * @param decision a decision or decision service of the file
     * @return the newest first; empty when there is no such decision
     */
    List<TableVersion> versions(DecisionId decision);

    /**
     * Returns a file as it was kept.
     *
     * @param decision a decision or decision service of the file
     * @param version the version
     * @return the file; empty when there is no such decision or version
     */
    Optional<DmnFile> file(DecisionId decision, int version);

    /**
     * A file that decides now.
     *
     * @param table the id of the decision after which the file is called
     * @param version its version
     * @param decisions all decisions and decision services of the file
     */
    record CurrentTable(DecisionId table, int version, Set<DecisionId> decisions) {

        /** Copies the ids. */
        public CurrentTable {
            decisions = Set.copyOf(decisions);
        }
    }

    /** What became of a release. */
    sealed interface Release {

        /**
         * The files are current, or would be.
         *
         * @param tables a version for each file; the version that is current already for a file that says the same
         * @param findings what is to be said of the files all the same
         */
        record Accepted(List<CurrentTable> tables, List<TableFinding> findings) implements Release {

            /** Copies the lists. */
            public Accepted {
                tables = List.copyOf(tables);
                findings = List.copyOf(findings);
            }
        }

        /**
         * Nothing changed, and nothing would.
         *
         * @param findings all that is to be said of the files; at least one of them refuses them
         */
        record Refused(List<TableFinding> findings) implements Release {

            /** Copies the list. */
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }
}
