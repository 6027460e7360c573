package de.amtsfluss.forms.anzeige;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnzeigeTests {

    @Test
    void writesMomentsInBerlinTime() {
        assertThat(Anzeige.dateTime(Instant.parse("2026-11-22T23:30:00Z"))).isEqualTo("23.11.2026 00:30");
        assertThat(Anzeige.dateTime(Instant.parse("2026-07-01T10:00:00Z"))).isEqualTo("01.07.2026 12:00");
    }

    @Test
    void writesNumbersInGerman() {
        assertThat(Anzeige.number(1_234.5)).isEqualTo("1.234,5");
        assertThat(Anzeige.number(52.0302)).isEqualTo("52,0302");
    }

    @Test
    void writesSizesRounded() {
        assertThat(Anzeige.size(999)).isEqualTo("999 Byte");
        assertThat(Anzeige.size(23_456)).isEqualTo("23 KB");
        assertThat(Anzeige.size(1_250_000)).isEqualTo("1,3 MB");
    }

    @Test
    void namesPriorities() {
        assertThat(Anzeige.priority(100)).isEqualTo("sehr hoch");
        assertThat(Anzeige.priority(60)).isEqualTo("hoch");
        assertThat(Anzeige.priority(50)).isEqualTo("normal");
        assertThat(Anzeige.priority(0)).isEqualTo("niedrig");
    }
}
