package de.amtsfluss.processes.vorgang;

import de.amtsfluss.processes.Auskunft.Merkmal;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Beteiligter;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts from which the keyed hashes of a person are made: the same however name and addresses are written. */
public final class Kennzeichen {

    private Kennzeichen() {}

    /** All by which somebody is to be found. */
    public static Set<String> of(Beteiligter beteiligter) {
        var texts = new LinkedHashSet<String>();
        var name = beteiligter.name();
        if (!plain(name).isEmpty()) {
            texts.add(name(name, beteiligter.geburtsdatum()));
            texts.add(name(name, null));
            if (beteiligter.geburtsdatum() == null) {
                texts.add(nameAlone(name));
            }
        }
        if (beteiligter.email() != null) {
            texts.add(email(beteiligter.email()));
        }
        if (beteiligter.konto() != null) {
            texts.add(konto(beteiligter.konto()));
        }
        return texts;
    }

    /**
     * What to look for. With a birthday, a name alone finds only where none is known: somebody of the same name with
     * another birthday is not even looked at.
     */
    static Map<String, Merkmal> wanted(Person person) {
        var texts = new LinkedHashMap<String, Merkmal>();
        person.schreibweisen().forEach(name -> {
            if (person.geburtsdatum() == null) {
                texts.put(name(name, null), Merkmal.NAME);
            } else {
                texts.put(name(name, person.geburtsdatum()), Merkmal.NAME_UND_GEBURTSDATUM);
                texts.put(nameAlone(name), Merkmal.NAME);
            }
        });
        if (person.email() != null) {
            texts.put(email(person.email()), Merkmal.EMAIL);
        }
        if (person.konto() != null) {
            texts.put(konto(person.konto()), Merkmal.KONTO);
        }
        return texts;
    }

    /** Letters and digits in small writing, without accents, umlauts spelled out. */
    public static String plain(String text) {
        var letters = Normalizer.normalize(text.toLowerCase(Locale.GERMAN), Normalizer.Form.NFKC)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return Normalizer.normalize(letters, Normalizer.Form.NFKD).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static String name(String name, @Nullable LocalDate geburtsdatum) {
        return "beteiligter:%s:%s".formatted(plain(name), geburtsdatum == null ? "" : geburtsdatum);
    }

    private static String nameAlone(String name) {
        return "ohne-geburtsdatum:" + plain(name);
    }

    private static String email(String email) {
        return "email:" + email.strip().toLowerCase(Locale.ROOT);
    }

    private static String konto(String konto) {
        return "konto:" + konto.strip();
    }
}
