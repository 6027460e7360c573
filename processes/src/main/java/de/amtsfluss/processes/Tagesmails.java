package de.amtsfluss.processes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which persons of the office want to be told each day by e-mail how many tasks are open. Nobody is told unasked. */
public interface Tagesmails {

    /** The wish of a person. */
    Optional<Wunsch> of(Akteur akteur);

    /**
     * Keeps that the person wants it.
     *
     * @param email where the e-mails go, from the login
     */
    void subscribe(Akteur akteur, String email);

    /** Keeps that the person does not want it any more; nothing of it remains. */
    void unsubscribe(Akteur akteur);

    /** Keeps groups and address as they are now if the person wants it: they may have changed since. */
    void refresh(Akteur akteur, String email);

    /** Takes one person that has not been told on the day; it stays with the caller until its transaction ends. */
    List<Wunsch> take(LocalDate tag, int limit);

    /** Notes, in the caller's transaction, that a person was told on a day. */
    void told(Akteur akteur, LocalDate tag);

    /**
     * The wish of a person.
     *
     * @param akteur who
     * @param email where the e-mails go
     */
    record Wunsch(Akteur akteur, String email) {}
}
