package de.amtsfluss.workers.documents.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.pdf.ITextOutputDevice;
import org.openpdf.pdf.ITextRenderer;
import org.openpdf.pdf.ITextUserAgent;

/** Gives the renderer the pictures of the letters' folders and opens nothing else, neither files nor addresses. */
final class OwnPictures extends ITextUserAgent {

    /** How OpenPDF draws elements that no style speaks of; it lies in its own jar. */
    private static final URL BASIC_STYLE =
            Objects.requireNonNull(ITextRenderer.class.getResource("/resources/css/XhtmlNamespaceHandler.css"));

    private final Map<String, byte[]> pictures;

    OwnPictures(ITextOutputDevice device, int dotsPerPixel, Map<String, byte[]> pictures) {
        super(device, dotsPerPixel);
        this.pictures = pictures;
    }

    @Override
    public @Nullable String resolveURI(@Nullable String uri) {
        return uri;
    }

    @Override
    protected @Nullable InputStream resolveAndOpenStream(@Nullable String uri) {
        if (BASIC_STYLE.toString().equals(uri)) {
            return basicStyle();
        }
        var picture = uri == null ? null : pictures.get(uri);
        if (picture == null) {
            throw new IllegalStateException(
                    "Expected a letter to load only pictures of the letters' folders, but it asks for '%s'"
                            .formatted(uri));
        }
        return new ByteArrayInputStream(picture);
    }

    @Override
    protected InputStream openStream(String uri) {
        throw new IllegalStateException("Expected a letter to open nothing, but it asks for '%s'".formatted(uri));
    }

    private static InputStream basicStyle() {
        try {
            return BASIC_STYLE.openStream();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read OpenPDF's own style, but failed", e);
        }
    }
}
