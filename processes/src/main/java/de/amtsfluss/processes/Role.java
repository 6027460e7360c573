package de.amtsfluss.processes;

import java.util.Locale;

/** What a running copy of the application does; {@code amtsfluss.roles} lists the roles of one copy. */
public enum Role {
    /** Serves pages and HTTP interfaces. */
    WEB,
    /** Executes jobs of the engine, deploys the models and hands messages and commands to the engine. */
    WORKERS,
    /** Takes in sensor uplinks and turns them into process messages. */
    TRIGGERS,
    /** Projects the engine's records into the read model. */
    PROJECTION;

    /** The name as written in the configuration. */
    public String configured() {
        return name().toLowerCase(Locale.ROOT);
    }
}
