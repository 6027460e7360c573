package de.amtsfluss.workers.posteingang;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Posteingaenge;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Posteingang.Inhalt;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the mail room sees of the post of a test. */
public final class Poststelle {

    public static final Akteur PIA = new Akteur("pia.musterfrau", "Pia Musterfrau", Set.of("poststelle"));

    private Poststelle() {}

    /** The post with this subject, the newest first. */
    public static List<Posteingang> about(Posteingaenge posteingaenge, String betreff) {
        return posteingaenge.list(null, PIA).stream()
                .filter(post -> betreff.equals(inhalt(post).betreff()))
                .toList();
    }

    public static Inhalt inhalt(Posteingang post) {
        return Objects.requireNonNull(post.inhalt());
    }

    /** The same register, but whoever asks is killed after something was kept and before the answer is read. */
    public static Posteingaenge killedAfterKeeping(Posteingaenge real) {
        return (Posteingaenge) Proxy.newProxyInstance(
                Poststelle.class.getClassLoader(), new Class<?>[] {Posteingaenge.class}, (proxy, method, arguments) -> {
                    try {
                        method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw new IllegalStateException(e);
                    }
                    throw new KilledException();
                });
    }

    /** The process ends here. */
    public static final class KilledException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
