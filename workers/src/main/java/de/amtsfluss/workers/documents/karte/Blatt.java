package de.amtsfluss.workers.documents.karte;

import de.amtsfluss.workers.documents.karte.Kartenskizze.Ort;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where places lie on the sheet: a plane that touches the earth in the middle, exact enough for a city.
 *
 * @param north the middle, degrees north
 * @param east the middle, degrees east
 * @param metresPerPixel the scale, the same in all directions
 * @param width of the sheet
 * @param height of the sheet
 */
record Blatt(double north, double east, double metresPerPixel, int width, int height) {

    /** A degree of a great circle, in metres. */
    private static final double DEGREE = 111_195;

    /** Finer than this nobody can tell where a container stands. */
    private static final double FINEST = 0.25;

    static Blatt of(Ort depot, List<Ort> halte, int width, int height, int margin) {
        var all = Stream.concat(Stream.of(depot), halte.stream()).toList();
        double south = all.stream().mapToDouble(Ort::breite).min().orElseThrow();
        double north = all.stream().mapToDouble(Ort::breite).max().orElseThrow();
        double west = all.stream().mapToDouble(Ort::laenge).min().orElseThrow();
        double east = all.stream().mapToDouble(Ort::laenge).max().orElseThrow();
        double middle = (south + north) / 2;
        double scale = Math.max(
                (east - west) * DEGREE * Math.cos(Math.toRadians(middle)) / (width - 2.0 * margin),
                (north - south) * DEGREE / (height - 2.0 * margin));
        return new Blatt(middle, (west + east) / 2, Math.max(scale, FINEST), width, height);
    }

    /** Where a place is drawn; north is up. */
    Point2D point(Ort ort) {
        double right = (ort.laenge() - east) * DEGREE * Math.cos(Math.toRadians(north));
        double up = (ort.breite() - north) * DEGREE;
        return new Point2D.Double(width / 2.0 + right / metresPerPixel, height / 2.0 - up / metresPerPixel);
    }

    /** The largest 1, 2 or 5 with zeros that is no longer than so many pixels. */
    int roundMetres(double pixels) {
        double longest = pixels * metresPerPixel;
        double power = Math.pow(10, Math.floor(Math.log10(longest)));
        double digit = longest / power >= 5 ? 5 : longest / power >= 2 ? 2 : 1;
        return (int) Math.round(digit * power);
    }
}
