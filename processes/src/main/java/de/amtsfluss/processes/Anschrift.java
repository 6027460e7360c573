package de.amtsfluss.processes;

/**
 * A postal address.
 *
 * @param strasse street and number
 * @param plz the postcode
 * @param ort the place
 */
public record Anschrift(String strasse, String plz, String ort) {}
