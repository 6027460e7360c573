package de.amtsfluss.deploy.localstack.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Small questions to a server on this machine; each takes two seconds at most. */
final class Probe {

    private static final int PATIENCE = 2_000;

    private Probe() {}

    /**
     * Reads a page.
     *
     * @return its body, or the empty text if the answer is not 200
     */
    static String get(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(PATIENCE);
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return "";
            }
            try (InputStream body = connection.getInputStream()) {
                return new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            connection.disconnect();
        }
    }

    /**
     * Connects, says something and reads the beginning of the answer.
     *
     * @param question may be empty where the server speaks first
     * @return as many bytes as wanted, fewer if the server hangs up
     */
    static byte[] ask(int port, byte[] question, int wanted) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
            socket.getOutputStream().write(question);
            return socket.getInputStream().readNBytes(wanted);
        }
    }
}
