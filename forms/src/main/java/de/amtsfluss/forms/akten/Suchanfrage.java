package de.amtsfluss.forms.akten;

import de.amtsfluss.processes.Aktensuche.Anfrage;
import de.amtsfluss.processes.Aktensuche.Typ;
import de.amtsfluss.processes.Vorgang.Status;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for in the address of a search; what is no known value counts as not said.
 *
 * @param suche the words
 * @param verfahren the procedure
 * @param status where the Vorgang stands
 * @param jahr the year
 * @param typ the kind of thing
 * @param seite the page, from 1
 */
record Suchanfrage(
        @Nullable String suche,
        @Nullable String verfahren,
        @Nullable String status,
        @Nullable String jahr,
        @Nullable String typ,
        @Nullable Integer seite) {

    Anfrage anfrage() {
        return new Anfrage(
                text(),
                verfahren == null || verfahren.isBlank() ? null : verfahren.strip(),
                known(Status.values(), status),
                jahr != null && jahr.strip().matches("\\d{4}") ? Integer.valueOf(jahr.strip()) : null,
                known(Typ.values(), typ),
                page());
    }

    String text() {
        return Objects.requireNonNullElse(suche, "").strip();
    }

    int page() {
        return Math.clamp(seite == null ? 1 : seite, 1, 10_000);
    }

    private static <E extends Enum<E>> @Nullable E known(E[] values, @Nullable String name) {
        for (var value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }
}
