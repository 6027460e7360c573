package de.amtsfluss.decisiontables.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks tables that are broken on purpose; what must be found lies beside each in {@code ‹table›.findings.txt}. */
class CheckProbesTests {

    private static final Path PROBES = Path.of("src/test/resources/check-probes");

    @ParameterizedTest
    @MethodSource("probes")
    void findsExactlyWhatIsWrong(Path probe) throws IOException {
        Path expected = PROBES.resolve(probe.getFileName().toString().replace(".dmn", ".findings.txt"));

        assertThat(findings(probe)).containsExactlyElementsOf(Files.readAllLines(expected));
    }

    @Test
    void saysNothingOnlyAboutTheSoundTable() throws IOException {
        for (Path probe : probes().toList()) {
            assertThat(findings(probe).isEmpty()).describedAs(probe.toString()).isEqualTo(probe.endsWith("sound.dmn"));
        }
    }

    static Stream<Path> probes() throws IOException {
        try (Stream<Path> files = Files.list(PROBES)) {
            List<Path> probes = files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .toList();
            assertThat(probes).hasSizeGreaterThan(20);
            return probes.stream();
        }
    }

    private static List<String> findings(Path probe) throws IOException {
        return new StaticTableCheck()
                .check(probe.getFileName().toString(), Files.readAllBytes(probe)).stream()
                        .map(finding -> finding.severity() + " " + finding)
                        .toList();
    }
}
