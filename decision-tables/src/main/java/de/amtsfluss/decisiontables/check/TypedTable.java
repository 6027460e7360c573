package de.amtsfluss.decisiontables.check;

import java.util.List;

/**
 * A decision table whose cells are read.
 *
 * @param source the table as its file has it
 * @param types the types of the inputs
 * @param allowed the allowed values of the inputs
 * @param cells for each row the cells of the inputs
 * @param outputs for each row its outputs: equal objects are equal outputs, {@link Computed} is only known at run time
 * @param allowedOutputs the allowed values of the outputs
 * @param comparable whether every combination of allowed values can occur; else no gap or overlap is claimed
 */
record TypedTable(
        TableSource source,
        List<ColumnType> types,
        List<ValueSet> allowed,
        List<List<Cell>> cells,
        List<List<Object>> outputs,
        List<ValueSet> allowedOutputs,
        boolean comparable) {

    /** An output that is no literal. */
    record Computed(String text) {}

    Grid grid() {
        return Grid.of(source.inputs().stream().map(TableSource.Column::name).toList(), types, allowed, cells);
    }
}
