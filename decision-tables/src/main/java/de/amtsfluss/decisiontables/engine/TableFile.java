package de.amtsfluss.decisiontables.engine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A DMN file as it was found. */
final class TableFile {

    private final String name;
    private final byte[] content;

    /**
     * Takes a file.
     *
     * @param name its path below the class path, such as {@code tables/container-leeren/containerLeerung.dmn}
     */
    TableFile(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    String name() {
        return name;
    }

    InputStream open() {
        return new ByteArrayInputStream(content);
    }

    byte[] bytes() {
        return content.clone();
    }

    /** Returns the name of the file without folder and suffix, which is the id of its decision. */
    String stem() {
        return name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.dmn$", "");
    }

    @Override
    public String toString() {
        return name;
    }
}
