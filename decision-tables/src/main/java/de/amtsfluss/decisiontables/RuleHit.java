package de.amtsfluss.decisiontables;

/**
 * A row of a decision table that matched.
 *
 * @param row its number, counted from 1 as the editor shows it
 * @param annotation what the table says about the row's reason (law, paragraph, statute), in German; empty when it says
 *     nothing
 */
public record RuleHit(int row, String annotation) {}
