package de.amtsfluss.lorawantriggers.downlink;

import de.amtsfluss.lorawantriggers.downlink.DownlinkProperties.RouteSettings;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls the REST interface of a network server with its key, which appears nowhere else. */
final class RestCalls {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final int LONGEST_SENTENCE = 300;

    /** Request Timeout (RFC 9110, 15.5.9), Too Early (RFC 8470, 5.2), Too Many Requests (RFC 6585, 4). */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final RestClient client;
    private final JsonMapper json;

    /**
     * Prepares the calls of a route.
     *
     * @param header which one carries the key
     * @throws IllegalStateException if address or key are missing
     */
    RestCalls(String prefix, RouteSettings settings, String header, JsonMapper json) {
        var url = settings.url();
        if (url == null || url.getHost() == null || url.getUserInfo() != null) {
            throw new IllegalStateException(
                    "Expected %s.url like https://host, with the key beside it, but found another".formatted(prefix));
        }
        // No redirects are followed: they could carry the key elsewhere.
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(settings.timeout());
        this.json = json;
        this.client = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(url.toString().replaceAll("/+$", ""))
                .defaultHeader(header, "Bearer " + Routes.required(prefix + ".key", settings.key()))
                .build();
    }

    /**
     * An answer.
     *
     * @param status the status of HTTP, 0 if there was no answer
     * @param body the JSON, missing if there was none
     * @param sentence what the server says, or what kept us from hearing it
     */
    record Answer(int status, JsonNode body, String sentence) {

        /** Whether the server did what was wanted. */
        boolean isGood() {
            return status / 100 == 2;
        }

        /** What it means for a downlink that was not taken. */
        Handover refusal() {
            return status == 0 || status / 100 == 5 || LATER.contains(status)
                    ? new Handover.Away(sentence)
                    : new Handover.Refused(sentence);
        }
    }

    /** Calls an address below that of the route; values of the template are encoded. */
    Answer call(HttpMethod method, String template, Map<String, ?> values, @Nullable Object body) {
        try {
            var request = client.method(method).uri(template, values);
            if (body != null) {
                request = request.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(body));
            }
            return request.exchangeForRequiredValue((sent, answer) ->
                    read(answer.getStatusCode().value(), answer.getBody().readNBytes(LONGEST_ANSWER)));
        } catch (ResourceAccessException e) {
            var cause = e.getCause();
            return new Answer(0, MissingNode.getInstance(), cause == null ? e.toString() : cause.toString());
        }
    }

    private Answer read(int status, byte[] bytes) {
        JsonNode body;
        try {
            body = json.readTree(bytes);
        } catch (JacksonException e) {
            body = MissingNode.getInstance();
        }
        var said = body.path("message").stringValue(new String(bytes, StandardCharsets.UTF_8));
        return new Answer(status, body, "HTTP %d: %s".formatted(status, harmless(said)));
    }

    private static String harmless(String said) {
        var line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_SENTENCE ? line.substring(0, LONGEST_SENTENCE) + "…" : line;
    }
}
