package de.amtsfluss.forms.anzeige;

/**
 * One value of a Vorgang as a page shows it.
 *
 * @param label what it is called
 * @param value its value in words
 */
public record Angabe(String label, String value) {}
