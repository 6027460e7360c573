package de.amtsfluss.lorawantriggers.tryout;

import de.amtsfluss.lorawantriggers.codec.CodecProperties;
import de.amtsfluss.lorawantriggers.codec.CodecRuntime;
import de.amtsfluss.lorawantriggers.codec.CodecRuntime.Codec;
import de.amtsfluss.lorawantriggers.codec.CodecRuntime.LoadedCodec;
import de.amtsfluss.lorawantriggers.codec.GraalCodecRuntime;
import de.amtsfluss.lorawantriggers.device.DeviceTypeFiles;
import de.amtsfluss.lorawantriggers.device.DeviceTypes;
import de.amtsfluss.lorawantriggers.device.Example;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tries codecs out on the cases of files, without database and network. */
public final class CodecCommand {

    private static final int AS_EXPECTED = 0;
    private static final int DIFFERENT = 1;
    private static final int MISUSED = 2;

    private static final String USAGE = """
            Usage: codec try --codec ‹codec.js› ‹cases›
                   codec try --type ‹vendor/model› ‹cases›
                   codec try ‹folder›

            cases is JSON in the form of TS013's examples.json, or a list of objects of fPort and bytes (hexadecimal or
            Base64), or uplinks as ChirpStack and The Things Stack report them; or a file *.csv with the columns fPort and
            bytes; or the *-codec.yaml of The Things Network. One line is printed for each case.

            Of a folder every codec is tried that has its examples beside it: examples.json with index.js (TS013),
            test_decode_x.json with x.js (ChirpStack), x-codec.yaml (The Things Network).

            It ends with 0 if everything came out as the cases expect, with 1 if something did not, and with 2 if it was
            called wrongly.""";

    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();
    private int number;
    private int different;

    CodecCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the command.
     *
     * @param arguments {@code try}, what to try, and a file
     */
    public static void main(String[] arguments) {
        System.exit(new CodecCommand(System.out).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        var ofOne = arguments.size() == 4 && List.of("--codec", "--type").contains(arguments.get(1));
        var ofFolder = arguments.size() == 2 && Files.isDirectory(Path.of(arguments.get(1)));
        if (!(ofOne || ofFolder) || !arguments.getFirst().equals("try")) {
            out.println(USAGE);
            return MISUSED;
        }
        try (var runtime = new GraalCodecRuntime(json, CodecProperties.standard())) {
            if (ofFolder) {
                tryFolder(runtime, Path.of(arguments.get(1)));
            } else {
                tryOne(runtime, arguments);
            }
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            out.printf("Expected to try %s, but: %s%n", String.join(" ", arguments.subList(1, arguments.size())), e);
            return MISUSED;
        }
        out.printf("%d cases, %d not as expected.%n", number, different);
        return different == 0 ? AS_EXPECTED : DIFFERENT;
    }

    private void tryOne(CodecRuntime runtime, List<String> arguments) throws IOException {
        try (var codec = codec(runtime, arguments.get(1), arguments.get(2))) {
            new Cases(Path.of(arguments.get(3)), json).forEach(one -> tryOut(codec, one));
        }
    }

    private void tryFolder(CodecRuntime runtime, Path folder) throws IOException {
        var findings = new ArrayList<String>();
        var packages = CodecPackage.under(folder, json, findings);
        if (packages.isEmpty() && findings.isEmpty()) {
            throw new IOException("there are no examples in it");
        }
        for (var one : packages) {
            out.printf(
                    "%s with %s%n",
                    folder.relativize(one.codec()), one.examples().getFileName());
            try (var codec = codec(runtime, "--codec", one.codec().toString())) {
                one.nodes().forEach(node -> tryOut(codec, Cases.read(node)));
            } catch (IOException e) {
                findings.add("%s: %s".formatted(one.codec(), e));
            }
        }
        for (var finding : findings) {
            number++;
            different++;
            out.printf("FAIL %d: %s%n", number, finding);
        }
    }

    private LoadedCodec codec(CodecRuntime runtime, String option, String value) throws IOException {
        var source = option.equals("--codec")
                ? CodecPackage.text(Path.of(value))
                : DeviceTypes.delivered(value)
                        .map(DeviceTypeFiles::codec)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "Expected a device type of the software, but found '%s'".formatted(value)));
        return runtime.load(new Codec(value, source, false));
    }

    private void tryOut(LoadedCodec codec, Cases.Case one) {
        number++;
        var example = one.example();
        if (example == null) {
            different++;
            out.printf("FAIL %d: %s%n", number, one.sentence());
            return;
        }
        var start = System.nanoTime();
        var result = codec.callCold(example.call());
        var micros = (System.nanoTime() - start) / 1_000;
        var difference = example.difference(result, json);
        difference.ifPresent(unused -> different++);
        out.printf(
                "%s %d %s: %s (%d µs)%n",
                difference.isPresent() ? "FAIL" : "ok",
                number,
                example.description(),
                difference.orElseGet(() -> json.writeValueAsString(Example.answer(result))),
                micros);
    }
}
