package de.amtsfluss.lorawantriggers.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.lorawantriggers.Asset;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTests {

    @ParameterizedTest
    @CsvSource({
        // The last minute of a Sunday in winter, an hour behind the city, and the first of Monday.
        "2026-01-11T22:59:00Z, So, 23",
        "2026-01-11T23:00:00Z, Mo, 0",
        // The same in summer, two hours behind.
        "2026-07-12T21:59:00Z, So, 23",
        "2026-07-12T22:00:00Z, Mo, 0",
        // The night without an hour from 2 to 3, and the one with two of them.
        "2026-03-29T00:59:00Z, So, 1",
        "2026-03-29T01:00:00Z, So, 3",
        "2026-10-25T00:30:00Z, So, 2",
        "2026-10-25T01:30:00Z, So, 2",
    })
    void theCitysClocksTellDayAndHour(Instant at, String day, int hour) {
        assertThat(value("ortszeit.wochentag", at)).isEqualTo(day);
        assertThat(value("ortszeit.stunde", at)).isEqualTo(BigDecimal.valueOf(hour));
    }

    @Test
    void whatIsNotRegisteredIsNotKnown() {
        assertThat(value("merkmal.fahrzeug", Instant.EPOCH)).isNull();
        assertThat(value("asset.bezirk", Instant.EPOCH)).isEqualTo("Mitte");
    }

    private static @Nullable Object value(String origin, Instant at) {
        var asset = new Asset("X-1", "stellplatz", "Jahnplatz 1, Mitte", 52.02, 8.53, "Mitte", Map.of());
        return Origin.of(origin).value(new Context(asset, Map.of(), at, null, null));
    }
}
