package de.amtsfluss.decisiontables.names;

import de.amtsfluss.decisiontables.xml.UntrustedXml;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The names of a DMN file that FEEL's parser takes for a name only between back-ticks, such as {@code Alter in Jahren}.
 *
 * <p>The standard permits such names (DMN 1.3, 10.3.1.3) and has them found by what is in scope, the longest first.
 */
public final class KnownNames {

    /** What FEEL's parser knows to be a name by itself. */
    private static final Pattern PLAIN = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    private static final Set<String> RESERVED = Set.of(
            "null",
            "true",
            "false",
            "function",
            "in",
            "return",
            "then",
            "else",
            "satisfies",
            "and",
            "or",
            "if",
            "for",
            "some",
            "every",
            "not",
            "between",
            "instance");

    /** Texts, names that are quoted already, and comments; the names stand behind them. */
    private static final String PASSED_OVER =
            "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|`[^`]*+`|//[^\\n]*+|/\\*(?s:.*?)\\*/";

    private static final Set<String> NAMED = Set.of(
            "decision",
            "inputData",
            "businessKnowledgeModel",
            "decisionService",
            "variable",
            "formalParameter",
            "parameter",
            "itemComponent",
            "column",
            "output");

    private static final Set<String> CALLED_BY_ID = Set.of("decision", "businessKnowledgeModel", "decisionService");

    private final @Nullable Pattern pattern;

    private KnownNames(@Nullable Pattern pattern) {
        this.pattern = pattern;
    }

    /** Takes names; those that need no back-ticks are passed over. */
    public static KnownNames of(Collection<String> names) {
        String alternatives = names.stream()
                .map(KnownNames::canonical)
                .filter(name -> !name.isEmpty() && needsQuotes(name))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> Pattern.quote(name).replace(" ", "\\E\\s+\\Q"))
                .collect(Collectors.joining("|"));
        return new KnownNames(
                alternatives.isEmpty()
                        ? null
                        : Pattern.compile("%s|(?<!\\p{javaJavaIdentifierPart})(%s)(?!\\p{javaJavaIdentifierPart})"
                                .formatted(PASSED_OVER, alternatives)));
    }

    /** Takes the names of all elements of a DMN file that an expression can name, and the ids of its decisions. */
    public static KnownNames of(Element root) {
        Set<String> names = new HashSet<>();
        UntrustedXml.elements(root.getElementsByTagNameNS("*", "*")).forEach(element -> {
            String kind = String.valueOf(element.getLocalName());
            if (NAMED.contains(kind)) {
                names.add(element.getAttribute("name"));
            }
            if (CALLED_BY_ID.contains(kind)) {
                names.add(element.getAttribute("id"));
            }
        });
        return of(names);
    }

    /** Returns a name with single blanks, as two names count as one that differ in white space only. */
    public static String canonical(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    /** Returns a name as FEEL's parser takes it, whatever it is made of. */
    public static String quote(String name) {
        return "`" + canonical(name) + "`";
    }

    /** Returns an expression with its known names between back-ticks; texts and comments stay as they are. */
    public String quoted(String feel) {
        if (pattern == null) {
            return feel;
        }
        return pattern.matcher(feel).replaceAll(KnownNames::replacement);
    }

    private static String replacement(MatchResult match) {
        String name = match.group(1);
        return Matcher.quoteReplacement(name == null ? match.group() : quote(name));
    }

    private static boolean needsQuotes(String name) {
        return name.indexOf('`') < 0 && (!PLAIN.matcher(name).matches() || RESERVED.contains(name));
    }
}
