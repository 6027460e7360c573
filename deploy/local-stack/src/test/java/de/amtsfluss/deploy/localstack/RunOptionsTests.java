package de.amtsfluss.deploy.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunOptionsTests {

    private static final Path USUAL = Path.of("usual");

    @Test
    void nothingAskedForMeansEverythingUsual() {
        RunOptions options = RunOptions.parse(List.of(), USUAL);

        assertThat(options.state()).isEqualTo(USUAL);
        assertThat(options.ports()).isEmpty();
        assertThat(options.fresh()
                        || options.stackOnly()
                        || options.withElasticsearch()
                        || options.help()
                        || options.ignoreMemory())
                .isFalse();
    }

    @Test
    void elasticsearchIsNoNeedButAWish() {
        assertThat(Part.servers()).doesNotContain(Part.ELASTICSEARCH);
        assertThat(RunOptions.parse(List.of("--with-elasticsearch", "--stack-only"), USUAL)
                        .withElasticsearch())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyPortCanBeChosen(Port port) {
        RunOptions options = RunOptions.parse(List.of(port.option(), "4711"), USUAL);

        assertThat(options.ports()).containsOnlyKeys(port).containsValue(4711);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--port", "--port 0", "--port 65536", "--port abc", "--port --fresh", "--state", "--bogus 1"})
    void refusesWhatItCannotMean(String words) {
        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> RunOptions.parse(List.of(words.split(" ")), USUAL))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.BAD_OPTION));
    }

    @Test
    void helpNamesEveryOptionAndExitCode() {
        String help = RunTexts.help();

        assertThat(List.of(Port.values())).allSatisfy(port -> assertThat(help).contains(port.option() + " "));
        assertThat(List.of(Reason.values()))
                .allSatisfy(reason -> assertThat(help).contains(Integer.toString(reason.exitCode())));
    }
}
