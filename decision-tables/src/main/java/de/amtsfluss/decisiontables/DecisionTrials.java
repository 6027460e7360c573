package de.amtsfluss.decisiontables;

import java.util.List;
import java.util.Set;

/** Tries DMN files without making them the current tables and without keeping them. */
public interface DecisionTrials {

    /**
     * Compiles and checks files as at deployment.
     *
     * @param files one or more files
     * @return tables that can be asked, or what is wrong with the files
     */
    Trial of(List<DmnFile> files);

    /** What became of a trial. */
    sealed interface Trial {

        /**
         * The files could be deployed.
         *
         * @param tables knows the decisions of the files and no others; their version is 0
         * @param decisions the ids of these decisions
         */
        record Ready(DecisionTables tables, Set<DecisionId> decisions) implements Trial {

            /** Copies the ids. */
            public Ready {
                decisions = Set.copyOf(decisions);
            }
        }

        /**
         * The files would be refused.
         *
         * @param findings one sentence for each file with all that is wrong with it, in English
         */
        record Refused(List<String> findings) implements Trial {

            /** Copies the list. */
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }
}
