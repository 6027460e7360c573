package de.amtsfluss.lorawantriggers.codec;

import de.amtsfluss.lorawantriggers.codec.CodecResult.Failure;
import de.amtsfluss.lorawantriggers.codec.CodecRuntime.Codec;
import de.amtsfluss.lorawantriggers.codec.CodecRuntime.LoadedCodec;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A codec with its contexts: a fresh one for each call, or one of a pool. */
final class GraalCodec implements LoadedCodec {

    private static final Logger LOG = LoggerFactory.getLogger(GraalCodec.class);

    /** No more threads than this decode at once for long, so no more contexts are kept. */
    private static final int MOST_IDLE = 2 * Runtime.getRuntime().availableProcessors();

    private static final int LONGEST_MESSAGE = 300;

    /**
     * A pooled context is replaced once it has allocated so many times what one call may: it may have kept some of it.
     */
    private static final long CALLS_WORTH = 4;

    private final Codec codec;
    private final Sandbox.Script script;
    private final Sandbox sandbox;
    private final DecodeGuard guard;
    private final Border border;
    private final CodecThreads threads;
    private final long memory;
    private final ConcurrentLinkedDeque<Place> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    GraalCodec(
            Codec codec,
            Sandbox sandbox,
            DecodeGuard guard,
            Border border,
            CodecThreads threads,
            CodecProperties limits) {
        this.codec = codec;
        this.script = Sandbox.Script.of(codec.name(), codec.source());
        this.sandbox = sandbox;
        this.guard = guard;
        this.border = border;
        this.threads = threads;
        this.memory = CALLS_WORTH * limits.memory().toBytes();
    }

    @Override
    public CodecResult call(CodecCall call) {
        return threads.call(() -> attempt(call, border.write(call), true));
    }

    @Override
    public void warmUp(CodecCall call) {
        var unused = threads.call(() -> attempt(call, border.write(call), false));
    }

    private CodecResult attempt(CodecCall call, String input, boolean limited) {
        var waiting = codec.pooled() ? idle.pollFirst() : null;
        var place = waiting == null ? new Place(sandbox.context()) : waiting;
        try (var watch = guard.over(place.context, limited)) {
            var result = run(place, call, input, watch);
            place.allocated += watch.allocated();
            return result;
        } finally {
            giveBack(place);
        }
    }

    private CodecResult run(Place place, CodecCall call, String input, DecodeGuard.Watch watch) {
        String output = null;
        Throwable thrown = null;
        try {
            output = place.run(Border.function(call), input);
        } catch (PolyglotException | IllegalStateException | StackOverflowError e) {
            thrown = e;
        }
        var verdict = watch.end();
        if (verdict != null) {
            place.broken = true;
            return new Failure("The codec was stopped because " + verdict.sentence(), List.of(), verdict.outOfTime());
        }
        if (thrown != null) {
            place.broken = !(thrown instanceof PolyglotException guest) || !leavesTheContextSound(guest);
            return failed(thrown);
        }
        return output == null ? new Failure("The codec gave no object") : border.read(call, output);
    }

    private static boolean leavesTheContextSound(PolyglotException guest) {
        return guest.isGuestException() && !guest.isCancelled() && !guest.isResourceExhausted() && !guest.isExit();
    }

    private static Failure failed(Throwable thrown) {
        if (thrown instanceof PolyglotException guest && guest.isResourceExhausted()) {
            return new Failure("The codec was stopped because it used too much: " + shortened(guest.getMessage()));
        }
        return new Failure("The codec failed: " + shortened(thrown.getMessage()));
    }

    /** The message of an error is the codec's own text and may be anything. */
    private static String shortened(@Nullable String message) {
        var text = String.valueOf(message).replaceAll("\\p{Cntrl}+", " ");
        return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text;
    }

    private void giveBack(Place place) {
        if (codec.pooled() && !closed && !place.broken && place.allocated < memory && idle.size() < MOST_IDLE) {
            idle.addFirst(place);
            if (closed) {
                close();
            }
        } else {
            place.end();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (var place = idle.pollFirst(); place != null; place = idle.pollFirst()) {
            place.end();
        }
    }

    /** A context with the codec in it; of one thread at a time. */
    private final class Place {

        private final Context context;
        private @Nullable Value driver;
        private long allocated;
        private boolean broken;

        Place(Context context) {
            this.context = context;
        }

        /** Calls a function; null if the answer is no text. */
        @Nullable
        String run(String function, String input) {
            if (driver == null) {
                driver = Sandbox.install(context, script, codec.pooled());
            } else {
                context.resetLimits();
            }
            var output = driver.execute(function, input);
            return output.isString() ? output.asString() : null;
        }

        void end() {
            try {
                context.close(true);
            } catch (PolyglotException e) {
                LOG.debug("A context that was stopped says so once more when it is closed", e);
            }
        }
    }
}
