package de.amtsfluss.deploy.rehearsalengine.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.amtsfluss.deploy.rehearsalengine.CurrentEngine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. What it does not know it says so, with status 501. */
public final class HttpApi implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpApi.class);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("http-", 1).factory());
    private final List<Route> routes;

    private HttpApi(HttpServer server, CurrentEngine engine) {
        this.server = server;
        this.routes = Stream.of(
                        new ManagementRoutes(engine).routes(),
                        new SearchRoutes(engine).routes(),
                        new UserTaskRoutes(engine).routes(),
                        new JobRoutes(engine).routes(),
                        new InstanceRoutes(engine).routes(),
                        new EventRoutes(engine).routes())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Listens at the address.
     *
     * @throws IOException if the port is taken
     */
    public static HttpApi start(InetSocketAddress address, CurrentEngine engine) throws IOException {
        var api = new HttpApi(HttpServer.create(address, 0), engine);
        api.server.setExecutor(api.threads);
        api.server.createContext("/", api::handle);
        api.server.start();
        return api;
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = answer(exchange);
            log.debug("{} {}: {}", exchange.getRequestMethod(), exchange.getRequestURI(), reply.status());
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            var length = reply.body().length;
            exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
            if (length > 0) {
                exchange.getResponseBody().write(reply.body());
            }
        }
    }

    @SuppressWarnings("CatchingUnchecked") // the outermost edge of a request
    private Reply answer(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().getPath();
        var body = exchange.getRequestBody().readAllBytes();
        try {
            for (var route : routes) {
                var variable = route.match(method, path);
                if (variable.isPresent()) {
                    return route.action().answer(Call.of(variable.get(), body));
                }
            }
            return Reply.problem(
                    501,
                    "NOT_IMPLEMENTED",
                    "Expected a route of the rehearsal engine, but it has no %s %s".formatted(method, path));
        } catch (BadRequestException e) {
            return Reply.problem(400, "INVALID_ARGUMENT", e.getMessage());
        } catch (RuntimeException e) {
            log.error("Expected to answer {} {}, but failed", method, path, e);
            return Reply.problem(500, "INTERNAL_ERROR", e.toString());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
