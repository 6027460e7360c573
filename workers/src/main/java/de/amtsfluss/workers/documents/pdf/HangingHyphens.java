package de.amtsfluss.workers.documents.pdf;

import org.openpdf.extend.FontContext;
import org.openpdf.pdf.ITextTextRenderer;
import org.openpdf.render.FSFont;

/**
 * Measures text without the hyphen at its end, which so hangs into the margin. OpenPDF adds up the width of all places
 * where a line could break and would break far too early if each counted its hyphen.
 */
final class HangingHyphens extends ITextTextRenderer {

    @Override
    public int getWidth(FontContext context, FSFont font, String string) {
        return super.getWidth(
                context, font, string.endsWith(Hyphenation.HYPHEN) ? string.substring(0, string.length() - 1) : string);
    }
}
