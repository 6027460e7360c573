package de.amtsfluss.processes.antrag;

import de.amtsfluss.processes.Beteiligter;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text from which the keyed hash of a person is made: the same however a name is written. */
final class Kennzeichen {

    private Kennzeichen() {}

    static String of(Beteiligter beteiligter) {
        return of(beteiligter.name(), beteiligter.geburtsdatum());
    }

    static String of(String name, @Nullable LocalDate geburtsdatum) {
        var letters = Normalizer.normalize(name.toLowerCase(Locale.GERMAN), Normalizer.Form.NFKC)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        var plain = Normalizer.normalize(letters, Normalizer.Form.NFKD).replaceAll("[^a-z0-9]", "");
        return "beteiligter:%s:%s".formatted(plain, geburtsdatum == null ? "" : geburtsdatum);
    }
}
