package de.amtsfluss.forms.aufgaben;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open page that is told of changes. It has a thread of its own, so a slow connection delays nobody else; changes
 * that come while it is being told become one.
 */
final class Zuhoerer {

    /** Proxies close connections on which nothing is sent for a minute. */
    private static final long HEARTBEAT_SECONDS = 20;

    private final SseEmitter emitter;
    private final Semaphore changes = new Semaphore(1);
    private volatile boolean open = true;

    /** The page is told at once for the first time: something may have changed since it was drawn. */
    Zuhoerer(SseEmitter emitter) {
        this.emitter = emitter;
    }

    void start() {
        Thread.ofVirtual().name("aufgaben-ereignisse").start(this::tell);
    }

    void changed() {
        changes.release();
    }

    void stop() {
        open = false;
        changes.release();
    }

    private void tell() {
        try {
            while (open) {
                var changed = changes.tryAcquire(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                changes.drainPermits();
                if (open) {
                    emitter.send(
                            changed
                                    ? SseEmitter.event().name("aufgaben").data("")
                                    : SseEmitter.event().comment(""));
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException pageIsGone) {
            open = false;
            emitter.completeWithError(pageIsGone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
