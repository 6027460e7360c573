package de.amtsfluss.workers.documents.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openpdf.css.sheet.FontFaceRule;
import org.openpdf.extend.UserAgentCallback;
import org.openpdf.pdf.FontFamily;
import org.openpdf.pdf.ITextFontResolver;
import org.openpdf.text.pdf.BaseFont;

/**
 * The fonts of letters: Liberation Sans, embedded, parsed once for all letters. A style that asks for another gets it
 * too, since PDF/A allows none that is not embedded (ISO 19005-2, 6.2.11.4).
 */
final class LetterFonts extends ITextFontResolver {

    private static final String FOLDER = "liberation/";
    private static final String INSTEAD_OF_UNKNOWN = "Serif";

    private static final BaseFont REGULAR = font("LiberationSans-Regular.ttf");
    private static final BaseFont BOLD = font("LiberationSans-Bold.ttf");
    private static final BaseFont ITALIC = font("LiberationSans-Italic.ttf");

    /** Whether the fonts have a glyph; without one PDF/A would be broken and the reader would see a box. */
    static boolean canWrite(int character) {
        return REGULAR.charExists(character);
    }

    LetterFonts() {
        for (var family : List.of("Liberation Sans", INSTEAD_OF_UNKNOWN)) {
            addFont(REGULAR, FOLDER + "LiberationSans-Regular.ttf", family);
            addFont(BOLD, FOLDER + "LiberationSans-Bold.ttf", family);
            addFont(ITALIC, FOLDER + "LiberationSans-Italic.ttf", family);
        }
    }

    /** None of those that OpenPDF has and does not embed. */
    @Override
    protected Map<String, FontFamily> loadFonts() {
        return new HashMap<>();
    }

    @Override
    public void flushFontFaceFonts() {
        // Nothing to forget: letters bring no fonts of their own, and all letters share this object.
    }

    @Override
    public void importFontFaces(List<FontFaceRule> fontFaces, UserAgentCallback userAgent) {
        if (!fontFaces.isEmpty()) {
            throw new IllegalStateException("Expected letters to bring no fonts of their own, but a style does");
        }
    }

    private static BaseFont font(String file) {
        try {
            var font = BaseFont.createFont(FOLDER + file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
            // OpenPDF lists only the glyphs that are used, PDF/A-2 wants all or none (ISO 19005-2, 6.2.11.4.2).
            font.setIncludeCidSet(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read font '%s', but failed".formatted(file), e);
        }
    }
}
