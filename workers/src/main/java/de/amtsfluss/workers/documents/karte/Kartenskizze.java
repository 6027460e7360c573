package de.amtsfluss.workers.documents.karte;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A sketch of a way over numbered stops: north up, a bar for the scale, the depot as a square. It is drawn in black and
 * white, since sheets are copied, and of shapes only, so that it does not depend on the fonts of the machine.
 */
public final class Kartenskizze {

    /** The path by which templates name it. */
    public static final String PATH = "gezeichnet/kartenskizze.png";

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 960;
    private static final int MARGIN = 90;
    private static final int RADIUS = 22;
    private static final Color GROUND = new Color(0xF4F6F8);
    private static final Color LINE = new Color(0x66, 0x6E, 0x78);

    private final Graphics2D paper;
    private final Ziffern ziffern = Ziffern.load();
    private final Blatt blatt;

    private Kartenskizze(Graphics2D paper, Blatt blatt) {
        this.paper = paper;
        this.blatt = blatt;
    }

    /**
     * Draws the places of a Vorgang.
     *
     * @param daten its data: {@code depot} and the list {@code halte}, each with {@code breite} and {@code laenge}, the
     *     stops also with {@code nummer}
     * @return a PNG
     * @throws IllegalArgumentException if the data have no such places
     */
    public static byte[] png(Map<String, @Nullable Object> daten) {
        var depot = ort(daten.get("depot"), 0);
        var halte = daten.get("halte") instanceof List<?> list
                ? IntStream.range(0, list.size())
                        .mapToObj(i -> ort(list.get(i), i + 1))
                        .toList()
                : List.<Ort>of();
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var paper = image.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paper.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        new Kartenskizze(paper, Blatt.of(depot, halte, WIDTH, HEIGHT, MARGIN)).draw(depot, halte);
        paper.dispose();
        return bytes(image);
    }

    private static Ort ort(@Nullable Object value, int instead) {
        if (value instanceof Map<?, ?> map
                && map.get("breite") instanceof Number breite
                && map.get("laenge") instanceof Number laenge) {
            int nummer = map.get("nummer") instanceof Number given ? given.intValue() : instead;
            return new Ort(nummer, breite.doubleValue(), laenge.doubleValue());
        }
        throw new IllegalArgumentException("Expected a place with degrees north and east, but there is none");
    }

    private void draw(Ort depot, List<Ort> halte) {
        paper.setColor(GROUND);
        paper.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        way(depot, halte);
        depot(blatt.point(depot));
        halte.forEach(halt -> stop(blatt.point(halt), halt.nummer()));
        north();
        scale();
        paper.setColor(LINE);
        paper.setStroke(new BasicStroke(2));
        paper.draw(new Rectangle2D.Double(1, 1, WIDTH - 2, HEIGHT - 2));
    }

    private void way(Ort depot, List<Ort> halte) {
        var way = new Path2D.Double();
        var start = blatt.point(depot);
        way.moveTo(start.getX(), start.getY());
        halte.forEach(halt -> {
            var point = blatt.point(halt);
            way.lineTo(point.getX(), point.getY());
        });
        way.closePath();
        paper.setColor(LINE);
        paper.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        paper.draw(way);
    }

    private void depot(Point2D at) {
        var square = new Rectangle2D.Double(at.getX() - RADIUS, at.getY() - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS);
        paper.setColor(Color.BLACK);
        paper.fill(square);
    }

    private void stop(Point2D at, int nummer) {
        var circle = new Ellipse2D.Double(at.getX() - RADIUS, at.getY() - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS);
        paper.setColor(Color.WHITE);
        paper.fill(circle);
        paper.setColor(Color.BLACK);
        paper.setStroke(new BasicStroke(3));
        paper.draw(circle);
        paper.fill(ziffern.centred(String.valueOf(nummer), at.getX(), at.getY(), nummer < 100 ? 28 : 20));
    }

    private void north() {
        double x = WIDTH - 50;
        var arrow = new Path2D.Double();
        arrow.moveTo(x, 24);
        arrow.lineTo(x - 14, 64);
        arrow.lineTo(x, 56);
        arrow.lineTo(x + 14, 64);
        arrow.closePath();
        paper.setColor(Color.BLACK);
        paper.fill(arrow);
        paper.fill(ziffern.centred("N", x, 82, 28));
    }

    private void scale() {
        int metres = blatt.roundMetres(WIDTH / 4.0);
        double length = metres / blatt.metresPerPixel();
        double y = HEIGHT - 30;
        paper.setColor(Color.BLACK);
        paper.setStroke(new BasicStroke(4));
        paper.draw(new Line2D.Double(40, y, 40 + length, y));
        paper.draw(new Line2D.Double(40, y - 10, 40, y + 2));
        paper.draw(new Line2D.Double(40 + length, y - 10, 40 + length, y + 2));
        paper.fill(ziffern.centred(metres + " m", 40 + length / 2, y - 22, 26));
    }

    private static byte[] bytes(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("Expected to write PNG, but there is no writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write a sketch, but failed", e);
        }
        return Objects.requireNonNull(bytes.toByteArray());
    }

    /**
     * A place.
     *
     * @param nummer its number
     * @param breite degrees north
     * @param laenge degrees east
     */
    record Ort(int nummer, double breite, double laenge) {}
}
