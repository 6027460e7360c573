package de.amtsfluss.decisiontables;

import java.util.List;
import java.util.Set;

/** Tries DMN files without making them the current tables and without keeping them. */
public interface DecisionTrials {

    /**
     * Compiles and checks files as at deployment.
     *
     * @param files one or more files
     * @param strictness which findings refuse them
     * @return tables that can be asked, or what is wrong with the files
     */
    Trial of(List<DmnFile> files, Strictness strictness);

    /** What became of a trial. */
    sealed interface Trial {

        /**
         * The files could be deployed.
         *
         * @param tables knows the decisions of the files and no others; their version is 0
         * @param decisions the ids of these decisions
         * @param findings what is to be said of the files all the same
         */
        record Ready(DecisionTables tables, Set<DecisionId> decisions, List<TableFinding> findings) implements Trial {

            /** Copies ids and findings. */
            public Ready {
                decisions = Set.copyOf(decisions);
                findings = List.copyOf(findings);
            }
        }

        /**
         * The files would be refused.
         *
         * @param findings all that is to be said of the files; at least one of them refuses them
         */
        record Refused(List<TableFinding> findings) implements Trial {

            /** Copies the list. */
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }
}
