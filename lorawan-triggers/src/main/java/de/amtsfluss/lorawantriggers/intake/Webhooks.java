package de.amtsfluss.lorawantriggers.intake;

import de.amtsfluss.lorawantriggers.networkserver.ChirpStack;
import de.amtsfluss.lorawantriggers.networkserver.NetworkServer;
import de.amtsfluss.lorawantriggers.networkserver.TheThingsStack;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The network servers' HTTP integrations post here. The answer is given by Kafka's acknowledgement; until then no
 * thread waits.
 *
 * <p>It is a filter that stands before all others: a network server comes thousands of times a second, brings a secret
 * of its own and needs nothing of what pages need.
 */
final class Webhooks extends HttpFilter {

    /** Where ChirpStack posts. */
    static final String CHIRPSTACK = "/api/lorawan/chirpstack";

    /**
     * Where The Things Stack posts. It can be told to add a path of its own for each kind of message; the message says
     * itself of which kind it is.
     */
    static final String THE_THINGS_STACK = "/api/lorawan/the-things-stack";

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final long serialVersionUID = 1;

    private final transient WebhookSecret secret;
    private final int maxBytes;
    private final transient Intake intake;
    private final transient ChirpStack chirpStack;
    private final transient TheThingsStack theThingsStack;
    private final transient JsonMapper json;

    Webhooks(
            IntakeProperties properties,
            Intake intake,
            ChirpStack chirpStack,
            TheThingsStack theThingsStack,
            JsonMapper json) {
        this.secret = new WebhookSecret(properties.webhookSecret());
        this.maxBytes = Math.toIntExact(properties.maxSize().toBytes());
        this.intake = intake;
        this.chirpStack = chirpStack;
        this.theThingsStack = theThingsStack;
        this.json = json;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
            refuse(response, HttpStatus.METHOD_NOT_ALLOWED, "Events are sent by POST.");
        } else if (request.getRequestURI().startsWith(request.getContextPath() + THE_THINGS_STACK)) {
            theThingsStack(request, response);
        } else {
            chirpStack(request, response);
        }
    }

    /** The parameters are read from the query alone, so that the body is not touched before the secret is checked. */
    private void chirpStack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (secret.isIn(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            take(chirpStack, eventType(request), request, response);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            refuse(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "The header 'Authorization: Bearer <secret>' is missing or wrong.");
        }
    }

    private void theThingsStack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (secret.isIn(authorization) || secret.isPasswordIn(authorization)) {
            take(theThingsStack, "", request, response);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer, Basic realm=\"lorawan\"");
            refuse(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "The secret is missing or wrong, as bearer token or as password of Basic.");
        }
    }

    private void take(NetworkServer server, String event, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = body(request);
        if (body.isEmpty()) {
            refuse(response, HttpStatus.CONTENT_TOO_LARGE, "A body may have at most %d bytes.".formatted(maxBytes));
            return;
        }
        var contentType = request.getContentType();
        var waiting = request.startAsync(request, response);
        var unused = intake.accept(server, event, body.get(), contentType, null)
                .whenComplete((done, failure) -> answer(waiting, response, failure == null));
    }

    private void answer(AsyncContext waiting, HttpServletResponse response, boolean kept) {
        try {
            if (kept) {
                response.setStatus(HttpStatus.ACCEPTED.value());
            } else {
                refuse(response, HttpStatus.SERVICE_UNAVAILABLE, "The event could not be kept; please send it again.");
            }
            waiting.complete();
        } catch (IOException | IllegalStateException e) {
            // The event is in Kafka or it is not; whoever did not wait for the answer sends it again.
            LOG.debug("Expected a network server to wait for its answer, but it has gone", e);
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
        if (query == null || query.equals("event=up")) {
            return "up";
        }
        var event = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst("event");
        return event == null ? "up" : event;
    }

    /** Answers as RFC 9457 says. */
    private void refuse(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(
                        Map.of("title", status.getReasonPhrase(), "status", status.value(), "detail", detail)));
    }
}
