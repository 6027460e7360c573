package de.amtsfluss.deploy.rehearsalengine;

import de.amtsfluss.deploy.rehearsalengine.grpc.GatewayService;
import de.amtsfluss.deploy.rehearsalengine.rest.HttpApi;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rehearsal engine with its two doors, on this machine only. */
public final class RehearsalEngine implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RehearsalEngine.class);
    private static final Duration STOP = Duration.ofSeconds(2);

    private final CurrentEngine engine;
    private final GatewayService gateway;
    private final Server grpc;
    private final HttpApi http;

    private RehearsalEngine(CurrentEngine engine, GatewayService gateway, Server grpc, HttpApi http) {
        this.engine = engine;
        this.gateway = gateway;
        this.grpc = grpc;
        this.http = http;
    }

    /**
     * Starts the engine.
     *
     * @param grpcPort for gRPC, 0 for any free one
     * @param httpPort for HTTP, 0 for any free one
     * @throws IOException if a port is taken
     */
    public static RehearsalEngine start(int grpcPort, int httpPort) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        var engine = new CurrentEngine();
        var gateway = new GatewayService(engine);
        var grpc = NettyServerBuilder.forAddress(new InetSocketAddress(loopback, grpcPort))
                .addService(gateway)
                .build()
                .start();
        return new RehearsalEngine(
                engine, gateway, grpc, HttpApi.start(new InetSocketAddress(loopback, httpPort), engine));
    }

    /** Where clients connect by gRPC. */
    public int grpcPort() {
        return grpc.getPort();
    }

    /** Where clients connect by HTTP, for the API and for the management routes. */
    public int httpPort() {
        return http.port();
    }

    @Override
    public void close() {
        http.close();
        grpc.shutdownNow();
        try {
            if (!grpc.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Expected the gRPC server to end within {}, but it has not", STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        gateway.close();
        engine.close();
    }
}
