package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.TableCheck;
import de.amtsfluss.decisiontables.TableFinding;
import de.amtsfluss.decisiontables.check.Grid.Box;
import java.util.ArrayList;
import java.util.List;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.xml.sax.SAXException;

/**
 * Checks tables by the hit policies of DMN 1.3, chapter 8 "Decision Table": under Unique no rows overlap, under Any
 * overlapping rows have equal outputs, under First rows may overlap, under Priority only rows of different priority or
 * with equal outputs.
 *
 * <p>The standard calls a table complete when each input is matched by a row. The engine decides nothing otherwise, so
 * all tables of which one row decides are expected to be complete, or to have default output entries.
 */
final class StaticTableCheck implements TableCheck {

    /** About a second on one processor. */
    private static final long STEPS = 5_000_000;

    private final FeelEngineApi engine = FeelEngineBuilder.create().build();

    @Override
    public List<TableFinding> check(String file, byte[] source) {
        Findings ofFile = new Findings(file, "");
        List<TableFinding> all = new ArrayList<>();
        try {
            TableSourceReader.Source read = TableSourceReader.read(source);
            if (!read.decides()) {
                ofFile.error(List.of(), "", "Expected a decision, but the file has none");
            }
            read.typeFindings().forEach(finding -> ofFile.error(List.of(), "", sentence(finding)));
            TableFeel feel = new TableFeel(engine, read.names());
            read.tables().forEach(table -> all.addAll(check(feel, file, table)));
        } catch (SAXException e) {
            ofFile.error(List.of(), "", "Expected XML without document type, but: %s".formatted(e.getMessage()));
        }
        all.addAll(0, ofFile.all());
        return all;
    }

    /** The findings about types are those of the engine, which begins them with a small letter. */
    private static String sentence(String finding) {
        return Character.toUpperCase(finding.charAt(0)) + finding.substring(1);
    }

    private static List<TableFinding> check(TableFeel feel, String file, TableSource source) {
        Findings findings = new Findings(file, source.id());
        try {
            TypeCheck.of(feel, source, findings).ifPresent(table -> compareRows(table, findings));
        } catch (StackOverflowError e) {
            // FEEL's parser goes down into an expression by recursion.
            findings.error(List.of(), "", "Expected FEEL that can be read, but a cell is nested too deeply");
        }
        AggregationCheck.check(source, findings);
        return findings.all();
    }

    private static void compareRows(TypedTable table, Findings findings) {
        Grid grid = table.grid();
        AllowedInputsCheck.check(table, grid, findings);
        List<Box> rows = DuplicateCheck.check(table, grid, findings);
        String hitPolicy = table.source().hitPolicy();
        boolean oneRowDecides = List.of("UNIQUE", "ANY", "FIRST", "PRIORITY").contains(hitPolicy);
        if (oneRowDecides && table.comparable() && !table.source().hasDefaults()) {
            GapCheck.check(grid, new Budget(STEPS), findings);
        }
        if (List.of("UNIQUE", "ANY").contains(hitPolicy) && table.comparable()) {
            OverlapCheck.check(table, grid, rows, new Budget(STEPS), findings);
        }
        if (hitPolicy.equals("FIRST")) {
            ReachCheck.check(rows, "earlier rows", new Budget(STEPS), findings);
        }
        if (List.of("PRIORITY", "OUTPUT ORDER").contains(hitPolicy)) {
            Priorities.of(table, findings)
                    .filter(priorities -> hitPolicy.equals("PRIORITY"))
                    .ifPresent(priorities -> comparePriorities(table, grid, rows, priorities, findings));
        }
    }

    private static void comparePriorities(
            TypedTable table, Grid grid, List<Box> rows, Priorities priorities, Findings findings) {
        List<Box> known = rows.stream()
                .filter(row -> priorities.known(outputs(table, row)))
                .toList();
        if (table.comparable()) {
            OverlapCheck.checkTies(table, grid, known, priorities, new Budget(STEPS), findings);
        }
        List<Box> byPriority = known.stream()
                .sorted((one, other) -> priorities.compare(outputs(table, one), outputs(table, other)))
                .toList();
        ReachCheck.check(byPriority, "rows of higher or equal priority", new Budget(STEPS), findings);
    }

    private static List<Object> outputs(TypedTable table, Box row) {
        return table.outputs().get(row.number() - 1);
    }
}
