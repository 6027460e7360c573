package de.amtsfluss.lorawantriggers.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/** Makes contexts of GraalJS without access to anything of the host. Scripts are read in sloppy mode, as they are. */
final class Sandbox implements AutoCloseable {

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
            Map.entry("js.java-package-globals", "false"),
            // What a module exports is its value; nothing can be imported.
            Map.entry("js.esm-eval-returns-exports", "true"),
            // A codec must say the same on every machine.
            Map.entry("js.locale", "en-US"));

    /** What {@code buffer.js} defines; most codecs need none of it. */
    private static final Pattern NEEDS_BUFFER = Pattern.compile("Buffer|TextDecoder|TextEncoder|\\batob\\b|\\bbtoa\\b");

    /** Only modules of ECMAScript have a line that begins so. */
    private static final Pattern MODULE = Pattern.compile(
            "^\\s*export\\s*(?:\\{|(?:default|async|function|class|const|let|var)\\b)", Pattern.MULTILINE);

    /** Nothing can be imported, but Buffer is there without. */
    private static final Pattern IMPORT_OF_BUFFER = Pattern.compile(
            "^\\s*import\\s*\\{\\s*Buffer\\s*}\\s*from\\s*['\"](?:node:)?buffer['\"]\\s*;?", Pattern.MULTILINE);

    private static final String MODULE_TYPE = "application/javascript+module";

    private static final Source DRIVER = script("driver.js");
    private static final Source BUFFER = script("buffer.js");

    private final Engine engine = Engine.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    private final ResourceLimits limits;

    Sandbox(CodecProperties properties) {
        limits = ResourceLimits.newBuilder()
                .statementLimit(properties.statements(), null)
                .build();
    }

    private static Source script(String name) {
        try (var stream = Sandbox.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Expected %s on the class path, but it is not".formatted(name));
            }
            return Source.create("js", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read %s, but failed".formatted(name), e);
        }
    }

    /**
     * A codec, ready to be brought into contexts.
     *
     * @param source its text
     * @param isModule whether it is a module of ECMAScript, not a script
     * @param needsBuffer whether it uses what {@code buffer.js} defines
     */
    record Script(Source source, boolean isModule, boolean needsBuffer) {

        static Script of(String name, String text) {
            var source = Source.newBuilder("js", IMPORT_OF_BUFFER.matcher(text).replaceAll(""), name);
            var isModule = MODULE.matcher(text).find();
            return new Script(
                    isModule ? source.mimeType(MODULE_TYPE).buildLiteral() : source.buildLiteral(),
                    isModule,
                    NEEDS_BUFFER.matcher(text).find());
        }
    }

    /** An empty context; its clock shows UTC as that of network servers, so that a codec says the same everywhere. */
    Context context() {
        return Context.newBuilder("js")
                .engine(engine)
                .allowExperimentalOptions(true)
                .options(OPTIONS)
                .timeZone(ZoneOffset.UTC)
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
                .resourceLimits(limits)
                .build();
    }

    /** Brings a codec into an empty context and gives the function that calls it. */
    static Value install(Context context, Script codec, boolean pooled) {
        var driver = context.eval(DRIVER);
        if (codec.needsBuffer()) {
            context.eval(BUFFER);
        }
        driver.execute("open", pooled ? "pooled" : "");
        var exported = context.eval(codec.source());
        if (codec.isModule()) {
            driver.execute("module", "", exported);
        }
        if (pooled) {
            driver.execute("seal", "");
        }
        return driver;
    }

    @Override
    public void close() {
        engine.close(true);
    }
}
