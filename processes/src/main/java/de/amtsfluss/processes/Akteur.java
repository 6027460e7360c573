package de.amtsfluss.processes;

import java.util.Set;

/**
 * Who acts: a person that is logged in, with the groups that decide what it may see and do.
 *
 * @param kennung the login name, also the assignee in the engine
 * @param name the name shown to others
 * @param gruppen the groups of the person, as in the models' candidate groups
 */
public record Akteur(String kennung, String name, Set<String> gruppen) {

    /** Keeps its own copy of the groups. */
    public Akteur {
        gruppen = Set.copyOf(gruppen);
    }

    /** Whether the person releases procedures and tables: a member of the group {@code prozess-freigabe}. */
    public boolean releases() {
        return gruppen.contains("prozess-freigabe");
    }

    /** Whether the person belongs to one of the groups. */
    public boolean isInOneOf(Iterable<String> some) {
        for (var gruppe : some) {
            if (gruppen.contains(gruppe)) {
                return true;
            }
        }
        return false;
    }
}
