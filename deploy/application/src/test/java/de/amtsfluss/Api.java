package de.amtsfluss;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Port;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP interface of the running application, as a machine of the city calls it. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalStack stack;

    Api(LocalStack stack) {
        this.stack = stack;
    }

    String address() {
        return "http://localhost:" + stack.port(Port.APPLICATION);
    }

    /** Logs a demo person in at the real Keycloak. */
    String token(String kennung) throws IOException, InterruptedException {
        var settings = stack.springProperties();
        var form = "grant_type=password&client_id=amtsfluss-api&client_secret=%s&scope=openid&username=%s&password=%s"
                .formatted(settings.get("amtsfluss.forms.client-secret"), kennung, "amtsfluss");
        var answer = send(HttpRequest.newBuilder(
                        URI.create(settings.get("amtsfluss.forms.issuer") + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("access_token").asString();
    }

    HttpResponse<String> get(String path, @Nullable String token) throws IOException, InterruptedException {
        var request = request(path);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    /** The Vorgang with a reference as lists show it; missing where there is none for the person. */
    JsonNode vorgang(String aktenzeichen, String token) throws IOException, InterruptedException {
        return json(get("/api/vorgaenge?suche=" + aktenzeichen.replace("/", "%2F"), token))
                .path(0);
    }

    HttpResponse<String> post(String path, String body, String token) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Hands a file in. */
    HttpResponse<String> upload(String path, String file, String content, String token)
            throws IOException, InterruptedException {
        var body = """
                --grenze\r
                Content-Disposition: form-data; name="datei"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                %s\r
                --grenze--\r
                """.formatted(file, content);
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=grenze")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The content of a file. */
    byte[] download(String path, String token) throws IOException, InterruptedException {
        var answer = http.send(
                request(path).header("Authorization", "Bearer " + token).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
