package de.amtsfluss.processes.projection;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.ReadModelChanges;
import de.amtsfluss.processes.Role;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens to PostgreSQL for changes of the read model; after a lost connection it tells of a change to be safe. */
@Component
@ConditionalOnRole(Role.WEB)
class ChangeListener implements ReadModelChanges, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangeListener.class);
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread thread;

    ChangeListener(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void start() {
        var started = Thread.ofPlatform().name("read-model-changes").daemon().unstarted(this::run);
        // The thread ends when it is not the one in the field, so it must stand there first.
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                listen();
            } catch (SQLException e) {
                log.warn("Expected to hear of changes of the read model, but {}; trying again", e.getMessage());
                pause();
            }
        }
    }

    private void listen() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("listen " + ChangeNotifier.CHANNEL);
            tellListeners();
            var notifications = connection.unwrap(PGConnection.class);
            while (thread == Thread.currentThread()) {
                if (notifications.getNotifications((int) WAIT.toMillis()).length > 0) {
                    tellListeners();
                }
            }
            statement.execute("unlisten *");
        }
    }

    private void tellListeners() {
        listeners.forEach(ChangeListener::tell);
    }

    @SuppressWarnings("CatchingUnchecked") // one listener's trouble must not silence the others
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.warn("Expected a listener to take a change of the read model, but it failed", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
