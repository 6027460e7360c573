package de.amtsfluss.workers.touren;

/**
 * A place.
 *
 * @param breite degrees north (WGS 84)
 * @param laenge degrees east
 */
record Punkt(double breite, double laenge) {

    /** Mean radius of the earth (IUGG), in metres. */
    private static final double EARTH = 6_371_009;

    Punkt {
        if (!(Math.abs(breite) <= 90 && Math.abs(laenge) <= 180)) {
            throw new IllegalArgumentException(
                    "Expected degrees north and east, but they are %s and %s".formatted(breite, laenge));
        }
    }

    /** As the crow flies, in metres; a plane is exact enough within a city. */
    double meterTo(Punkt other) {
        return Math.hypot(eastOf(other), northOf(other));
    }

    /** How far it is from the straight line between two places, in metres. */
    double meterTo(Punkt from, Punkt to) {
        double x = to.eastOf(from);
        double y = to.northOf(from);
        double length = x * x + y * y;
        if (length == 0) {
            return meterTo(from);
        }
        double along = Math.clamp((eastOf(from) * x + northOf(from) * y) / length, 0, 1);
        return Math.hypot(eastOf(from) - along * x, northOf(from) - along * y);
    }

    private double eastOf(Punkt origin) {
        return Math.toRadians(laenge - origin.laenge) * Math.cos(Math.toRadians(origin.breite)) * EARTH;
    }

    private double northOf(Punkt origin) {
        return Math.toRadians(breite - origin.breite) * EARTH;
    }
}
