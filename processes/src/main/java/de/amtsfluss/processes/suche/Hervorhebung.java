package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.Aktensuche.Stelle;
import java.util.ArrayList;
import java.util.List;

/** Reads the pieces of a text in which what was found stands between two control characters, which no text has. */
final class Hervorhebung {

    static final String BEGIN = "\u0002";
    static final String END = "\u0003";

    private Hervorhebung() {}

    static List<Stelle> read(String marked) {
        var pieces = new ArrayList<Stelle>();
        for (var at = 0; at < marked.length(); ) {
            var begin = marked.indexOf(BEGIN, at);
            if (begin < 0) {
                pieces.add(new Stelle(marked.substring(at), false));
                break;
            }
            if (begin > at) {
                pieces.add(new Stelle(marked.substring(at, begin), false));
            }
            var end = marked.indexOf(END, begin);
            var until = end < 0 ? marked.length() : end;
            pieces.add(new Stelle(marked.substring(begin + 1, until), true));
            at = until + 1;
        }
        return pieces;
    }
}
