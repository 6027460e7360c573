package de.amtsfluss.processes;

import java.util.List;

/** Whatever knows of something that must be done before an Akte can be closed to the files, such as a Wiedervorlage. */
public interface ZdaHindernis {

    /**
     * What stands against closing the Akte of a Vorgang.
     *
     * @return sentences in German, none if nothing stands against it
     */
    List<String> of(VorgangId vorgang);
}
