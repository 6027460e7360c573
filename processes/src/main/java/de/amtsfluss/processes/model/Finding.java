package de.amtsfluss.processes.model;

/**
 * Something that is wrong with a model or form.
 *
 * @param file its path on the class path
 * @param element the id of the element, empty where the file as a whole is meant
 * @param sentence what was expected and what was found
 */
public record Finding(String file, String element, String sentence) {

    /** The finding as one line. */
    @Override
    public String toString() {
        return element.isEmpty() ? "%s: %s".formatted(file, sentence) : "%s, %s: %s".formatted(file, element, sentence);
    }
}
