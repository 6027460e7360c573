package de.amtsfluss.lorawantriggers.intake;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** ChirpStack's HTTP integration posts here. */
@RestController
@ConditionalOnRole(Role.WEB)
@ConditionalOnBooleanProperty(name = "amtsfluss.lorawan-triggers.webhook-enabled", matchIfMissing = true)
class ChirpStackWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(ChirpStackWebhook.class);

    private final WebhookSecret secret;
    private final int maxBytes;
    private final Intake intake;
    private final MeterRegistry meters;

    ChirpStackWebhook(IntakeProperties properties, Intake intake, ObjectProvider<MeterRegistry> meters) {
        this.secret = new WebhookSecret(properties.webhookSecret());
        this.maxBytes = Math.toIntExact(properties.maxSize().toBytes());
        this.intake = intake;
        this.meters = meters.getIfAvailable(() -> Metrics.globalRegistry);
    }

    /**
     * Takes one event in. The parameters are read from the query alone, so that the body is not touched before the
     * secret is checked.
     */
    @PostMapping("/api/lorawan/chirpstack")
    ResponseEntity<?> event(
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization)
            throws IOException, InterruptedException {
        if (!secret.isIn(authorization)) {
            return unauthorized();
        }
        var body = body(request);
        if (body.isEmpty()) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "A body may have at most %d bytes.".formatted(maxBytes));
        }
        var event = eventType(request);
        if (!event.equals("up")) {
            meters.counter("amtsfluss.lorawan.events.ignored").increment();
            LOG.info("Event '{}' of ChirpStack is not used yet and was left aside", event);
            return ResponseEntity.accepted().build();
        }
        return keep(body.get(), request.getContentType());
    }

    private ResponseEntity<?> keep(byte[] body, @Nullable String contentType) throws InterruptedException {
        try {
            // Bounded by the producer's own time limits.
            intake.accept(body, contentType, null).get();
            return ResponseEntity.accepted().build();
        } catch (ExecutionException e) {
            LOG.warn("Uplink refused with 503, since Kafka does not take it: {}", String.valueOf(e.getCause()));
            return problem(HttpStatus.SERVICE_UNAVAILABLE, "The uplink could not be kept; please send it again.");
        }
    }

    private Optional<byte[]> body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > maxBytes) {
            return Optional.empty();
        }
        var bytes = request.getInputStream().readNBytes(maxBytes + 1);
        return bytes.length > maxBytes ? Optional.empty() : Optional.of(bytes);
    }

    private static String eventType(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null) {
            return "up";
        }
        var event = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst("event");
        return event == null ? "up" : event.replaceAll("[^a-zA-Z0-9-]", "?");
    }

    private static ResponseEntity<?> unauthorized() {
        var detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNAUTHORIZED, "The header 'Authorization: Bearer <secret>' is missing or wrong.");
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(detail);
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
