package de.amtsfluss.workers.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The stored text and picture of letters. After a wanted change {@code mvn test -Damtsfluss.golden=renew} writes them
 * anew; look at what changed before you commit it.
 */
final class Golden {

    private static final Path STORED = Path.of("src", "test", "resources", "golden");
    private static final boolean RENEW = "renew".equals(System.getProperty("amtsfluss.golden"));
    private static final float DPI = 40;
    /** Of 255; fonts are smoothed a little differently by each Java. */
    private static final int TOLERATED_SHADE = 64;
    /** The share of pixels that may be off by more. */
    static final double TOLERATED_SHARE = 0.001;

    private Golden() {}

    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** The text without its line breaks, words that are broken at a line's end made whole. */
    static String flow(byte[] pdf) throws IOException {
        return text(pdf).replaceAll("\u00AD\\s*", "").replaceAll("[\\s\u00A0]+", " ");
    }

    static void assertText(String name, String actual) throws IOException {
        var file = STORED.resolve(name + ".txt");
        if (RENEW) {
            Files.createDirectories(STORED);
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    static void assertFirstPage(String name, byte[] pdf) throws IOException {
        var actual = firstPage(pdf, DPI);
        var file = STORED.resolve(name + ".png").toFile();
        if (RENEW) {
            Files.createDirectories(STORED);
            ImageIO.write(actual, "png", file);
        }
        assertThat(difference(ImageIO.read(file), actual)).as(file.toString()).isLessThanOrEqualTo(TOLERATED_SHARE);
    }

    static BufferedImage firstPage(byte[] pdf, float dpi) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            // Drawn large and made small, so that the smoothing of single strokes hardly counts.
            var large = new PDFRenderer(document).renderImageWithDPI(0, dpi * 3, ImageType.GRAY);
            var small = new BufferedImage(large.getWidth() / 3, large.getHeight() / 3, BufferedImage.TYPE_BYTE_GRAY);
            var graphics = small.createGraphics();
            graphics.drawImage(
                    large.getScaledInstance(small.getWidth(), small.getHeight(), Image.SCALE_AREA_AVERAGING),
                    0,
                    0,
                    null);
            graphics.dispose();
            return small;
        }
    }

    /** The share of pixels that differ by more than is tolerated. */
    static double difference(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return 1;
        }
        var different = 0;
        for (var y = 0; y < one.getHeight(); y++) {
            for (var x = 0; x < one.getWidth(); x++) {
                var shade =
                        one.getRaster().getSample(x, y, 0) - other.getRaster().getSample(x, y, 0);
                different += Math.abs(shade) > TOLERATED_SHADE ? 1 : 0;
            }
        }
        return (double) different / (one.getWidth() * one.getHeight());
    }
}
