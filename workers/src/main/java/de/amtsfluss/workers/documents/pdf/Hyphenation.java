package de.amtsfluss.workers.documents.pdf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.fop.hyphenation.HyphenationTree;
import org.openpdf.css.constants.IdentValue;
import org.openpdf.css.style.CalculatedStyle;
import org.openpdf.layout.breaker.BreakPoint;
import org.openpdf.layout.breaker.BreakPointsProvider;
import org.openpdf.layout.breaker.LineBreakingStrategy;

/**
 * Breaks lines at blanks and, where the style says {@code hyphens: auto}, within German words by the patterns of TeX.
 *
 * <p>The hyphen is the soft hyphen, as PDF asks for (ISO 32000-1, 14.8.2.2.3), so that whoever copies, searches or
 * listens to the text gets the whole word.
 */
final class Hyphenation implements LineBreakingStrategy {

    /** What ends a line within a word. */
    static final String HYPHEN = "\u00AD";

    private static final Pattern WORD = Pattern.compile("\\p{L}{6,}");
    /** At least so many letters stay on the line, and so many go to the next (Duden: two; three read better). */
    private static final int LETTERS = 3;

    private static final HyphenationTree GERMAN = german();

    @Override
    public BreakPointsProvider getBreakPointsProvider(String text, String lang, CalculatedStyle style) {
        var blanks = BreakIterator.getLineInstance(Locale.GERMAN);
        blanks.setText(text);
        return new BreakPoints(text, blanks, IdentValue.AUTO.equals(style.getHyphens()));
    }

    private static HyphenationTree german() {
        var patterns = Objects.requireNonNull(Hyphenation.class.getResourceAsStream("/hyph/de.hyp"));
        try (var in = new ObjectInputStream(new BufferedInputStream(patterns))) {
            return (HyphenationTree) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the patterns of German hyphenation, but failed", e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Expected FOP to know its patterns, but it does not", e);
        }
    }

    /** Looks for the places one stretch between blanks at a time, since a line needs only the first few. */
    private static final class BreakPoints implements BreakPointsProvider {

        private final String text;
        private final BreakIterator blanks;
        private final boolean withinWords;
        private final Deque<BreakPoint> found = new ArrayDeque<>();

        BreakPoints(String text, BreakIterator blanks, boolean withinWords) {
            this.text = text;
            this.blanks = blanks;
            this.withinWords = withinWords;
        }

        @Override
        public BreakPoint next() {
            if (found.isEmpty()) {
                advance();
            }
            return found.remove();
        }

        private void advance() {
            var start = blanks.current();
            var end = blanks.next();
            if (end == BreakIterator.DONE) {
                found.add(BreakPoint.getDonePoint());
                return;
            }
            if (withinWords) {
                var words = WORD.matcher(text).region(start, end);
                while (words.find()) {
                    addPlaces(words.group(), words.start());
                }
            }
            found.add(new BreakPoint(end));
        }

        private void addPlaces(String word, int start) {
            var hyphenation = GERMAN.hyphenate(word, LETTERS, LETTERS);
            if (hyphenation == null) {
                return;
            }
            for (var place : hyphenation.getHyphenationPoints()) {
                var point = new BreakPoint(start + place);
                point.setHyphen(HYPHEN);
                found.add(point);
            }
        }
    }
}
