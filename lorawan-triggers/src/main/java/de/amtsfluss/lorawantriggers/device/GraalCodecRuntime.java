package de.amtsfluss.lorawantriggers.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs codecs in GraalJS: a fresh context for each call, no access to anything of the host, limits of statements, time,
 * memory, string and array length. Only JSON text crosses the border.
 */
@Component
class GraalCodecRuntime implements CodecRuntime, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GraalCodecRuntime.class);

    private static final Source CALL = Source.create("js", """
            (function (text) {
                var input = JSON.parse(text);
                input.recvTime = new Date(input.recvTime);
                return JSON.stringify(decodeUplink(input));
            })
            """);

    /** The same for strings (characters) and typed arrays (bytes): far beyond what 242 bytes of payload can need. */
    private static final String LENGTH_LIMIT = "1048576";

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("js.string-length-limit", LENGTH_LIMIT),
            Map.entry("js.max-typed-array-length", LENGTH_LIMIT),
            Map.entry("js.shared-array-buffer", "false"),
            Map.entry("js.webassembly", "false"),
            Map.entry("js.allow-eval", "false"),
            Map.entry("js.load", "false"),
            Map.entry("js.print", "false"),
            Map.entry("js.console", "false"),
            Map.entry("js.graal-builtin", "false"),
            Map.entry("js.polyglot-builtin", "false"),
            Map.entry("js.java-package-globals", "false"));

    private final JsonMapper json;
    private final CodecProperties limits;
    private final DecodeGuard guard;
    private final Engine engine = Engine.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    private final Map<Codec, Source> sources = new ConcurrentHashMap<>();

    GraalCodecRuntime(JsonMapper json, CodecProperties limits) {
        this.json = json;
        this.limits = limits;
        this.guard = new DecodeGuard(limits);
        warmUp();
    }

    /** The first call of a JVM takes longer than a call may take, since the engine has to be loaded. */
    private void warmUp() {
        var codec = new Codec(
                "warm-up", "function decodeUplink(input) { return { data: { length: input.bytes.length } }; }");
        prepare(codec, new byte[1], 1);
    }

    @Override
    public void prepare(Codec codec, byte[] bytes, int fPort) {
        var unused = run(codec, input(bytes, fPort, Instant.EPOCH), false);
    }

    @Override
    public Result decodeUplink(Codec codec, byte[] bytes, int fPort, Instant receivedAt) {
        var input = input(bytes, fPort, receivedAt);
        var first = run(codec, input, true);
        // What the codec does for the first time may take twenty times as long as later; that must cost no payload.
        return first instanceof Result.Failure failure && failure.outOfTime() ? run(codec, input, true) : first;
    }

    private Result run(Codec codec, String input, boolean limited) {
        var source = sources.computeIfAbsent(
                codec, c -> Source.newBuilder("js", c.source(), c.name()).buildLiteral());
        var context = context();
        try (var watch = guard.over(context, limited)) {
            return call(context, source, input, watch);
        } finally {
            end(context);
        }
    }

    private Result call(Context context, Source source, String input, DecodeGuard.Watch watch) {
        try {
            context.eval(source);
            var output = context.eval(CALL).execute(input);
            return output.isString() ? read(output.asString()) : failure("The codec gave no object");
        } catch (PolyglotException | IllegalStateException | StackOverflowError e) {
            return stopped(watch, e);
        }
    }

    private static void end(Context context) {
        try {
            context.close(true);
        } catch (PolyglotException e) {
            LOG.debug("A context that was stopped says so once more when it is closed", e);
        }
    }

    private Context context() {
        return Context.newBuilder("js")
                .engine(engine)
                .allowExperimentalOptions(true)
                .options(OPTIONS)
                .allowAllAccess(false)
                .allowHostAccess(HostAccess.NONE)
                .allowHostClassLookup(name -> false)
                .allowHostClassLoading(false)
                .allowNativeAccess(false)
                .allowCreateThread(false)
                .allowCreateProcess(false)
                .allowInnerContextOptions(false)
                .allowIO(IOAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .resourceLimits(ResourceLimits.newBuilder()
                        .statementLimit(limits.statements(), null)
                        .build())
                .build();
    }

    private static Result stopped(DecodeGuard.Watch watch, Throwable failure) {
        var verdict = watch.verdict();
        if (verdict != null) {
            return new Result.Failure("The codec was stopped because " + verdict.sentence(), verdict.outOfTime());
        }
        if (failure instanceof PolyglotException guest && guest.isResourceExhausted()) {
            return failure("The codec was stopped because it used too much: " + guest.getMessage());
        }
        return failure("The codec failed: " + failure.getMessage());
    }

    private static Result failure(String sentence) {
        return new Result.Failure(sentence, false);
    }

    private String input(byte[] bytes, int fPort, Instant receivedAt) {
        var unsigned = new ArrayList<Integer>(bytes.length);
        for (var b : bytes) {
            unsigned.add(Byte.toUnsignedInt(b));
        }
        return json.writeValueAsString(
                Map.of("bytes", unsigned, "fPort", fPort, "recvTime", receivedAt.toEpochMilli()));
    }

    private Result read(String output) {
        JsonNode result;
        try {
            result = json.readTree(output);
        } catch (JacksonException e) {
            return failure("The codec gave no JSON: " + e.getOriginalMessage());
        }
        var errors = sentences(result.path("errors"));
        if (!errors.isEmpty()) {
            return failure("The codec says: " + String.join("; ", errors));
        }
        var data = result.path("data");
        return data.isObject()
                ? new Result.Data(data, sentences(result.path("warnings")))
                : failure("The codec gave no object 'data'");
    }

    private static List<String> sentences(JsonNode array) {
        var sentences = new ArrayList<String>();
        array.forEach(node -> sentences.add(node.isString() ? node.stringValue() : node.toString()));
        return sentences;
    }

    @Override
    public void close() {
        guard.close();
        engine.close(true);
    }
}
