package de.amtsfluss.forms;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Vertretungen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages need of the Vertretungen, kept in memory: kim.krause stands in for jo.junge. */
final class InMemoryVertretungen implements Vertretungen {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final List<Vertretung> all = new ArrayList<>();

    InMemoryVertretungen() {
        all.add(new Vertretung(UUID.nameUUIDFromBytes(new byte[] {1}), "kim.krause", "jo.junge", DAY, DAY.plusDays(7)));
        all.add(new Vertretung(
                UUID.nameUUIDFromBytes(new byte[] {2}), "mia.mustermann", "kim.krause", DAY, DAY.plusDays(3)));
    }

    @Override
    public synchronized Outcome enter(NeueVertretung wanted, Akteur akteur) {
        var von = wanted.von();
        var bis = wanted.bis();
        if (von == null || bis == null) {
            return new Outcome.Invalid(Map.of("von", "Bitte geben Sie den ersten Tag an."));
        }
        var entered = new Vertretung(UUID.randomUUID(), text(wanted.wer()), akteur.kennung(), von, bis);
        all.add(entered);
        return new Outcome.Done(entered);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public synchronized Outcome end(UUID id, Akteur akteur) {
        var found = all.stream()
                .filter(vertretung ->
                        vertretung.id().equals(id) && vertretung.fuer().equals(akteur.kennung()))
                .findFirst();
        found.ifPresent(all::remove);
        return found.<Outcome>map(Outcome.Done::new).orElseGet(Outcome.NotFound::new);
    }

    @Override
    public synchronized List<Vertretung> of(Akteur akteur) {
        return all.stream()
                .filter(vertretung -> vertretung.fuer().equals(akteur.kennung())
                        || vertretung.wer().equals(akteur.kennung()))
                .toList();
    }

    @Override
    public Set<String> vertretene(String kennung) {
        return kennung.equals("kim.krause") ? Set.of("jo.junge") : Set.of();
    }

    @Override
    public Set<String> kette(Set<String> kennungen) {
        return Set.of();
    }
}
