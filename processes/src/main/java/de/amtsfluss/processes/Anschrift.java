package de.amtsfluss.processes;

/**
 * Where somebody lives or has an office.
 *
 * @param strasse street and number
 * @param plz the postcode
 * @param ort the town
 */
public record Anschrift(String strasse, String plz, String ort) {}
