package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aussonderung;
import de.amtsfluss.processes.Aussonderung.Stand;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungen;
import de.amtsfluss.processes.Aussonderungen.Outcome;
import de.amtsfluss.processes.Handelnder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who may do what with a list, and when. */
@Component
class Befugnis {

    static final String REGISTRATUR = "registratur";
    static final String ARCHIV = "archiv";

    private final AussonderungRepository aussonderungen;

    Befugnis(AussonderungRepository aussonderungen) {
        this.aussonderungen = aussonderungen;
    }

    /**
     * Does something with a list in the name of the person, with the list locked, in the caller's transaction.
     *
     * @param wanted who may do it, and where the list must stand
     * @param work gives what was left out, or refuses before anything is changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome check(AussonderungId id, Akteur akteur, Wanted wanted, Function<Aussonderung, Outcome> work) {
        var found = Aussonderungen.isOpenTo(akteur) ? aussonderungen.lock(id) : Optional.<Aussonderung>empty();
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!akteur.gruppen().contains(wanted.gruppe())) {
            return refusal(wanted.gruppe());
        }
        if (!wanted.in().contains(found.get().stand())) {
            return new Outcome.Refused("Das ist nicht möglich, solange das Verzeichnis „%s“ ist."
                    .formatted(word(found.get().stand())));
        }
        return Handelnder.person(akteur).call(() -> work.apply(found.get()));
    }

    /** What is done if all goes well. */
    Outcome done(AussonderungId id, List<String> hinweise) {
        return new Outcome.Done(aussonderungen.find(id).orElseThrow(), hinweise);
    }

    static Outcome refusal(String gruppe) {
        return new Outcome.Refused(
                gruppe.equals(ARCHIV) ? "Das darf nur das Archiv." : "Das darf nur die Registratur.");
    }

    private static String word(Stand stand) {
        return switch (stand) {
            case ERSTELLT -> "erstellt";
            case ANGEBOTEN -> "angeboten";
            case BEWERTET -> "bewertet";
            case UEBERGEBEN -> "übergeben";
            case ABGESCHLOSSEN -> "abgeschlossen";
        };
    }

    /**
     * What is asked of whom.
     *
     * @param gruppe the group that may do it
     * @param in where the list must stand
     */
    record Wanted(String gruppe, Set<Stand> in) {

        static Wanted of(String gruppe, Stand... in) {
            return new Wanted(gruppe, Set.of(in));
        }
    }
}
