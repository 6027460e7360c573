package de.amtsfluss.decisiontables;

/** A DMN file as somebody hands it in. */
public final class DmnFile {

    private final String name;
    private final byte[] content;

    /**
     * Takes a file.
     *
     * @param name what to call it in findings
     * @param content the bytes of the file; they are copied
     */
    public DmnFile(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    /**
     * Returns the name.
     *
     * @return what to call the file in findings
     */
    public String name() {
        return name;
    }

    /**
     * Returns the content.
     *
     * @return a copy of the bytes
     */
    public byte[] content() {
        return content.clone();
    }
}
