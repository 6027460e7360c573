package de.amtsfluss.lorawantriggers.codec;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs codecs in GraalJS: without access to anything of the host, with limits of statements, time, memory, string and
 * array length. Only JSON text crosses the border.
 */
@Component
public final class GraalCodecRuntime implements CodecRuntime, AutoCloseable {

    /** Uses what codecs use, so that a codec does not pay for what a JVM does once. */
    private static final String FIRST_WORK = """
            function decodeUplink(input) {
                var view = new DataView(new Uint8Array(input.bytes).buffer);
                var text = input.bytes.map(function (b) { return ('0' + b.toString(16)).slice(-2); }).join('');
                var hex = Buffer.from(input.bytes).toString('hex').replace(/[a-f]+/g, function (s) { return s.toUpperCase(); });
                return { data: { text: text, hex: hex, number: view.getUint8(0) / 10, fixed: (1.25).toFixed(1),
                                 at: input.recvTime.toISOString(), parts: /(\\d)(.)/.exec(text) } };
            }
            """;

    private final CodecProperties limits;
    private final Sandbox sandbox;
    private final DecodeGuard guard;
    private final Border border;
    private final CodecThreads threads = new CodecThreads();

    /** Starts the engine and makes it warm, which takes about a second once per JVM. */
    public GraalCodecRuntime(JsonMapper json, CodecProperties limits) {
        this.limits = limits;
        this.sandbox = new Sandbox(limits);
        this.guard = new DecodeGuard(limits);
        this.border = new Border(json);
        for (var pooled : new boolean[] {false, true}) {
            try (var first = load(new Codec("warm-up", FIRST_WORK, pooled))) {
                first.warmUp(new CodecCall.DecodeUplink(new byte[] {1, -1}, 1, Instant.EPOCH, Map.of()));
            }
        }
    }

    @Override
    public LoadedCodec load(Codec codec) {
        return new GraalCodec(codec, sandbox, guard, border, threads, limits);
    }

    @Override
    public void close() {
        threads.close();
        guard.close();
        sandbox.close();
    }
}
