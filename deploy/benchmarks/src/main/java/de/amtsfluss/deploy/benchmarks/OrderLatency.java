package de.amtsfluss.deploy.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Measures how long it takes from the answer to a sensor's uplink until the crew's list of tasks shows the order, on a
 * running {@code deploy/run}: each demo container is reported empty, then full, one after the other.
 */
public final class OrderLatency {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String application;
    private final String issuer;
    private final Properties secrets;

    private OrderLatency(String application, String issuer, Properties secrets) {
        this.application = application;
        this.issuer = issuer;
        this.secrets = secrets;
    }

    /**
     * Measures and prints.
     *
     * @param arguments the state folder of the local stack, and the addresses of application and realm if they are not
     *     the usual ones
     * @throws IOException if the application or a file cannot be reached
     * @throws InterruptedException if it is called off
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(
                Path.of(arguments.length > 0 ? arguments[0] : ".amtsfluss", "secrets.properties"))) {
            secrets.load(file);
        }
        new OrderLatency(
                        arguments.length > 1 ? arguments[1] : "http://127.0.0.1:8080",
                        arguments.length > 2 ? arguments[2] : "http://127.0.0.1:8180/realms/amtsfluss",
                        secrets)
                .measure();
    }

    private void measure() throws IOException, InterruptedException {
        var token = token();
        var times = new ArrayList<Duration>();
        for (var container : DemoContainer.fromClassPath(new Random())) {
            send(container.report(Instant.now(), 5));
            await(container.id(), false, token);
            send(container.report(Instant.now(), 98));
            var accepted = System.nanoTime();
            await(container.id(), true, token);
            times.add(Duration.ofNanos(System.nanoTime() - accepted));
            send(container.report(Instant.now(), 5));
        }
        print(times);
    }

    private static void print(List<Duration> times) {
        Collections.sort(times);
        System.out.printf(
                Locale.ROOT,
                "uplink accepted -> task in the list, %d orders: median %d ms, 90 %% %d ms, slowest %d ms%n",
                times.size(),
                times.get(times.size() / 2).toMillis(),
                times.get(times.size() * 9 / 10).toMillis(),
                times.getLast().toMillis());
    }

    private void send(ChirpStackUp uplink) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(application + "/api/lorawan/chirpstack?event=up"))
                        .header("Authorization", "Bearer " + secrets.getProperty("lorawan.webhook"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(uplink.json()))
                        .build(),
                BodyHandlers.ofString());
        require(answer, 202);
    }

    private void await(String container, boolean listed, String token) throws IOException, InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (tasks(token).contains(container) != listed) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "Expected the list of tasks to change for %s within %d s, but it did not"
                                .formatted(container, PATIENCE.toSeconds()));
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private String tasks(String token) throws IOException, InterruptedException {
        return require(
                http.send(
                        HttpRequest.newBuilder(URI.create(application + "/api/aufgaben"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString()),
                200);
    }

    private String token() throws IOException, InterruptedException {
        var form =
                "grant_type=password&client_id=amtsfluss-api&client_secret=%s&username=mia.mustermann&password=amtsfluss"
                        .formatted(secrets.getProperty("keycloak.client"));
        var body = require(
                http.send(
                        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString()),
                200);
        var token = TOKEN.matcher(body);
        if (!token.find()) {
            throw new IllegalStateException("Expected Keycloak to give a token, but it gave none");
        }
        return token.group(1);
    }

    private static String require(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException("Expected status %d from %s, but got %d: %s"
                    .formatted(status, answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
