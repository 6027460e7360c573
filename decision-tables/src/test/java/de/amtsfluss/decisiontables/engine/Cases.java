package de.amtsfluss.decisiontables.engine;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cases of a table, from a file an office can open: semicolons, German numbers and dates, headings as in the table.
 *
 * @param cases the cases in the order of the file
 * @param findings what is wrong with the file
 */
record Cases(List<Case> cases, List<String> findings) {

    private static final DateTimeFormatter GERMAN_DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    /** Stands between the outputs of several rows. */
    private static final String ROWS = " \\| ";

    /** Stands for null where an input other than a text has no value. */
    private static final String MISSING = "fehlt";

    /** The heading of the last column, which a table may do without. */
    private static final String SENTENCE = "Begründung";

    /**
     * A case.
     *
     * @param sentence what the decision says; empty when the file has no such column
     */
    record Case(
            String name,
            Map<String, @Nullable Object> inputs,
            List<Map<String, Object>> outputs,
            Optional<String> sentence) {}

    /** Reads the cases beside a DMN file. */
    static Cases beside(Path dmn, Table table) throws IOException {
        Path file = dmn.resolveSibling(dmn.getFileName().toString().replace(".dmn", ".cases.csv"));
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.size() < 2) {
            return new Cases(List.of(), List.of("Expected cases for %s, but there are none".formatted(table.id())));
        }
        // Excel knows UTF-8 only by the mark at the beginning.
        List<String> headings = cells(lines.getFirst().replace("\uFEFF", ""));
        List<String> expected = headings(table);
        List<String> columns =
                SENTENCE.equals(headings.getLast()) ? headings.subList(0, headings.size() - 1) : headings;
        if (!columns.equals(expected)) {
            return new Cases(
                    List.of(), List.of("Expected the headings %s, but found %s".formatted(expected, headings)));
        }
        List<Case> cases = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() == headings.size() && !cells.contains("")) {
                cases.add(read(cells, table));
            } else {
                findings.add("Expected a value under each of %s, but found '%s'".formatted(headings, line));
            }
        }
        return new Cases(cases, findings);
    }

    private static List<String> headings(Table table) {
        return Stream.of(
                        Stream.of("Fall"),
                        table.inputs().stream().map(Table.Input::label),
                        table.outputs().stream().map(Table.Output::label))
                .flatMap(headings -> headings)
                .toList();
    }

    private static Case read(List<String> cells, Table table) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        int rows = cells.get(table.inputs().size() + 1).split(ROWS, -1).length;
        List<Map<String, Object>> outputs = new ArrayList<>();
        IntStream.range(0, rows).forEach(row -> outputs.add(new LinkedHashMap<>()));
        int column = 1;
        for (Table.Input input : table.inputs()) {
            String cell = cells.get(column++);
            inputs.put(input.expression().text(), isMissing(input.type(), cell) ? null : value(input.type(), cell));
        }
        for (Table.Output output : table.outputs()) {
            String[] values = cells.get(column++).split(ROWS, -1);
            for (int row = 0; row < rows; row++) {
                outputs.get(row).put(output.name(), value(result(table, output), values[row]));
            }
        }
        return new Case(
                cells.getFirst(),
                inputs,
                outputs,
                column < cells.size() ? Optional.of(cells.get(column)) : Optional.empty());
    }

    private static boolean isMissing(FeelType type, String cell) {
        return type != FeelType.Basic.STRING && cell.equals(MISSING);
    }

    private static FeelType result(Table table, Table.Output output) {
        return table.policy() == Policy.COUNT ? FeelType.Basic.NUMBER : output.type();
    }

    /** Texts, numbers, truth and days as an office writes them; everything else as FEEL. */
    private static Object value(FeelType type, String cell) {
        if (type instanceof FeelType.Basic basic) {
            switch (basic) {
                case STRING -> {
                    return cell;
                }
                case NUMBER -> {
                    return new BigDecimal(cell.replace(',', '.'));
                }
                case BOOLEAN -> {
                    return cell.equals("ja");
                }
                case DATE -> {
                    return LocalDate.parse(cell, GERMAN_DATE);
                }
                default -> {
                    // As FEEL, below.
                }
            }
        }
        try {
            Object value = new Feel()
                    .expression(cell)
                    .evaluate(Map.of(), Functions.NONE)
                    .value();
            return Objects.requireNonNull(type.convert(Objects.requireNonNull(value)));
        } catch (Feel.InvalidFeelException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.split(";", -1));
    }
}
