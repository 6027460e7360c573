package de.amtsfluss.deploy.benchmarks.decisiontables;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tables that are compared: what a parcel costs, by district and weight.
 *
 * <p>All have the inputs {@code gebiet} (text) and {@code gewichtKg} (number) and the outputs {@code stufe} (text) and
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
            return thousand(number -> Row.of(number, new Cell.Anything(), new Cell.Range(number * 3, number * 3 + 3)));
        }
    },
    /** 1,000 rows, each with a limit of its own, of which the first decides: on average half of them are read. */
    LARGE_FIRST("gebuehrErste", "FIRST", 20, 3000) {
        @Override
        List<Row> rows() {
            return thousand(number -> Row.of(
                    number, new Cell.Anything(), number == 999 ? new Cell.Anything() : new Cell.Below(number * 3 + 3)));
        }
    };

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

    /**
     * A row.
     *
     * @param inputs the cells of {@code gebiet} and {@code gewichtKg}
     * @param stufe the first output
     * @param gebuehrCent the second output
     */
    record Row(List<Cell> inputs, String stufe, int gebuehrCent) {

        private static Row of(int number, Cell gebiet, Cell gewichtKg) {
            return new Row(List.of(gebiet, gewichtKg), "Stufe " + number % 7, 100 + 5 * number);
        }
    }

    abstract List<Row> rows();

    private static Row row(int district, int from, int end) {
        return Row.of(from + 11 * district, new Cell.Text(gebiet(district)), new Cell.Range(from, end));
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
     * @return the id of the decision
     */
    public String id() {
        return id;
    }

    String hitPolicy() {
        return hitPolicy;
    }

    List<String> districts() {
        return IntStream.range(0, districts).mapToObj(ComparedTable::gebiet).toList();
    }

    /** The end of the weights, which is not one of them, in kg. */
    int weights() {
        return weights;
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
