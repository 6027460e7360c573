package de.amtsfluss.deploy.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rehearsal engine as a process, and its answers to those it does not understand. */
class EngineProcessTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void itEndsWithItsInput() throws Exception {
        var engine = EngineProcess.start();
        assertThat(post(engine, "/v2/jobs/search", "{}").statusCode()).isEqualTo(200);
        engine.close();

        assertThat(ProcessHandle.of(engine.pid()).map(ProcessHandle::isAlive))
                .isNotEqualTo(java.util.Optional.of(true));
        assertThatThrownBy(() -> post(engine, "/v2/jobs/search", "{}")).isInstanceOf(ConnectException.class);
    }

    @Test
    void anEngineThatIsNotBuiltIsNamed(@TempDir Path empty) {
        assertThatThrownBy(() -> EngineProcess.start(empty))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("build the module deploy/rehearsal-engine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v2/authorizations/search    | {}                                   | 501 | keeps no 'authorizations'
            /v2/documents                | {}                                   | 501 | has no POST /v2/documents
            /v2/jobs/search              | [1]                                  | 400 | Expected a JSON object, but found ARRAY
            /v2/jobs/search              | {"filter":                           | 400 | Expected JSON, but
            /v2/jobs/abc/completion      | {}                                   | 400 | Expected a key
            /v2/jobs/1/completion        | {}                                   | 404 | Command 'COMPLETE' rejected with code 'NOT_FOUND'
            /v2/user-tasks/1/assignment  | {"assignee": ""}                     | 400 | Expected 'assignee' to name somebody
            /v2/messages/publication     | {"name": "a", "timeToLive": "long"}  | 400 | Expected 'timeToLive' to be a whole number
            /v2/messages/publication     | {"name": "a", "variables": [1]}      | 400 | Expected 'variables' to be an object
            /v2/jobs/search              | {"page": {"limit": -1}}              | 400 | Expected page.limit to be 0 or more
            """)
    void whatIsNotUnderstoodIsAnsweredWithASentence(String path, String body, int status, String sentence)
            throws Exception {
        var answer = post(EngineProcess.shared(), path, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(sentence);
    }

    private HttpResponse<String> post(EngineProcess engine, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(engine.http() + path))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
