package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.Aktensuche.Anfrage;
import de.amtsfluss.processes.Aktensuche.Typ;
import java.util.Objects;
import java.util.stream.Stream;

/** What filters ask for, as words of the index. */
final class Merkmal {

    private Merkmal() {}

    static String verfahren(String verfahren) {
        return "verfahren:" + verfahren;
    }

    static String jahr(int jahr) {
        return "jahr:" + jahr;
    }

    static String typ(Typ typ) {
        return "typ:" + typ.name();
    }

    /** All that a hit must have. */
    static String[] of(Anfrage anfrage) {
        return Stream.of(
                        anfrage.verfahren() == null ? null : verfahren(anfrage.verfahren()),
                        anfrage.jahr() == null ? null : jahr(anfrage.jahr()),
                        anfrage.typ() == null ? null : typ(anfrage.typ()))
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }
}
