package de.amtsfluss.workers.documents.karte;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The outlines of digits and a few letters of Liberation Sans, the font of the letters. */
final class Ziffern {

    private static final String FONT = "/liberation/LiberationSans-Bold.ttf";
    private static final String CHARACTERS = "0123456789 mN";

    private static final Ziffern LOADED = read();

    private final Map<Integer, Glyph> glyphs;
    private final double unitsPerEm;

    private record Glyph(Shape outline, double width) {}

    private Ziffern(Map<Integer, Glyph> glyphs, double unitsPerEm) {
        this.glyphs = glyphs;
        this.unitsPerEm = unitsPerEm;
    }

    static Ziffern load() {
        return LOADED;
    }

    /** The outline of a text around a point, on a sheet whose y grows downwards. */
    Shape centred(String text, double x, double y, double size) {
        double scale = size / unitsPerEm;
        double width = text.chars().mapToDouble(c -> glyph(c).width()).sum() * scale;
        var whole = new Path2D.Double();
        double pen = x - width / 2;
        for (int c : text.chars().toArray()) {
            var place = new AffineTransform(scale, 0, 0, -scale, pen, y);
            whole.append(place.createTransformedShape(glyph(c).outline()), false);
            pen += glyph(c).width() * scale;
        }
        var bounds = whole.getBounds2D();
        return AffineTransform.getTranslateInstance(0, y - bounds.getCenterY()).createTransformedShape(whole);
    }

    private Glyph glyph(int character) {
        return Objects.requireNonNull(glyphs.get(character));
    }

    private static Ziffern read() {
        try (var file = Objects.requireNonNull(Ziffern.class.getResourceAsStream(FONT));
                var font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            var lookup = font.getUnicodeCmapLookup();
            return new Ziffern(
                    CHARACTERS.chars().boxed().collect(Collectors.toMap(c -> c, c -> {
                        try {
                            int id = lookup.getGlyphId(c);
                            var glyph = font.getGlyph().getGlyph(id);
                            return new Glyph(
                                    glyph == null ? new Path2D.Double() : glyph.getPath(), font.getAdvanceWidth(id));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })),
                    font.getUnitsPerEm());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the font '%s', but failed".formatted(FONT), e);
        }
    }
}
