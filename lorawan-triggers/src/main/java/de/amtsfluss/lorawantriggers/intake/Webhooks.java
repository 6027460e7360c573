package de.amtsfluss.lorawantriggers.intake;

import de.amtsfluss.lorawantriggers.networkserver.ChirpStack;
import de.amtsfluss.lorawantriggers.networkserver.NetworkServer;
import de.amtsfluss.lorawantriggers.networkserver.TheThingsStack;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The network servers' HTTP integrations post here. The answer is given by Kafka's acknowledgement; until then no
 * thread waits.
 */
@RestController
@ConditionalOnRole(Role.WEB)
@ConditionalOnBooleanProperty(name = "amtsfluss.lorawan-triggers.webhook-enabled", matchIfMissing = true)
class Webhooks {

    private final WebhookSecret secret;
    private final int maxBytes;
    private final Intake intake;
    private final ChirpStack chirpStack;
    private final TheThingsStack theThingsStack;

    Webhooks(IntakeProperties properties, Intake intake, ChirpStack chirpStack, TheThingsStack theThingsStack) {
        this.secret = new WebhookSecret(properties.webhookSecret());
        this.maxBytes = Math.toIntExact(properties.maxSize().toBytes());
        this.intake = intake;
        this.chirpStack = chirpStack;
        this.theThingsStack = theThingsStack;
    }

    /**
     * Takes one event of ChirpStack in. The parameters are read from the query alone, so that the body is not touched
     * before the secret is checked.
     */
    @PostMapping("/api/lorawan/chirpstack")
    CompletableFuture<ResponseEntity<?>> chirpStack(
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization)
            throws IOException {
        return secret.isIn(authorization)
                ? take(chirpStack, eventType(request), request)
                : unauthorized("Bearer", "The header 'Authorization: Bearer <secret>' is missing or wrong.");
    }

    /**
     * Takes one message of The Things Stack in. It can be told to add a path of its own for each kind of message; the
     * message says itself of which kind it is.
     */
    @PostMapping({"/api/lorawan/the-things-stack", "/api/lorawan/the-things-stack/**"})
    CompletableFuture<ResponseEntity<?>> theThingsStack(
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization)
            throws IOException {
        return secret.isIn(authorization) || secret.isPasswordIn(authorization)
                ? take(theThingsStack, "", request)
                : unauthorized(
                        "Bearer, Basic realm=\"lorawan\"",
                        "The secret is missing or wrong, as bearer token or as password of Basic.");
    }

    private CompletableFuture<ResponseEntity<?>> take(NetworkServer server, String event, HttpServletRequest request)
            throws IOException {
        var body = body(request);
        if (body.isEmpty()) {
            return CompletableFuture.completedFuture(
                    problem(HttpStatus.CONTENT_TOO_LARGE, "A body may have at most %d bytes.".formatted(maxBytes)));
        }
        return intake.accept(server, event, body.get(), request.getContentType(), null)
                .handle((done, failure) -> failure == null
                        ? ResponseEntity.accepted().build()
                        : problem(
                                HttpStatus.SERVICE_UNAVAILABLE, "The event could not be kept; please send it again."));
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
        return event == null ? "up" : event;
    }

    private static CompletableFuture<ResponseEntity<?>> unauthorized(String schemes, String detail) {
        return CompletableFuture.completedFuture(ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, schemes)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, detail)));
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
