package de.amtsfluss.deploy.benchmarks.load;

import de.amtsfluss.deploy.benchmarks.load.Fleet.Report;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongConsumer;

/**
 * Publishes with quality of service 1, some messages ahead of the broker's acknowledgements. It writes MQTT 3.1.1
 * itself, since on a machine that it shares with the application a full client would take more time than what is
 * measured.
 */
final class MqttSender implements Sender {

    private static final int AHEAD = 1000;
    private static final int PACKET_IDS = 65_536;

    private static final int CONNECT = 0x10;
    private static final int CONNACK = 0x20;
    private static final int PUBLISH_AT_LEAST_ONCE = 0x32;
    private static final int PUBACK = 0x40;
    private static final int DISCONNECT = 0xe0;

    private final Socket socket;
    private final DataOutputStream out;
    private final Semaphore free = new Semaphore(AHEAD);
    private final AtomicReferenceArray<LongConsumer> awaited = new AtomicReferenceArray<>(PACKET_IDS);
    private int lastId;
    private volatile boolean closing;

    MqttSender(URI broker, String clientId) {
        try {
            this.socket = new Socket(broker.getHost(), broker.getPort());
            socket.setTcpNoDelay(true);
            this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 64 * 1024));
            connect(clientId);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to connect to %s, but failed".formatted(broker), e);
        }
        Thread.ofPlatform().daemon().name(clientId).start(this::receive);
    }

    /** Without a keep-alive and with a clean session (MQTT 3.1.1, 3.1). */
    private void connect(String clientId) throws IOException {
        out.writeByte(CONNECT);
        length(12 + clientId.length());
        out.writeUTF("MQTT");
        out.writeByte(4);
        out.writeByte(2);
        out.writeShort(0);
        out.writeUTF(clientId);
        out.flush();
        var answer = socket.getInputStream().readNBytes(4);
        if (answer.length < 4 || answer[0] != CONNACK || answer[3] != 0) {
            throw new IOException("Expected the broker to take the connection, but it does not");
        }
    }

    @Override
    public void send(Report report, LongConsumer accepted) {
        if (!free.tryAcquire()) {
            flush();
            free.acquireUninterruptibly();
        }
        lastId = lastId % (PACKET_IDS - 1) + 1;
        awaited.set(lastId, accepted);
        var topic = ("application/17c82e96-be03-4f38-aef3-f83d48582d97/device/" + report.devEui() + "/event/up")
                .getBytes(StandardCharsets.US_ASCII);
        try {
            out.writeByte(PUBLISH_AT_LEAST_ONCE);
            length(2 + topic.length + 2 + report.json().length);
            out.writeShort(topic.length);
            out.write(topic);
            out.writeShort(lastId);
            out.write(report.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The remaining length (MQTT 3.1.1, 2.2.3). */
    private void length(int length) throws IOException {
        var rest = length;
        while (rest > 127) {
            out.writeByte((rest & 127) | 128);
            rest >>= 7;
        }
        out.writeByte(rest);
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive() {
        try (var in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 4096))) {
            while (true) {
                var kind = in.readUnsignedByte();
                var length = in.readUnsignedByte();
                if (kind != PUBACK || length != 2) {
                    throw new IOException("Expected an acknowledgement, but got %#x".formatted(kind));
                }
                var id = in.readUnsignedShort();
                Objects.requireNonNull(awaited.get(id)).accept(System.nanoTime());
                free.release();
            }
        } catch (EOFException | SocketException e) {
            if (!closing) {
                System.out.println("The MQTT broker has ended a connection: " + e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        flush();
        free.acquireUninterruptibly(AHEAD);
        closing = true;
        try (socket) {
            out.writeByte(DISCONNECT);
            out.writeByte(0);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
