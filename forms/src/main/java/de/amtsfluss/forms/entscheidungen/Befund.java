package de.amtsfluss.forms.entscheidungen;

import de.amtsfluss.decisiontables.TableFinding;
import de.amtsfluss.forms.fehler.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;

/**
 * What the check found in a DMN file.
 *
 * @param schwere {@code ERROR} refuses the file, {@code WARNING} unless it is accepted, {@code NOTE} never
 * @param datei the file
 * @param tabelle the id of the decision; empty when it is about the whole file
 * @param zeilen the rows, counted from 1
 * @param spalte the input or output; empty when it is about whole rows
 * @param satz what was expected and what was found, in English
 */
record Befund(
        TableFinding.Severity schwere, String datei, String tabelle, List<Integer> zeilen, String spalte, String satz) {

    static List<Befund> of(List<TableFinding> findings) {
        return findings.stream()
                .map(finding -> new Befund(
                        finding.severity(),
                        finding.file(),
                        finding.table(),
                        finding.rows(),
                        finding.column(),
                        finding.sentence()))
                .toList();
    }

    /** The problem that files were refused, with all findings. */
    static ResponseEntity<Object> refused(List<TableFinding> findings) {
        var detail = Problem.TABLE_REFUSED.detail(
                findings.stream().map(TableFinding::toString).collect(Collectors.joining("\n")));
        detail.setProperty("befunde", of(findings));
        return ResponseEntity.of(detail).build();
    }
}
