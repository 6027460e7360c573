package de.amtsfluss.processes.model;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A BPMN model or a form as it was found. */
public final class ModelFile {

    private final String name;
    private final byte[] content;

    /**
     * Takes a file.
     *
     * @param name its path on the class path, such as {@code models/container-leeren/container-leeren.bpmn}
     */
    public ModelFile(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    /** The path on the class path. */
    public String name() {
        return name;
    }

    /** The content as it was found. */
    public byte[] content() {
        return content.clone();
    }

    InputStream open() {
        return new ByteArrayInputStream(content);
    }

    boolean isForm() {
        return name.endsWith(".form");
    }

    @Override
    public String toString() {
        return name;
    }
}
