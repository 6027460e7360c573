package de.amtsfluss.forms.aufgaben;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.ReadModelChanges;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that the lists may look different. The event says nothing else: the page fetches its own list, so
 * nobody learns of what they may not see.
 */
@RestController
@Hidden
@ConditionalOnRole(Role.WEB)
class Ereignisse implements SmartLifecycle {

    /** Browsers reconnect by themselves; a login that has ended is noticed then. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Set<Zuhoerer> listeners = ConcurrentHashMap.newKeySet();
    private final ReadModelChanges changes;
    private volatile ReadModelChanges.@Nullable Subscription subscription;

    Ereignisse(ReadModelChanges changes) {
        this.changes = changes;
    }

    @GetMapping(path = "/aufgaben/ereignisse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(Akteur akteur) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        var listener = new Zuhoerer(emitter);
        listeners.add(listener);
        emitter.onCompletion(() -> leave(listener));
        emitter.onTimeout(emitter::complete);
        listener.start();
        return emitter;
    }

    private void leave(Zuhoerer listener) {
        listeners.remove(listener);
        listener.stop();
    }

    /** Whatever is stopped may be started again, as the tests' contexts are. */
    @Override
    public void start() {
        subscription = changes.subscribe(() -> listeners.forEach(Zuhoerer::changed));
    }

    /** Ends the open connections first, or the web server would wait for them when the application stops. */
    @Override
    public void stop() {
        var ending = subscription;
        subscription = null;
        if (ending != null) {
            ending.close();
        }
        listeners.forEach(Zuhoerer::stop);
    }

    @Override
    public boolean isRunning() {
        return subscription != null;
    }
}
