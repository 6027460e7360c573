package de.amtsfluss.deploy.rehearsalengine;

import de.amtsfluss.deploy.rehearsalengine.engine.Engine;
import de.amtsfluss.deploy.rehearsalengine.view.Views;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.scheduler.clock.ControlledActorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine that runs now, its clock and what can be read of it. A purge replaces the engine by an empty one. */
public final class CurrentEngine implements AutoCloseable {

    /**
     * One life of the engine.
     *
     * @param engine takes commands
     * @param views what became of them
     */
    public record Life(Engine engine, Views views) {}

    private static final Logger log = LoggerFactory.getLogger(CurrentEngine.class);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final ControlledActorClock clock = new ControlledActorClock();
    private final ActorScheduler scheduler;
    private final List<Consumer<Life>> beginnings = new CopyOnWriteArrayList<>();
    private final List<Runnable> endings = new CopyOnWriteArrayList<>();
    private volatile Life life;
    private volatile long purges;

    /** Starts the first engine. */
    public CurrentEngine() {
        scheduler = ActorScheduler.newActorScheduler().setActorClock(clock).build();
        scheduler.start();
        life = begin();
    }

    private Life begin() {
        var engine = Engine.start(scheduler, clock);
        var begun = new Life(engine, new Views(engine.journal()));
        beginnings.forEach(listener -> listener.accept(begun));
        return begun;
    }

    /** The engine now. */
    public Life life() {
        return life;
    }

    /** Tells the listener of this engine and of each that follows. */
    public synchronized void onBegin(Consumer<Life> listener) {
        beginnings.add(listener);
        listener.accept(life);
    }

    /** Tells the listener before an engine is stopped. */
    public void onEnd(Runnable listener) {
        endings.add(listener);
    }

    /** Puts an empty engine in the place of this one, as on the first day; the clock stays as it is. */
    public synchronized long purge() {
        end();
        life = begin();
        purges++;
        return purges;
    }

    /** How often the engine was purged. */
    public long purges() {
        return purges;
    }

    /** The time that the engine goes by. */
    public Instant now() {
        clock.update();
        return clock.getCurrentTime();
    }

    /** Moves the engine's time forward. */
    public Instant addTime(Duration duration) {
        clock.addTime(duration);
        return now();
    }

    /** Holds the engine's time. */
    public Instant pinTime(Instant time) {
        clock.setCurrentTime(time);
        return now();
    }

    /** Lets the engine's time be the system's again. */
    public Instant resetTime() {
        clock.reset();
        return now();
    }

    private void end() {
        endings.forEach(Runnable::run);
        life.engine().close();
    }

    @Override
    public synchronized void close() {
        end();
        try {
            scheduler.stop().get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.warn("Expected the engine's threads to end within {}, but they have not", STOP, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
