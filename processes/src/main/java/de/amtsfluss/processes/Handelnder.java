package de.amtsfluss.processes;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, as the {@link Protokoll} names it: a person or a part of the system (xdomea:
 * HistorienProtokollInformation, Akteur).
 *
 * @param art what it is
 * @param kennung the login name of a person; of the system the job type, or {@code sensor}
 * @param fuer the login name of the person who is stood in for, absent if nobody is
 */
public record Handelnder(Art art, String kennung, @Nullable String fuer) {

    private static final Handelnder UNNAMED = system("system");
    private static final ThreadLocal<Handelnder> CURRENT = new ThreadLocal<>();

    /** Refuses somebody without a name. */
    public Handelnder {
        Objects.requireNonNull(art);
        if (kennung.isBlank()) {
            throw new IllegalArgumentException("Expected the name of who acts, but it is blank");
        }
    }

    /** What acts. */
    public enum Art {
        /** Somebody who is logged in. */
        PERSON,
        /** The application by itself. */
        SYSTEM
    }

    /** A person that acts for itself. */
    public static Handelnder person(Akteur akteur) {
        return new Handelnder(Art.PERSON, akteur.kennung(), null);
    }

    /**
     * A person that stands in for another ("i. V.").
     *
     * @param vertretener the login name of the other
     */
    public static Handelnder inVertretung(Akteur akteur, String vertretener) {
        return new Handelnder(Art.PERSON, akteur.kennung(), vertretener);
    }

    /**
     * A part of the system.
     *
     * @param part a job type, or another name that tells what it is
     */
    public static Handelnder system(String part) {
        return new Handelnder(Art.SYSTEM, part, null);
    }

    /** Who acts in this thread; the part {@code system} where nobody is named. */
    public static Handelnder current() {
        var current = CURRENT.get();
        return current == null ? UNNAMED : current;
    }

    /** Does work in the name of this one; threads that the work starts do not know of it. */
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        var before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** Does work that gives nothing, likewise. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return this;
        });
    }
}
