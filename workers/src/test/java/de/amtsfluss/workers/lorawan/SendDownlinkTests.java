package de.amtsfluss.workers.lorawan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.processes.DownlinkId;
import de.amtsfluss.processes.Downlinks;
import de.amtsfluss.processes.Downlinks.Auftrag;
import de.amtsfluss.processes.Downlinks.Inhalt;
import de.amtsfluss.processes.Downlinks.Ziel;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.workers.lorawan.SendDownlink.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class SendDownlinkTests {

    private static final Map<String, String> OFTEN = Map.of("downlink", "dichtMelden");
    private static final Input GAUGE = new Input("BI-W-0001", null, null, null, null, null, null);

    private final List<Auftrag> asked = new ArrayList<>();
    private final SendDownlink worker = worker(new Kept());

    @Test
    void asksForTheDownlinkThatTheModelNames() {
        var vorgang = VorgangId.random();
        var headers = Map.of("downlink", "dichtMelden", "bestaetigt", "true", "frist", "PT2H");

        var result = worker.handle(
                job(7, headers, new Input("BI-W-0001", null, null, null, null, "A-1", vorgang.toString())));

        assertThat(asked).singleElement().satisfies(auftrag -> {
            assertThat(auftrag.ziel()).isEqualTo(new Ziel.Objekt("BI-W-0001"));
            assertThat(auftrag.inhalt()).isEqualTo(new Inhalt.Benannt("dichtMelden"));
            assertThat(auftrag.bestaetigt()).isTrue();
            assertThat(auftrag.frist()).isEqualTo(Duration.ofHours(2));
            assertThat(auftrag.schluessel()).isEqualTo("A-1");
            assertThat(auftrag.vorgang()).isEqualTo(vorgang);
        });
        assertThat(result)
                .isEqualTo(new JobResult.Completed(
                        Map.of("downlinkId", asked.getFirst().id().toString())));
    }

    @Test
    void aRepeatedJobAsksForTheSameDownlinkAndTheProcessWaitsWithItsId() {
        worker.handle(job(7, OFTEN, GAUGE));
        worker.handle(job(7, OFTEN, GAUGE));
        worker.handle(job(8, OFTEN, GAUGE));

        assertThat(asked.get(1)).isEqualTo(asked.get(0));
        assertThat(asked.get(2).id()).isNotEqualTo(asked.get(0).id());
        assertThat(asked.getFirst().schluessel())
                .isEqualTo(asked.getFirst().id().toString());
        assertThat(asked.getFirst().frist()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void takesDataForTheCodecAndBytesToo() {
        worker.handle(job(1, Map.of(), new Input(null, "24E1247199000001", Map.of("n", 1), null, 85, null, null)));
        worker.handle(job(2, Map.of(), new Input(null, "24E1247199000001", null, "ff03", null, null, null)));

        assertThat(asked.get(0).ziel()).isEqualTo(new Ziel.Geraet("24E1247199000001"));
        assertThat(asked.get(0).inhalt()).isEqualTo(new Inhalt.Daten(85, Map.of("n", 1)));
        assertThat(asked.get(1).inhalt()).isInstanceOfSatisfying(Inhalt.Bytes.class, bytes -> {
            assertThat(bytes.fPort()).isEqualTo(1);
            assertThat(bytes.bytes()).containsExactly(0xff, 0x03);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bald", "PT0S", "-PT1H", "P32D"})
    void refusesAFristThatIsNone(String frist) {
        var headers = Map.of("downlink", "dichtMelden", "frist", frist);
        assertThatThrownBy(() -> worker.handle(job(1, headers, GAUGE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected a ");
    }

    @Test
    void refusesAModelThatIsNotClear() {
        var both = new Input("BI-W-0001", "24E1247199000001", null, null, null, null, null);
        var neither = new Input(null, null, null, null, null, null, null);
        var twice = new Input("BI-W-0001", null, Map.of("n", 1), null, null, null, null);
        var badPort = new Input("BI-W-0001", null, null, "ff", 224, null, null);

        assertRefused(OFTEN, both, "found both");
        assertRefused(OFTEN, neither, "found none");
        assertRefused(OFTEN, twice, "found 2");
        assertRefused(Map.of("downlink", " "), GAUGE, "found 0");
        assertRefused(Map.of(), badPort, "port of 1 to 223");
        assertThat(asked).isEmpty();
    }

    @Test
    void saysThatNothingSendsDownlinks() {
        var alone = new SendDownlink(new StaticListableBeanFactory().getBeanProvider(Downlinks.class));

        assertThatThrownBy(() -> alone.handle(job(1, OFTEN, GAUGE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lorawan-triggers");
    }

    private void assertRefused(Map<String, String> headers, Input input, String sentence) {
        assertThatThrownBy(() -> worker.handle(job(1, headers, input)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private static SendDownlink worker(Downlinks downlinks) {
        var beans = new StaticListableBeanFactory(Map.of("downlinks", downlinks));
        return new SendDownlink(beans.getBeanProvider(Downlinks.class));
    }

    private static Job<Input> job(long key, Map<String, String> headers, Input input) {
        return new Job<>(key, 1, key, "hochwasser-melden", headers, input);
    }

    /** Keeps what was asked for. */
    private final class Kept implements Downlinks {

        @Override
        public Downlink senden(Auftrag auftrag) {
            asked.add(auftrag);
            return new Downlink(
                    auftrag.id(),
                    null,
                    null,
                    "",
                    auftrag.bestaetigt(),
                    "",
                    Instant.EPOCH,
                    Instant.EPOCH,
                    new Verlauf(Zustand.ANGENOMMEN, null, null, null, null, null, null, 0));
        }

        @Override
        public Optional<Downlink> find(DownlinkId id) {
            return Optional.empty();
        }

        @Override
        public List<Downlink> of(String objekt, int limit) {
            return List.of();
        }
    }
}
