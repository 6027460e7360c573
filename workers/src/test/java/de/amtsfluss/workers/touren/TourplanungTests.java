package de.amtsfluss.workers.touren;

import static de.amtsfluss.workers.touren.Beispiele.FAHRPLAN;
import static de.amtsfluss.workers.touren.Beispiele.NOW;
import static de.amtsfluss.workers.touren.Beispiele.auftrag;
import static de.amtsfluss.workers.touren.Beispiele.einsatz;
import static de.amtsfluss.workers.touren.Beispiele.fahrzeug;
import static de.amtsfluss.workers.touren.Beispiele.fastVoll;
import static de.amtsfluss.workers.touren.Beispiele.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.amtsfluss.workers.touren.Plan.Grund;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TourplanungTests {

    private static final Einsatz LARGE = einsatz(fahrzeug("A", 60_000, "Hecklader"));
    private static final Einsatz SMALL = einsatz(fahrzeug("B", 2_500, "Hecklader"));
    private static final Einsatz CRANE = einsatz(fahrzeug("C", 10_000, "Kran"));

    private final Tourplanung planung = new Tourplanung(FAHRPLAN, 300);

    @Test
    void nothingToDoGivesNoTour() {
        assertThat(plan(List.of(), LARGE).touren()).isEmpty();
        assertThat(planung.plan(List.of(), List.of(LARGE), List.of(fastVoll("N", 100, 0))))
                .isEqualTo(new Plan(List.of(), List.of()));
    }

    @Test
    void drivesTheShortWayAndKeepsTheTimes() {
        var plan = plan(List.of(auftrag("c", 3000, 0), auftrag("a", 1000, 0), auftrag("b", 2000, 0)), LARGE);

        var tour = plan.touren().getFirst();
        assertThat(plan.ungeplant()).isEmpty();
        assertThat(tour.meter()).isCloseTo(7800, within(10));
        // 7.8 km at 25 km/h, and three containers of four minutes.
        assertThat(Duration.between(NOW, tour.ende()).toSeconds()).isCloseTo(1123 + 720, within(5L));
        assertThat(tour.halte()).extracting(Tour.Halt::nummer).containsExactly(1, 2, 3);
        assertThat(tour.halte())
                .extracting(Tour.Halt::ankunft)
                .isSorted()
                .allSatisfy(at -> assertThat(at).isBefore(tour.ende()));
    }

    @Test
    void aVehicleTakesNoMoreThanItHolds() {
        var three = List.of(auftrag("a", 500, 0), auftrag("b", 600, 0), auftrag("c", 700, 0));

        assertThat(plan(three, SMALL).touren()).singleElement().satisfies(tour -> {
            assertThat(tour.halte()).hasSize(2);
            assertThat(tour.ladungLiter()).isEqualTo(2200);
        });
        assertThat(plan(three, SMALL).ungeplant())
                .extracting(Plan.Ungeplant::grund)
                .containsExactly(Grund.KEIN_PLATZ_ODER_KEINE_ZEIT);
        assertThat(plan(three, SMALL, LARGE).ungeplant()).isEmpty();
    }

    @Test
    void oneVehicleIsSentWhereOneIsEnough() {
        var second = einsatz(fahrzeug("A2", 60_000, "Hecklader"));

        assertThat(plan(List.of(auftrag("a", 500, 0), auftrag("b", -500, 0)), LARGE, second)
                        .touren())
                .hasSize(1);
    }

    @Test
    void aDeadlineIsKeptEvenIfTheWayGetsLonger() {
        var far = auftrag("far", 3000, 0, "Hecklader", Duration.ofMinutes(15), false);
        var plan = plan(List.of(auftrag("near", 1000, 0), auftrag("side", 1000, 1500), far), LARGE);

        assertThat(ids(plan.touren().getFirst())).startsWith("far");
        assertThat(plan.touren().getFirst().verspaetete()).isZero();
    }

    @Test
    void deadlinesThatOneVehicleCannotKeepNeedAnother() {
        var north = auftrag("north", 3000, 0, "Hecklader", Duration.ofMinutes(15), false);
        var south = auftrag("south", -3000, 0, "Hecklader", Duration.ofMinutes(15), false);
        var second = einsatz(fahrzeug("A2", 60_000, "Hecklader"));

        assertThat(plan(List.of(north, south), LARGE).ungeplant())
                .extracting(Plan.Ungeplant::grund)
                .containsExactly(Grund.KEIN_PLATZ_ODER_KEINE_ZEIT);
        assertThat(plan(List.of(north, south), LARGE, second).touren()).hasSize(2);
    }

    @Test
    void anOrderThatIsLateAnywayComesFirstAndIsCalledLate() {
        var late = auftrag("late", 5000, 0, "Hecklader", Duration.ofHours(-1), false);
        var plan = plan(List.of(auftrag("near", 500, 0), late), LARGE);

        assertThat(plan.touren().getFirst().halte())
                .extracting(halt -> halt.leerung().containerId() + halt.verspaetet())
                .containsExactly("latetrue", "nearfalse");
    }

    @Test
    void whatIsToBeDoneAtOnceWaitsForNoOther() {
        var orders = new ArrayList<Leerung>();
        for (int i = 1; i <= 8; i++) {
            orders.add(auftrag("near" + i, 200 * i, 0));
        }
        orders.add(auftrag("sofort1", 4000, 0, "Hecklader", Duration.ofHours(4), true));
        orders.add(auftrag("sofort2", -4000, 0, "Hecklader", Duration.ofHours(4), true));

        assertThat(ids(plan(orders, LARGE).touren().getFirst()).subList(0, 2))
                .containsExactlyInAnyOrder("sofort1", "sofort2");
    }

    @Test
    void aCraneIsSentForWhatNeedsOne() {
        var plan = plan(
                List.of(auftrag("a", 500, 0), auftrag("glas", 500, 10, "Kran", Duration.ofDays(1), false)),
                LARGE,
                CRANE);

        assertThat(plan.touren())
                .extracting(tour -> tour.einsatz().fahrzeug().name() + ids(tour))
                .containsExactly("A[a]", "C[glas]");
    }

    @Test
    void saysWhyAnOrderIsOnNoTour() {
        var huge = new Leerung(
                "huge",
                "Musterplatz",
                Beispiele.punkt(1, 1),
                40_000,
                100,
                "Kran",
                auftrag("x", 0, 0).auftrag());
        var tooFar = auftrag("tooFar", 90_000, 0);
        var plan =
                plan(List.of(huge, tooFar, auftrag("odd", 0, 0, "Saugwagen", Duration.ofDays(1), false)), LARGE, CRANE);

        assertThat(plan.touren()).isEmpty();
        assertThat(plan.ungeplant())
                .extracting(ungeplant -> ungeplant.leerung().containerId() + " " + ungeplant.grund())
                .containsExactlyInAnyOrder(
                        "huge ZU_GROSS", "tooFar KEIN_PLATZ_ODER_KEINE_ZEIT", "odd KEIN_GEEIGNETES_FAHRZEUG");
        assertThat(plan(List.of(auftrag("a", 0, 0))).ungeplant())
                .extracting(Plan.Ungeplant::grund)
                .containsExactly(Grund.KEIN_GEEIGNETES_FAHRZEUG);
    }

    @Test
    void nearlyFullContainersOnTheWayAreTakenAlong() {
        var order = auftrag("order", 3000, 0);
        var plan = planung.plan(
                List.of(order),
                List.of(LARGE),
                List.of(fastVoll("beside", 1500, 250), fastVoll("away", 1500, 400), fastVoll("order", 3000, 0)));

        assertThat(ids(plan.touren().getFirst())).containsExactlyInAnyOrder("order", "beside");
    }

    @Test
    void nearlyFullContainersNeverMakeAnOrderLateOrAVehicleTooFull() {
        var tight = auftrag("tight", 3000, 0, "Hecklader", Duration.ofMinutes(15), false);
        var behind = planung.plan(List.of(tight), List.of(LARGE), List.of(fastVoll("before", 1500, 0)));
        assertThat(ids(behind.touren().getFirst())).containsExactly("tight", "before");

        var full = planung.plan(
                List.of(auftrag("a", 1000, 0), auftrag("b", 2000, 0)), List.of(SMALL), List.of(fastVoll("n", 500, 0)));
        assertThat(ids(full.touren().getFirst())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aNearlyFullContainerIsNotTakenBeforeWhatIsToBeDoneAtOnce() {
        var sofort = auftrag("sofort", 3000, 0, "Hecklader", Duration.ofHours(4), true);

        assertThat(ids(planung.plan(List.of(sofort), List.of(LARGE), List.of(fastVoll("before", 1500, 0)))
                        .touren()
                        .getFirst()))
                .containsExactly("sofort", "before");
    }

    @Test
    void theSameOrdersAreAlwaysPlannedTheSameWay() {
        var orders = orders(40);
        var first = planung.plan(orders, fleet(), List.of());
        Collections.shuffle(orders, new Random(8));

        assertThat(planung.plan(orders, fleet(), List.of())).isEqualTo(first);
    }

    @Test
    void twoHundredOrdersAreAllPlannedOnce() {
        var plan = planung.plan(orders(200), fleet(), List.of());

        assertThat(plan.ungeplant()).isEmpty();
        assertThat(plan.touren()).allMatch(Tour::isDrivable).hasSizeGreaterThanOrEqualTo(5);
        var seen = new HashSet<String>();
        plan.touren().forEach(tour -> assertThat(ids(tour)).allMatch(seen::add));
        assertThat(seen).hasSize(200);
    }

    @Test
    void manyMoreOrdersThanFitFillTheVehicleAndBeginWithTheUrgentOne() {
        var orders = orders(2000);
        orders.add(auftrag("sofort", 3000, 3000, "Hecklader", Duration.ofHours(5), true));

        var plan = plan(orders, LARGE);

        var tour = plan.touren().getFirst();
        assertThat(ids(tour)).startsWith("sofort");
        // 60,000 litres are 54 full containers of 1,100; the shift leaves time for about as many.
        assertThat(tour.halte()).hasSizeBetween(45, 54);
        assertThat(tour.isDrivable()).isTrue();
        assertThat(plan.ungeplant())
                .hasSize(2001 - tour.halte().size())
                .extracting(Plan.Ungeplant::grund)
                .containsOnly(Grund.KEIN_PLATZ_ODER_KEINE_ZEIT);
    }

    @Test
    void onlySomewhatMoreThanTheVehiclesCouldTakeIsLookedAt() {
        var vorauswahl = new Vorauswahl(Duration.ofMinutes(4));
        var orders = orders(500);
        orders.add(auftrag("glas", 500, 10, "Kran", Duration.ofDays(1), false));

        // Half as many again as 60,000 litres are 82 containers of 1,100; the crane has room for all of its own.
        assertThat(vorauswahl.of(orders, List.of(LARGE, CRANE)))
                .hasSize(82 + 1)
                .extracting(Leerung::containerId)
                .isSorted()
                .contains("glas");
        assertThat(vorauswahl.of(orders(60), List.of(LARGE))).hasSize(60);
        // Nine minutes are enough for two containers and the beginning of a third.
        var late = new Einsatz(LARGE.fahrzeug(), LARGE.bis().minus(Duration.ofMinutes(9)), LARGE.bis());
        assertThat(vorauswahl.of(orders, List.of(late))).hasSize(5);
    }

    @Test
    void placesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new Punkt(Double.NaN, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Punkt(52, 180.1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Leerung> orders(int count) {
        var random = new Random(7);
        var orders = new ArrayList<Leerung>();
        for (int i = 0; i < count; i++) {
            orders.add(auftrag("BI-C-%04d".formatted(i), random.nextInt(8000) - 4000, random.nextInt(8000) - 4000));
        }
        return orders;
    }

    private static List<Einsatz> fleet() {
        return IntStream.range(0, 6)
                .mapToObj(i -> einsatz(fahrzeug("Hecklader " + i, 50_000, "Hecklader")))
                .toList();
    }

    private Plan plan(Collection<Leerung> orders, Einsatz... einsaetze) {
        return planung.plan(orders, List.of(einsaetze), List.of());
    }
}
