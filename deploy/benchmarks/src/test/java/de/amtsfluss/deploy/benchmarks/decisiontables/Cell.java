package de.amtsfluss.deploy.benchmarks.decisiontables;

/** An input cell, as it is written in FEEL and, for Flowable alone, in JUEL. */
sealed interface Cell {

    /** The cell as unary tests of DMN 1.3, chapter 9. */
    String feel();

    /**
     * The cell as Flowable's own expression.
     *
     * @param input the name of the column's input
     */
    String juel(String input);

    /** Any value. */
    record Anything() implements Cell {

        @Override
        public String feel() {
            return "-";
        }

        @Override
        public String juel(String input) {
            return "-";
        }
    }

    /** One text. */
    record Text(String text) implements Cell {

        @Override
        public String feel() {
            return '"' + text + '"';
        }

        @Override
        public String juel(String input) {
            return "== \"%s\"".formatted(text);
        }
    }

    /** Less than a number. */
    record Below(int end) implements Cell {

        @Override
        public String feel() {
            return "< " + end;
        }

        @Override
        public String juel(String input) {
            return "< " + end;
        }
    }

    /** From a number, which is included, to a number, which is not. */
    record Range(int from, int end) implements Cell {

        @Override
        public String feel() {
            return "[%d..%d)".formatted(from, end);
        }

        @Override
        public String juel(String input) {
            return "#{%s >= %d && %s < %d}".formatted(input, from, input, end);
        }
    }
}
