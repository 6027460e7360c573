package de.amtsfluss.deploy.rehearsalengine.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Compares the values of rows: numbers and keys by size, times by moment, all else as text. */
final class Values {

    private Values() {}

    static int compare(Object left, Object right) {
        var a = left.toString();
        var b = right.toString();
        if (isNumber(a) && isNumber(b)) {
            return Long.compare(Long.parseLong(a), Long.parseLong(b));
        }
        var moment = moment(a);
        var other = moment(b);
        return moment.isPresent() && other.isPresent() ? moment.get().compareTo(other.get()) : a.compareTo(b);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}")
                || (text.matches("\\d{19}") && text.compareTo(Long.toString(Long.MAX_VALUE)) <= 0);
    }

    private static Optional<Instant> moment(String text) {
        if (text.length() < 16 || text.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
