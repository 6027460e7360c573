package de.amtsfluss.lorawantriggers.registry;

import de.amtsfluss.lorawantriggers.AssetRegistry;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers the assets of {@code demo/*.csv} when no asset is known yet. */
@Component
@ConditionalOnRole(Role.TRIGGERS)
@ConditionalOnProperty("amtsfluss.lorawan-triggers.demo-data")
class DemoAssets implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAssets.class);

    private final AssetRegistry registry;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoAssets(AssetRegistry registry, JdbcClient jdbc, TransactionTemplate transaction) {
        this.registry = registry;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Handelnder.system("demo").run(() -> transaction.executeWithoutResult(status -> loadIfEmpty()));
    }

    private void loadIfEmpty() {
        // Several copies may start at once; only the first finds the table empty.
        jdbc.sql("lock table lorawan_triggers.asset in share row exclusive mode")
                .update();
        var known = jdbc.sql("select count(*) from lorawan_triggers.asset")
                .query(Long.class)
                .single();
        if (known > 0) {
            return;
        }
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:demo/*.csv")) {
                load(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read demo/*.csv from the class path, but failed", e);
        }
    }

    private void load(String name, String csv) {
        var imported = registry.importCsv(csv, false);
        if (!imported.errors().isEmpty()) {
            throw new IllegalStateException(
                    "Expected to register all of %s, but: %s".formatted(name, String.join("\n", imported.errors())));
        }
        LOG.info("Registered {} demo assets of {}", imported.assets(), name);
    }
}
