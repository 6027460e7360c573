package de.amtsfluss.processes.bearbeitungsfrist;

import de.amtsfluss.processes.Bearbeitungsfristen;
import de.amtsfluss.processes.Erinnerung;
import de.amtsfluss.processes.Frist;
import de.amtsfluss.processes.Fristen;
import de.amtsfluss.processes.Fristergebnis.Berechnet;
import de.amtsfluss.processes.Fristuhr.Laeuft;
import de.amtsfluss.processes.Fristuhr.Steht;
import de.amtsfluss.processes.Fristuhr.Wartet;
import de.amtsfluss.processes.Fristuhren;
import de.amtsfluss.processes.Fristuhren.Umstellung;
import de.amtsfluss.processes.Fristuhren.Umstellung.Umgestellt;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.bearbeitungsfrist.BearbeitungsfristRepository.Bearbeitungsfrist;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the clocks of the Vorgaenge. */
@Service
class BearbeitungsfristService implements Bearbeitungsfristen {

    private static final String NAME = "bearbeitungsfrist";

    private final BearbeitungsfristRepository repository;
    private final Fristuhren fristuhren;
    private final Fristen fristen;
    private final Protokoll protokoll;
    private final Clock clock;

    BearbeitungsfristService(
            BearbeitungsfristRepository repository,
            Fristuhren fristuhren,
            Fristen fristen,
            Protokoll protokoll,
            Clock clock) {
        this.repository = repository;
        this.fristuhren = fristuhren;
        this.fristen = fristen;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void begin(VorgangId vorgang, Frist.Regel regel, Instant am) {
        if (fristuhren.begin(new Wartet(regel), am) instanceof Umgestellt<Laeuft> begun
                && repository.insert(vorgang, regel, begun.uhr().beginn())) {
            note(vorgang, null, "läuft");
        }
    }

    @Override
    @Transactional
    public Umstellung<Steht> pause(VorgangId vorgang, String grund) {
        return switch (lock(vorgang).uhr()) {
            case Steht standing -> new Umgestellt<>(standing);
            case Wartet waiting -> throw notBegun(vorgang);
            case Laeuft running -> {
                var paused = fristuhren.pause(running, clock.instant(), grund);
                if (paused instanceof Umgestellt<Steht> done) {
                    repository.update(vorgang, done.uhr());
                    note(vorgang, "läuft", "steht");
                }
                yield paused;
            }
        };
    }

    @Override
    @Transactional
    public Umstellung<Laeuft> resume(VorgangId vorgang) {
        return switch (lock(vorgang).uhr()) {
            case Laeuft running -> new Umgestellt<>(running);
            case Wartet waiting -> throw notBegun(vorgang);
            case Steht standing -> {
                var resumed = fristuhren.resume(standing, clock.instant());
                if (resumed instanceof Umgestellt<Laeuft> done) {
                    repository.update(vorgang, done.uhr());
                    note(vorgang, "steht", "läuft");
                }
                yield resumed;
            }
        };
    }

    @Override
    @Transactional
    public Anlass check(VorgangId vorgang, Collection<Integer> stufen, long auftrag) {
        var frist = lock(vorgang);
        var reported = frist.gemeldeteStufe();
        var by = frist.gemeldetDurch();
        if (reported != null && by != null && by == auftrag) {
            return anlass(reported);
        }
        return reached(frist, stufen)
                .filter(stufe -> reported == null || stufe > reported)
                .map(stufe -> {
                    repository.report(vorgang, stufe, auftrag);
                    note(vorgang, text(reported), "Stufe " + stufe);
                    return anlass(stufe);
                })
                .orElse(Anlass.KEINER);
    }

    /** The highest stage whose day has come; none while the clock stands. */
    private Optional<Integer> reached(Bearbeitungsfrist frist, Collection<Integer> stufen) {
        var stand = fristuhren.stand(frist.uhr());
        if (!(stand.ende() instanceof Berechnet end)) {
            return Optional.empty();
        }
        return fristen.erinnerungen(end.ende(), stufen).stream()
                .filter(stage -> !stage.am().isAfter(stand.heute()))
                .max(Comparator.comparingInt(Erinnerung::arbeitstage))
                .map(Erinnerung::arbeitstage);
    }

    private static Anlass anlass(int stufe) {
        return stufe > 0 ? Anlass.ESKALATION : Anlass.ERINNERUNG;
    }

    private static @Nullable String text(@Nullable Integer stufe) {
        return stufe == null ? null : "Stufe " + stufe;
    }

    @Override
    public Optional<Fristuhren.Stand> stand(VorgangId vorgang) {
        return repository.find(vorgang).map(Bearbeitungsfrist::uhr).map(fristuhren::stand);
    }

    private Bearbeitungsfrist lock(VorgangId vorgang) {
        return repository.lock(vorgang).orElseThrow(() -> notBegun(vorgang));
    }

    private static IllegalStateException notBegun(VorgangId vorgang) {
        return new IllegalStateException(
                "Expected the Bearbeitungsfrist of Vorgang '%s' to have begun, but it has not".formatted(vorgang));
    }

    private void note(VorgangId vorgang, @Nullable String before, String after) {
        protokoll.write(vorgang, new Handlung(Objektart.VORGANG, vorgang, Aktion.GEAENDERT).with(NAME, before, after));
    }
}
