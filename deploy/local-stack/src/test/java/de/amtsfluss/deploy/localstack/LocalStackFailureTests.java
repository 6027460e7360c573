package de.amtsfluss.deploy.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackFailureTests {

    @TempDir
    private Path state;

    @Test
    void refusesAPortThatIsTakenAndNamesPartPortAndOption() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LocalStack stack = LocalStack.builder()
                        .state(state)
                        .freePorts()
                        .port(Port.SMTP, taken.getLocalPort())
                        .build()) {
            assertThatExceptionOfType(LocalStackException.class)
                    .isThrownBy(() -> stack.start(Set.of(Part.MAIL)))
                    .withMessageContaining("Mail server on port %d", taken.getLocalPort())
                    .withMessageContaining("--smtp-port")
                    .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.PORT_TAKEN));
        }
    }

    @Test
    void refusesAStateFolderThatAnotherRunUses() {
        try (LocalStack first = LocalStack.builder().state(state).build()) {
            assertThatExceptionOfType(LocalStackException.class)
                    .isThrownBy(() -> LocalStack.builder().state(state).build())
                    .withMessageContaining(first.state().toString())
                    .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.STATE_IN_USE));
        }
    }

    @Test
    void reportsAPartThatDiesWhileStartingWithTheEndOfItsLog() throws Exception {
        try (LocalStack stack = LocalStack.builder().state(state).freePorts().build()) {
            Path data = Files.createDirectories(state.resolve("postgresql/data"));
            Files.writeString(data.resolve("PG_VERSION"), "9.6\n");

            assertThatExceptionOfType(LocalStackException.class)
                    .isThrownBy(() -> stack.start(Set.of(Part.POSTGRESQL)))
                    .withMessageContaining("PostgreSQL to run on port %d", stack.port(Port.POSTGRESQL))
                    .withMessageContaining("--postgresql-port")
                    .withMessageContaining("postgresql.log")
                    .satisfies(death -> assertThat(death.reason()).isEqualTo(Reason.PART_DIED));
        }
    }

    @Test
    void reportsAPartThatDiesLater() {
        List<LocalStackException> deaths = new CopyOnWriteArrayList<>();
        try (LocalStack stack = LocalStack.builder()
                .state(state)
                .freePorts()
                .onDeath(deaths::add)
                .build()) {
            stack.start(Set.of(Part.MAIL));

            ProcessHandle.of(stack.part(Part.MAIL).pid()).orElseThrow().destroyForcibly();

            await().untilAsserted(() -> assertThat(deaths).singleElement().satisfies(death -> {
                assertThat(death.reason()).isEqualTo(Reason.PART_DIED);
                assertThat(death).hasMessageContaining("Mail server").hasMessageContaining("exit code 137");
            }));
        }
    }

    @Test
    void saysWhereThePartsShouldBeWhenTheyAreNotBuilt() {
        String parts = System.getProperty("amtsfluss.parts");
        System.setProperty("amtsfluss.parts", state.resolve("nowhere").toString());
        try (LocalStack stack = LocalStack.builder().state(state).freePorts().build()) {
            assertThatExceptionOfType(LocalStackException.class)
                    .isThrownBy(() -> stack.start(Set.of(Part.MAIL)))
                    .withMessageContaining("greenmail-standalone.jar")
                    .withMessageContaining("mvn -Dquickly package")
                    .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.PART_MISSING));
        } finally {
            System.setProperty("amtsfluss.parts", parts);
        }
    }

    @Test
    void stopsWhatAKilledRunHasLeftBehind() throws Exception {
        Process left = new ProcessBuilder("sleep", "600").start();
        Files.createDirectories(state.resolve("run"));
        Files.write(
                state.resolve("run/kafka"),
                List.of(
                        Long.toString(left.pid()),
                        left.info().startInstant().orElseThrow().toString()));

        List<String> lines = new CopyOnWriteArrayList<>();
        LocalStack.builder().state(state).progress(lines::add).build().close();

        assertThat(left.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).singleElement().asString().contains("Kafka", "left over");
    }

    @Test
    void leavesAProcessAloneThatMerelyHasTheNumberOfAnEarlierOne() throws Exception {
        Process other = new ProcessBuilder("sleep", "600").start();
        Files.createDirectories(state.resolve("run"));
        Files.write(state.resolve("run/kafka"), List.of(Long.toString(other.pid()), "2020-01-01T00:00:00Z"));

        LocalStack.builder().state(state).build().close();

        assertThat(other.isAlive()).isTrue();
        other.destroyForcibly();
    }

    @Test
    void drawsSecretsOnceAndKeepsThemFromOtherUsers() throws Exception {
        String first;
        try (LocalStack stack = LocalStack.builder().state(state).build()) {
            first = stack.springProperties().get("amtsfluss.lorawan-triggers.webhook-secret");
        }

        try (LocalStack stack = LocalStack.builder().state(state).build()) {
            assertThat(stack.springProperties()).containsEntry("amtsfluss.lorawan-triggers.webhook-secret", first);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }
}
