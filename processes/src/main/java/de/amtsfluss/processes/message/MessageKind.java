package de.amtsfluss.processes.message;

/** What a message is to do. */
enum MessageKind {
    /** Start a process; done once a Vorgang exists for it. */
    START,
    /** Continue a process; done once the engine has taken it. */
    MESSAGE
}
