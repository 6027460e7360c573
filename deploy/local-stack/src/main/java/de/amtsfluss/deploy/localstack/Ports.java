package de.amtsfluss.deploy.localstack;

import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The number chosen for each port. */
public final class Ports {

    // Below the range from which Linux takes ports for outgoing connections (32768 and up): a part that is restarted
    // must find its port free, and a client that tries to reach it meanwhile must not be connected to itself.
    private static final int LOWEST_FREE = 20_000;
    private static final int HIGHEST_FREE = 26_000;

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = numbers;
    }

    static Ports defaults() {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, port.defaultNumber());
        }
        return new Ports(numbers);
    }

    static Ports free() {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        int next = ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE);
        for (Port port : Port.values()) {
            while (!isFree(next)) {
                next = next == HIGHEST_FREE ? LOWEST_FREE : next + 1;
            }
            numbers.put(port, next++);
        }
        return new Ports(numbers);
    }

    Ports with(Port port, int number) {
        Map<Port, Integer> changed = new EnumMap<>(numbers);
        changed.put(port, number);
        return new Ports(changed);
    }

    /**
     * The number chosen for a port.
     *
     * @param port which port
     * @return between 1 and 65535
     */
    public int number(Port port) {
        return numbers.getOrDefault(port, port.defaultNumber());
    }

    /**
     * Refuses to go on while somebody else listens on one of the part's ports.
     *
     * @param part the part that is about to start
     */
    void requireFree(Part part) {
        for (Port port : Port.of(part)) {
            if (!isFree(number(port))) {
                throw new LocalStackException(
                        Reason.PORT_TAKEN,
                        "Expected to start %s on port %d, but another process listens there: end it or choose another port with %s."
                                .formatted(part.label(), number(port), port.option()));
            }
        }
    }

    private static boolean isFree(int number) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
