package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.vorgang.Kennzeichen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which Beteiligter of a Vorgang the person is. */
final class Personenvergleich {

    private Personenvergleich() {}

    /** The one of the same name if there is one, otherwise who has the e-mail address or the account. */
    static Optional<Beteiligter> find(Person person, List<Beteiligter> beteiligte) {
        return beteiligte.stream()
                .filter(one -> hasName(person, one))
                .findFirst()
                .or(() -> beteiligte.stream()
                        .filter(one -> same(person.konto(), one.konto()) || same(person.email(), one.email()))
                        .findFirst());
    }

    private static boolean hasName(Person person, Beteiligter one) {
        var names = person.schreibweisen().stream().map(Kennzeichen::plain).collect(Collectors.toUnmodifiableSet());
        return names.contains(Kennzeichen.plain(one.name()))
                && (person.geburtsdatum() == null
                        || one.geburtsdatum() == null
                        || person.geburtsdatum().equals(one.geburtsdatum()));
    }

    private static boolean same(@Nullable String wanted, @Nullable String found) {
        return wanted != null && found != null && wanted.strip().equalsIgnoreCase(found.strip());
    }
}
