package de.amtsfluss.deploy.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path state;

    @Test
    void keepsWhatItHasAcknowledgedAcrossAKillAndTellsTheApplicationItsAddress() throws Exception {
        try (LocalStack stack =
                LocalStack.builder().state(state).freePorts().throwAway().build()) {
            stack.start(Set.of(Part.ELASTICSEARCH));
            RunningPart elasticsearch = stack.part(Part.ELASTICSEARCH);
            String uri = "http://127.0.0.1:%d".formatted(stack.port(Port.ELASTICSEARCH));
            assertThat(stack.springProperties()).containsEntry("amtsfluss.processes.suche.elasticsearch.uri", uri);
            assertThat(elasticsearch.residentBytes()).isPositive();
            send("PUT", uri + "/kept/_doc/1", BodyPublishers.ofString("{\"word\":\"Tonne\"}"));
            long before = elasticsearch.pid();

            elasticsearch.kill();
            assertThat(elasticsearch.isAlive()).isFalse();
            elasticsearch.restart();

            assertThat(elasticsearch.pid()).isNotEqualTo(before);
            assertThat(send("GET", uri + "/kept/_source/1", BodyPublishers.noBody()))
                    .isEqualTo("{\"word\":\"Tonne\"}");
        }
    }

    private static String send(String method, String uri, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
