package de.amtsfluss.processes;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How confidential an {@link Akte} is, from the lowest to the highest (code list Vertraulichkeitsstufe of xdomea 3.1).
 *
 * <p>Besides being in a group of the Vorgang, somebody needs the group {@code vs-vertraulich} to read what is
 * {@link #VERTRAULICH}, and {@code vs-geheim} for what is above. The two groups are an example, to be set by the city.
 */
public enum Vertraulichkeit {
    /** Open to all that work with it. */
    OFFEN("003"),
    /** For use in the office only. */
    NUR_FUER_DEN_DIENSTGEBRAUCH("002"),
    /** Confidential. */
    VERTRAULICH("005"),
    /** Secret. */
    GEHEIM("001"),
    /** Top secret. */
    STRENG_GEHEIM("004");

    private final String code;

    Vertraulichkeit(String code) {
        this.code = code;
    }

    /** The number in xdomea. */
    public String code() {
        return code;
    }

    /** Whether a member of these groups may read what is so confidential. */
    public boolean isOpenTo(Set<String> gruppen) {
        return switch (this) {
            case OFFEN, NUR_FUER_DEN_DIENSTGEBRAUCH -> true;
            case VERTRAULICH -> gruppen.contains("vs-vertraulich") || gruppen.contains("vs-geheim");
            case GEHEIM, STRENG_GEHEIM -> gruppen.contains("vs-geheim");
        };
    }

    /** The names of all that a member of these groups may read. */
    public static Set<String> openTo(Set<String> gruppen) {
        return Stream.of(values())
                .filter(stufe -> stufe.isOpenTo(gruppen))
                .map(Enum::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
