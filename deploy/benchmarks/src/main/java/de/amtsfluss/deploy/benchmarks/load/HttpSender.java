package de.amtsfluss.deploy.benchmarks.load;

import de.amtsfluss.deploy.benchmarks.load.Fleet.Report;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Posts over one kept connection and waits for each answer. It reads and writes HTTP/1.1 itself, since on a machine
 * that it shares with the application a full client would take more time than what is measured.
 */
final class HttpSender implements Sender {

    private final URI application;
    private final byte[] head;
    private @Nullable Socket socket;
    private @Nullable InputStream answers;

    /** Whether the server wants no more requests over this connection. */
    private boolean last;

    HttpSender(URI application, String secret) {
        this.application = application;
        this.head = ("POST /api/lorawan/chirpstack?event=up HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\n"
                        + "Content-Type: application/json\r\nContent-Length: ")
                .formatted(application.getHost(), application.getPort(), secret)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void send(Report report, LongConsumer accepted) {
        try {
            var status = post(report.json());
            if (last) {
                close();
            }
            if (status != 202) {
                throw new IllegalStateException("Expected status 202, but got %d".formatted(status));
            }
            accepted.accept(System.nanoTime());
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    private int post(byte[] body) throws IOException {
        var connected = socket;
        if (connected == null) {
            connected = new Socket(application.getHost(), application.getPort());
            connected.setTcpNoDelay(true);
            socket = connected;
            answers = new BufferedInputStream(connected.getInputStream(), 4096);
        }
        var length = (body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + length.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(length, 0, request, head.length, length.length);
        System.arraycopy(body, 0, request, head.length + length.length, body.length);
        connected.getOutputStream().write(request);
        return answer();
    }

    private int answer() throws IOException {
        var status = 0;
        var length = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            if (status == 0) {
                status = Integer.parseInt(line.substring(9, 12));
            } else if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).trim());
            } else if (line.equalsIgnoreCase("connection: close")) {
                last = true;
            }
        }
        var from = answers;
        if (from != null) {
            from.readNBytes(length);
        }
        return status;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        var from = answers;
        if (from == null) {
            return "";
        }
        for (var next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new IOException("Expected an answer, but the connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        var connected = socket;
        socket = null;
        answers = null;
        last = false;
        if (connected != null) {
            try {
                connected.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
