package de.amtsfluss.lorawantriggers;

import de.amtsfluss.lorawantriggers.Containers.Registered;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers the containers of {@code demo/containers.csv} when no container is known yet. */
@Component
@ConditionalOnRole(Role.TRIGGERS)
@ConditionalOnProperty("amtsfluss.lorawan-triggers.demo-data")
class DemoContainers implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DemoContainers.class);
    private static final String FILE = "demo/containers.csv";

    private final Containers containers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoContainers(Containers containers, JdbcClient jdbc, TransactionTemplate transaction) {
        this.containers = containers;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> loadIfEmpty());
    }

    private void loadIfEmpty() {
        // Several copies may start at once; only the first finds the table empty.
        jdbc.sql("lock table lorawan_triggers.container in share row exclusive mode")
                .update();
        var known = jdbc.sql("select count(*) from lorawan_triggers.container")
                .query(Long.class)
                .single();
        if (known > 0) {
            return;
        }
        var demo = read();
        for (var container : demo) {
            var registered = containers.register(container);
            if (!(registered instanceof Registered.Done)) {
                throw new IllegalStateException(
                        "Expected to register %s of %s, but got %s".formatted(container.id(), FILE, registered));
            }
        }
        LOG.info("Registered {} demo containers", demo.size());
    }

    static List<Container> read() {
        try {
            var text = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(DemoContainers::container)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read %s from the class path, but failed".formatted(FILE), e);
        }
    }

    private static Container container(String line) {
        var cells = line.split(";", -1);
        if (cells.length != 10) {
            throw new IllegalStateException(
                    "Expected 10 cells in a line of %s, but found %d in '%s'".formatted(FILE, cells.length, line));
        }
        return new Container(
                cells[0],
                cells[1],
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Container.Fraktion.valueOf(cells[4]),
                Integer.parseInt(cells[5]),
                new Container.Sensor(
                        new DevEui(cells[6]), cells[7], Integer.parseInt(cells[8]), Integer.parseInt(cells[9])));
    }
}
