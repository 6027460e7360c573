package de.amtsfluss.workers.touren;

import static de.amtsfluss.workers.touren.Beispiele.NOW;
import static de.amtsfluss.workers.touren.Beispiele.auftrag;
import static de.amtsfluss.workers.touren.Beispiele.fahrzeug;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** When a tour is made, and which vehicles there are for it. */
class FaelligkeitTests {

    /** Vehicles are driven on Thursday and Friday from 6:00 to 14:30. */
    private static final Fahrzeug FAHRZEUG = fahrzeug("A", 10_000, "Hecklader");

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final Fuhrpark fuhrpark = new Fuhrpark(List.of(FAHRZEUG), Duration.ofMinutes(15), HALF_AN_HOUR);
    private final Faelligkeit faelligkeit = new Faelligkeit(Duration.ofHours(4), 0.8);

    @Test
    void ordersWaitForEachOtherWhileThereIsTime() {
        assertThat(isDue(NOW, auftrag("a", 0, 0, "Hecklader", Duration.ofDays(2), false)))
                .isFalse();
    }

    @Test
    void whatIsToBeDoneAtOnceIsDueAtOnce() {
        assertThat(isDue(NOW, auftrag("a", 0, 0, "Hecklader", Duration.ofDays(2), true)))
                .isTrue();
    }

    @Test
    void theLoadOfAVehicleIsReached() {
        var seven = new ArrayList<Leerung>();
        for (int i = 1; i <= 7; i++) {
            seven.add(auftrag("a" + i, i, 0, "Hecklader", Duration.ofDays(2), false));
        }
        assertThat(isDue(NOW, seven.toArray(Leerung[]::new))).isFalse();

        seven.add(auftrag("a8", 8, 0, "Hecklader", Duration.ofDays(2), false));
        assertThat(isDue(NOW, seven.toArray(Leerung[]::new))).isTrue();
    }

    @Test
    void aDeadlineComesNear() {
        var today = auftrag("a", 0, 0, "Hecklader", Duration.ofHours(5), false);

        assertThat(isDue(NOW, today)).isFalse();
        assertThat(isDue(NOW.plus(Duration.ofHours(1)), today)).isTrue();
    }

    @Test
    void aDeadlineInTheNightIsDoneInTheShiftBefore() {
        // The shift ends at 13:30 UTC; the deadline passes before the next one.
        var tonight = auftrag("a", 0, 0, "Hecklader", Duration.ofHours(16), false);

        assertThat(isDue(NOW.plus(Duration.ofMinutes(89)), tonight)).isFalse();
        assertThat(isDue(NOW.plus(Duration.ofMinutes(90)), tonight)).isTrue();
    }

    @Test
    void everythingIsDueBeforeAShiftBegins() {
        var order = auftrag("a", 0, 0, "Hecklader", Duration.ofDays(9), false);

        // Friday, 6:00 in Berlin.
        assertThat(isDue(Instant.parse("2026-11-27T04:29:59Z"), order)).isFalse();
        assertThat(isDue(Instant.parse("2026-11-27T04:30:00Z"), order)).isTrue();
    }

    @Test
    void aVehicleIsThereInItsShiftAndWhenItIsBack() {
        assertThat(fuhrpark.bereit(NOW, Map.of()))
                .containsExactly(
                        new Einsatz(FAHRZEUG, NOW.plus(Duration.ofMinutes(15)), Instant.parse("2026-11-26T13:30:00Z")));
        assertThat(fuhrpark.bereit(NOW, Map.of("A", NOW.plus(Duration.ofHours(1)))))
                .isEmpty();
        assertThat(fuhrpark.bereit(NOW, Map.of("A", NOW.plus(Duration.ofMinutes(15)), "Z", NOW)))
                .extracting(Einsatz::ab)
                .containsExactly(NOW.plus(HALF_AN_HOUR));
        // Too late in the shift, and on a Saturday.
        assertThat(fuhrpark.bereit(Instant.parse("2026-11-26T13:16:00Z"), Map.of()))
                .isEmpty();
        assertThat(fuhrpark.bereit(Instant.parse("2026-11-28T08:00:00Z"), Map.of()))
                .isEmpty();
    }

    @Test
    void vehiclesAndDepotAreSettings() {
        var given = Map.of(
                "amtsfluss.workers.touren.depot.breite", "52.1",
                "amtsfluss.workers.touren.je-container", "PT6M",
                "amtsfluss.workers.touren.faehigkeiten.Papier", "Seitenlader",
                "amtsfluss.workers.touren.fahrzeuge[0].name", "Seitenlader 7",
                "amtsfluss.workers.touren.fahrzeuge[0].liter", "45000",
                "amtsfluss.workers.touren.fahrzeuge[0].faehigkeiten", "Seitenlader,Kran",
                "amtsfluss.workers.touren.fahrzeuge[0].von", "05:30",
                "amtsfluss.workers.touren.fahrzeuge[0].bis", "13:00");
        var properties = new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("amtsfluss.workers.touren", TourenProperties.class);

        assertThat(properties.depot().punkt()).isEqualTo(new Punkt(52.1, 8.5563));
        assertThat(properties.jeContainer()).isEqualTo(Duration.ofMinutes(6));
        assertThat(properties.faehigkeit("Papier")).isEqualTo("Seitenlader");
        assertThat(properties.faehigkeit("Glas")).isEqualTo("Hecklader");
        assertThat(properties.fuhrpark()).singleElement().satisfies(fahrzeug -> {
            assertThat(fahrzeug.von()).hasToString("05:30");
            assertThat(fahrzeug.faehigkeiten()).containsExactlyInAnyOrder("Seitenlader", "Kran");
            assertThat(fahrzeug.tage()).hasSize(5);
        });
        var examples = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("amtsfluss.workers.touren", TourenProperties.class);
        assertThat(examples.fuhrpark()).hasSize(3);
        assertThat(examples.faehigkeit("Glas")).isEqualTo("Kran");
    }

    private boolean isDue(Instant now, Leerung... orders) {
        return faelligkeit.isDue(List.of(orders), fuhrpark.bereit(now, Map.of()), now);
    }
}
