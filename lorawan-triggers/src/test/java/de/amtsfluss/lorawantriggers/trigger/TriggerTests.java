package de.amtsfluss.lorawantriggers.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.trigger.Trigger.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TriggerTests {

    @Test
    void theInstalledOnesCanBeRead() {
        var container = Triggers.installed().all().stream()
                .filter(trigger -> trigger.verfahren().equals("container-leeren"))
                .findFirst()
                .orElseThrow();

        assertThat(container.decision()).isEqualTo(new DecisionId("containerLeerung"));
        assertThat(container.start().name()).isEqualTo("container-leeren.containerVoll");
        assertThat(container.hysteresis()).isEqualTo(new Rules(2, 40.0, null, 30.0, Set.of()));
        assertThat(container.quiet()).isEqualTo(Duration.ofHours(2));
        assertThat(container.maxAge()).isEqualTo(Duration.ofHours(24));
        assertThat(container.reads(Set.of(Quantity.FILL_LEVEL, Quantity.BATTERY)))
                .isTrue();
        assertThat(container.reads(Set.of(Quantity.BATTERY))).isFalse();
        assertThat(container.isAbout("baum")).isFalse();
    }

    @Test
    void tellsEverythingThatIsWrong() {
        assertThatThrownBy(() -> TriggerFile.read("triggers/a.yaml", """
                        verfahren: b
                        measurements: [laerm]
                        every: PT1M
                        decision: no id
                        inputs: {a: messung.laerm, b: wetter.regen, c: ortszeit.mond}
                        orders: {held: auftrag}
                        messages: {start: {name: s, facts: {}}, ended: {facts: {am: zeit}}}
                        correlation: containerId
                        hysteresis: {holdReadings: 0, rearm: {}}
                        filter: {median: 2}
                        schedule: {days: [MO, XX], from: "06:00", to: abends}
                        quiet: two hours
                        maxAge: PT24H
                        surprise: 1
                        """))
                .hasMessageContaining("Expected the file to be named after its verfahren 'b'")
                .hasMessageContaining("Expected known quantities at 'measurements', but found [laerm]")
                .hasMessageContaining("Expected a decision id that is a name in XML, but got 'no id'")
                .hasMessageContaining("Expected a known quantity, but found laerm")
                .hasMessageContaining("but found 'wetter.regen'")
                .hasMessageContaining("Expected an origin at 'c'")
                .hasMessageContaining("Expected a list of texts at 'held', but found 'auftrag'")
                .hasMessageContaining("Expected a text at 'name'")
                .hasMessageContaining("at 'holdReadings', but found '0'")
                .hasMessageContaining("Expected at least one of below, above, drop, words")
                .hasMessageContaining("Expected an odd number at 'median', but found 2")
                .hasMessageContaining("Expected days MO to SU, but found 'XX'")
                .hasMessageContaining("Expected a time like 06:00 at 'to', but found 'abends'")
                .hasMessageContaining("at 'quiet', but found 'two hours'")
                .hasMessageContaining("Expected no key 'surprise'");
    }

    @Test
    void readingsDoNotMeasureWhatTheClockDerives() {
        assertThatThrownBy(() -> TriggerFiles.read("c", """
                        verfahren: c
                        measurements: [silentFor]
                        decision: d
                        inputs: {}
                        orders: {}
                        messages: {start: {name: s, facts: {}}}
                        correlation: assetId
                        hysteresis: {holdReadings: 1, rearm: {words: [keine]}}
                        quiet: PT1H
                        maxAge: PT24H
                        """))
                .hasMessageContaining("Expected 'every' for quantities that the clock derives");
    }

    @Test
    void aScheduleMayGoOverMidnightInTheCitysTime() {
        var nights =
                Objects.requireNonNull(TriggerFiles.container("schedule: {days: [FR], from: \"22:00\", to: \"06:00\"}")
                        .schedule());

        // In winter the city is an hour ahead of UTC, in summer two.
        assertThat(nights.contains(Instant.parse("2026-01-02T20:59:00Z"))).isFalse();
        assertThat(nights.contains(Instant.parse("2026-01-02T21:00:00Z"))).isTrue();
        assertThat(nights.contains(Instant.parse("2026-01-03T04:59:00Z"))).isTrue();
        assertThat(nights.contains(Instant.parse("2026-01-03T05:00:00Z"))).isFalse();
        assertThat(nights.contains(Instant.parse("2026-07-03T20:00:00Z"))).isTrue();
    }
}
