package de.amtsfluss.workers.notifications.dispatch;

import de.amtsfluss.processes.Versandregister;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.Versendung;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.workers.notifications.dispatch.WebhookProperties.Webhook;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the webhooks that wait: {@code POST} of a JSON that says what happened to which Vorgang and nothing of a
 * person, signed in {@code X-Amtsfluss-Signature} with HMAC-SHA256 (RFC 2104). The same id comes again with a repeat.
 */
@Component
class WebhookDispatch {

    /** The header with the signature: {@code sha256=} and hexadecimal digits. */
    static final String SIGNATURE = "X-Amtsfluss-Signature";

    private static final Logger log = LoggerFactory.getLogger(WebhookDispatch.class);
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ALGORITHM = "HmacSHA256";

    private final Versandregister versand;
    private final Vorgaenge vorgaenge;
    private final WebhookProperties properties;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    WebhookDispatch(
            Versandregister versand, Vorgaenge vorgaenge, WebhookProperties properties, JsonMapper json, Clock clock) {
        this.versand = versand;
        this.vorgaenge = vorgaenge;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    /** Calls the next one and tells whether there was one. */
    @Transactional
    boolean step() {
        var due = versand.take(Versandweg.WEBHOOK, 1);
        for (var call : due) {
            var failure = call(call);
            if (failure.isEmpty()) {
                versand.handedOver(call.id(), LocalDate.ofInstant(clock.instant(), OFFICE));
            } else {
                log.warn("Expected '{}' to take call {}, but: {}", call.empfaenger(), call.id(), failure.get());
                versand.failed(call.id(), failure.get());
            }
        }
        return !due.isEmpty();
    }

    /** What went wrong. */
    private Optional<String> call(Versendung call) {
        var webhook = properties.webhooks().get(call.empfaenger());
        if (webhook == null) {
            return Optional.of("not configured");
        }
        try {
            var answer = http.send(request(webhook, body(call)), BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2
                    ? Optional.empty()
                    : Optional.of("HTTP %d".formatted(answer.statusCode()));
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private byte[] body(Versendung call) {
        var vorgang = vorgaenge.find(call.vorgang()).orElseThrow();
        return json.writeValueAsBytes(new Event(
                call.id().toString(),
                "%s.%s".formatted(vorgang.verfahren(), call.template()),
                vorgang.id().toString(),
                vorgang.aktenzeichen(),
                clock.instant().toString()));
    }

    private static HttpRequest request(Webhook webhook, byte[] body) {
        return HttpRequest.newBuilder(webhook.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(SIGNATURE, "sha256=" + HexFormat.of().formatHex(signature(webhook.secret(), body)))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static byte[] signature(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected the JDK to know HMAC-SHA256, but it does not", e);
        }
    }

    /**
     * What another system is told.
     *
     * @param id recognises a repeat
     * @param event what happened: procedure and template
     * @param vorgangId the Vorgang
     * @param aktenzeichen its reference
     * @param time when the call was made, so that an old one can be told from a new one
     */
    record Event(String id, String event, String vorgangId, String aktenzeichen, String time) {}
}
