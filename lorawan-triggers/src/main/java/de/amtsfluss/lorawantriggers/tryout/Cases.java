package de.amtsfluss.lorawantriggers.tryout;

import de.amtsfluss.lorawantriggers.device.Example;
import de.amtsfluss.lorawantriggers.device.ExampleFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the cases of a file one after the other. */
final class Cases {

    private final Path file;
    private final JsonMapper json;

    /**
     * A file of cases.
     *
     * @param file examples in one of the forms of {@link ExampleFile}, or objects of {@code fPort} and {@code bytes};
     *     or CSV with a head that names the columns {@code fPort} and {@code bytes}, and perhaps {@code description}
     */
    Cases(Path file, JsonMapper json) {
        this.file = file;
        this.json = json;
    }

    /**
     * A case, or why it is none.
     *
     * @param example the case, absent if it could not be read
     * @param sentence why not, empty if it could
     */
    record Case(@Nullable Example example, String sentence) {}

    void forEach(Consumer<Case> work) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            try (var reader = Files.newBufferedReader(file)) {
                readCsv(reader, work);
            }
        } else {
            for (var node : ExampleFile.read(CodecPackage.text(file)).nodes()) {
                work.accept(read(node));
            }
        }
    }

    private void readCsv(BufferedReader reader, Consumer<Case> work) throws IOException {
        var head = reader.readLine();
        var separator = head != null && head.contains(";") ? ";" : ",";
        var columns = columns(String.valueOf(head).replace("\ufeff", ""), separator);
        if (!columns.contains("fPort") || !columns.contains("bytes")) {
            throw new IOException("the head names no columns 'fPort' and 'bytes'");
        }
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isBlank()) {
                work.accept(read(row(columns, columns(line, separator))));
            }
        }
    }

    private static List<String> columns(String line, String separator) {
        return Arrays.stream(line.split(Pattern.quote(separator), -1))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }

    private JsonNode row(List<String> columns, List<String> cells) {
        var node = json.createObjectNode();
        for (var i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            var cell = cells.get(i);
            if (columns.get(i).equals("fPort") && cell.matches("\\d{1,9}")) {
                node.put("fPort", Integer.parseInt(cell));
            } else {
                node.put(columns.get(i), cell);
            }
        }
        return node;
    }

    /** The case of one example. */
    static Case read(JsonNode node) {
        try {
            return new Case(Example.of(node), "");
        } catch (IllegalArgumentException e) {
            return new Case(null, String.valueOf(e.getMessage()));
        }
    }
}
