package de.amtsfluss.deploy.benchmarks.decisiontables;

import de.amtsfluss.deploy.benchmarks.decisiontables.ComparedDecision.Input;
import de.amtsfluss.deploy.benchmarks.decisiontables.ComparedDecision.Output;
import de.amtsfluss.deploy.benchmarks.decisiontables.ComparedDecision.Row;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tables that are compared: what a parcel costs, by district and weight.
 *
 * <p>All are asked with {@code gebiet} (text) and {@code gewichtKg} (number) and answer with {@code stufe} (text) and
 * {@code gebuehrCent} (number). The numbers mean nothing.
 */
public enum ComparedTable {
    /** Five rows, as most tables of an office have. */
    SMALL("gebuehrKlein", "UNIQUE", 2, 30) {
        @Override
        List<Row> rows() {
            return Stream.of(row(0, 0, 5), row(0, 5, 30), row(1, 0, 5), row(1, 5, 15), row(1, 15, 30))
                    .toList();
        }
    },
    /** 1,000 rows of 20 districts times 50 weights: each cell stands in many rows. */
    LARGE_GRID("gebuehrRaster", "UNIQUE", 20, 500) {
        @Override
        List<Row> rows() {
            return thousand(number -> row(number / 50, number % 50 * 10, number % 50 * 10 + 10));
        }
    },
    /** 1,000 rows, each with a range of its own. */
    LARGE_DISTINCT("gebuehrEinzeln", "UNIQUE", 20, 3000) {
        @Override
        List<Row> rows() {
            return thousand(number -> row(number, new Cell.Anything(), new Cell.Range(number * 3, number * 3 + 3)));
        }
    },
    /** 1,000 rows, each with a limit of its own, of which the first decides: on average half of them are read. */
    LARGE_FIRST("gebuehrErste", "FIRST", 20, 3000) {
        @Override
        List<Row> rows() {
            return thousand(number -> row(
                    number, new Cell.Anything(), number == 999 ? new Cell.Anything() : new Cell.Below(number * 3 + 3)));
        }
    },
    /** Three tables: the fee by zone and class, which two others decide by district and by weight; all Unique. */
    GRAPH("gebuehrVerbund", "UNIQUE", 6, 30) {
        @Override
        List<Row> rows() {
            return Stream.of(
                            zoneAndClass(0, 1, 3),
                            zoneAndClass(0, 3, 5),
                            zoneAndClass(1, 1, 3),
                            zoneAndClass(1, 3, 5),
                            zoneAndClass(2, 1, 2),
                            zoneAndClass(2, 2, 3),
                            zoneAndClass(2, 3, 4),
                            zoneAndClass(2, 4, 5))
                    .toList();
        }

        @Override
        List<Input> inputs() {
            return List.of(
                    Input.text(
                            ZONE,
                            IntStream.range(0, 3).mapToObj(ComparedTable::zone).toList()),
                    Input.number(CLASS, 1, 5));
        }

        @Override
        List<ComparedDecision> required() {
            return List.of(
                    zones(super.inputs().getFirst()), classes(super.inputs().getLast()));
        }
    };

    private static final String ZONE = "zone";
    private static final String CLASS = "klasse";
    private static final List<Output> OUTPUTS =
            List.of(new Output("stufe", "string"), new Output("gebuehrCent", "number"));
    private static final int QUESTIONS = 64;
    private static final int SEED = 20_261_123;

    private final String id;
    private final String hitPolicy;
    private final int districts;
    private final int weights;

    ComparedTable(String id, String hitPolicy, int districts, int weights) {
        this.id = id;
        this.hitPolicy = hitPolicy;
        this.districts = districts;
        this.weights = weights;
    }

    /** The rows of the decision that is asked. */
    abstract List<Row> rows();

    /** The input columns of the decision that is asked. */
    List<Input> inputs() {
        return List.of(
                Input.text(
                        "gebiet",
                        IntStream.range(0, districts)
                                .mapToObj(ComparedTable::gebiet)
                                .toList()),
                Input.number("gewichtKg", 0, weights));
    }

    /** The decisions it requires. */
    List<ComparedDecision> required() {
        return List.of();
    }

    /** All decisions in an order in which each comes after those it requires; the last is the one that is asked. */
    List<ComparedDecision> decisions() {
        List<String> ids = required().stream().map(ComparedDecision::id).toList();
        return Stream.concat(
                        required().stream(),
                        Stream.of(new ComparedDecision(id, hitPolicy, inputs(), OUTPUTS, rows(), ids)))
                .toList();
    }

    private static Row row(int number, Cell left, Cell right) {
        return new Row(List.of(left, right), List.of("Stufe " + number % 7, 100 + 5 * number));
    }

    private static Row row(int district, int from, int end) {
        return row(from + 11 * district, new Cell.Text(gebiet(district)), new Cell.Range(from, end));
    }

    private static Row zoneAndClass(int zone, int from, int end) {
        return row(from + 11 * zone, new Cell.Text(zone(zone)), new Cell.Range(from, end));
    }

    private static ComparedDecision zones(Input gebiet) {
        List<Row> rows = IntStream.range(0, 6)
                .mapToObj(number -> new Row(List.of(new Cell.Text(gebiet(number))), List.of(zone(number / 2))))
                .toList();
        return new ComparedDecision(
                ZONE, "UNIQUE", List.of(gebiet), List.of(new Output(ZONE, "string")), rows, List.of());
    }

    private static ComparedDecision classes(Input gewichtKg) {
        List<Row> rows = IntStream.range(0, 6)
                .mapToObj(number ->
                        new Row(List.of(new Cell.Range(number * 5, number * 5 + 5)), List.of(Math.min(number + 1, 4))))
                .toList();
        return new ComparedDecision(
                CLASS, "UNIQUE", List.of(gewichtKg), List.of(new Output(CLASS, "number")), rows, List.of());
    }

    private static List<Row> thousand(IntFunction<Row> row) {
        return IntStream.range(0, 1000).mapToObj(row).toList();
    }

    private static String gebiet(int number) {
        return "Gebiet " + number;
    }

    /**
     * The name by which the table is called.
     *
     * @return the id of the decision that is asked
     */
    public String id() {
        return id;
    }

    private static String zone(int number) {
        return "Zone " + (char) ('A' + number);
    }

    /**
     * The inputs of all evaluations, drawn at random but the same in each run.
     *
     * @return 64 sets of inputs by name
     */
    public List<Map<String, Object>> questions() {
        Random random = new Random(SEED);
        return Stream.generate(() -> Map.<String, Object>of(
                        "gebiet", gebiet(random.nextInt(districts)), "gewichtKg", random.nextInt(weights)))
                .limit(QUESTIONS)
                .toList();
    }
}
