package de.amtsfluss.processes.suche;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person has typed, read as PostgreSQL's {@code websearch_to_tsquery} reads it: words that must all be there,
 * phrases in quotation marks, {@code or} between alternatives, and a minus before what must not be there. Nothing else
 * has a meaning, and nothing is an error.
 *
 * @param alternativen one of these must be fulfilled
 */
record Suchworte(List<Alternative> alternativen) {

    private static final Pattern AKTENZEICHEN = Pattern.compile("[0-9A-Za-z.-]{1,50}/\\d{1,9}-\\d{4}");
    private static final Pattern TOKEN = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");

    Suchworte {
        alternativen = List.copyOf(alternativen);
    }

    /** Whether this is a whole reference and no text. */
    static boolean isAktenzeichen(String text) {
        return AKTENZEICHEN.matcher(text).matches();
    }

    static Suchworte read(String text) {
        var alternativen = new ArrayList<Alternative>();
        var begriffe = new ArrayList<Begriff>();
        var tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            var phrase = tokens.group(2);
            var ohne = !tokens.group(1).isEmpty();
            if (phrase == null && !ohne && tokens.group(3).equalsIgnoreCase("or")) {
                alternativen.add(new Alternative(begriffe));
                begriffe.clear();
            } else {
                begriffe.add(new Begriff(phrase == null ? tokens.group(3) : phrase, phrase != null, ohne));
            }
        }
        alternativen.add(new Alternative(begriffe));
        return new Suchworte(alternativen.stream()
                .filter(alternative -> !alternative.begriffe().isEmpty())
                .toList());
    }

    /** All that is looked for, in whatever alternative. */
    List<Begriff> gesuchte() {
        return alternativen.stream()
                .flatMap(alternative -> alternative.begriffe().stream())
                .filter(begriff -> !begriff.ohne())
                .toList();
    }

    /**
     * What must be fulfilled together.
     *
     * @param begriffe at least one
     */
    record Alternative(List<Begriff> begriffe) {

        Alternative {
            begriffe = List.copyOf(begriffe);
        }

        /** The words that are no phrases, all of which must be there, with blanks between them; may be empty. */
        String worte() {
            return String.join(
                    " ",
                    begriffe.stream()
                            .filter(begriff -> !begriff.folge() && !begriff.ohne())
                            .map(Begriff::text)
                            .toList());
        }
    }

    /**
     * A word or a phrase.
     *
     * @param text as it was typed
     * @param folge whether its words must follow each other
     * @param ohne whether it must not be there
     */
    record Begriff(String text, boolean folge, boolean ohne) {}
}
