package de.amtsfluss.deploy.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.regex.Pattern;

/** What the driver asks the application beside the load. */
final class Interface {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final LoadOptions options;
    private final Properties secrets;
    private final String person;
    private String token = "";
    private Instant tokenUntil = Instant.EPOCH;

    Interface(LoadOptions options, Properties secrets, String person) {
        this.options = options;
        this.secrets = secrets;
        this.person = person;
    }

    /** The body of the answer; fails if it has not the status 200. */
    String get(String path) {
        return send(HttpRequest.newBuilder(options.application().resolve(path))
                .header("Authorization", "Bearer " + token())
                .build());
    }

    String post(String path, String contentType, String body) {
        return send(HttpRequest.newBuilder(options.application().resolve(path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    String getOpen(URI address) {
        return send(HttpRequest.newBuilder(address).build());
    }

    private synchronized String token() {
        if (Instant.now().isAfter(tokenUntil)) {
            var form = "grant_type=password&client_id=amtsfluss-api&client_secret=%s&username=%s&password=amtsfluss"
                    .formatted(secrets.getProperty("keycloak.client"), person);
            var body = send(HttpRequest.newBuilder(URI.create(options.issuer() + "/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build());
            var found = TOKEN.matcher(body);
            if (!found.find()) {
                throw new IllegalStateException("Expected Keycloak to give a token, but it gave none");
            }
            token = found.group(1);
            tokenUntil = Instant.now().plus(TOKEN_LIFE);
        }
        return token;
    }

    private String send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Expected status 200 from %s, but got %d: %s"
                        .formatted(request.uri(), answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("Expected %s to answer, but it does not".formatted(request.uri()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to wait for %s, but was called off".formatted(request.uri()), e);
        }
    }
}
