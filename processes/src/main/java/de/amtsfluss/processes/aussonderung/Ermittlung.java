package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.Aktenplan;
import de.amtsfluss.processes.Aktenplaneinheit;
import de.amtsfluss.processes.Aussonderung.Stand;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungsart;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what need not be kept any longer and lists it. A repeat lists nothing twice. */
@Component
class Ermittlung {

    /** The rest comes with the next runs; an archive that gets more at once is not helped. */
    private static final int MOST = 1_000;

    private final FaelligkeitRepository kandidaten;
    private final AussonderungRepository aussonderungen;
    private final Hindernisse hindernisse;
    private final Aufbewahrung aufbewahrung;
    private final Vorgaenge vorgaenge;
    private final Aktenplan aktenplan;
    private final Protokoll protokoll;
    private final Clock clock;

    Ermittlung(
            FaelligkeitRepository kandidaten,
            AussonderungRepository aussonderungen,
            Hindernisse hindernisse,
            Aufbewahrung aufbewahrung,
            Vorgaenge vorgaenge,
            Aktenplan aktenplan,
            Protokoll protokoll,
            Clock clock) {
        this.kandidaten = kandidaten;
        this.aussonderungen = aussonderungen;
        this.hindernisse = hindernisse;
        this.aufbewahrung = aufbewahrung;
        this.vorgaenge = vorgaenge;
        this.aktenplan = aktenplan;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    /** Lists what is due today; absent if nothing is. */
    @Transactional
    public Optional<AussonderungId> run() {
        return run(LocalDate.ofInstant(clock.instant(), Aufbewahrung.OFFICE));
    }

    /** Lists what was to be kept until the day before, in the list that is still being made or in a new one. */
    @Transactional
    public Optional<AussonderungId> run(LocalDate today) {
        aussonderungen.lockAll();
        var due = kandidaten.all(today).stream()
                .flatMap(kandidat -> due(kandidat, today).stream())
                .limit(MOST)
                .toList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        var list = aussonderungen.find(Stand.ERSTELLT).orElseGet(() -> create(today));
        for (var kandidat : due) {
            var art = aktenplan
                    .find(kandidat.einheit())
                    .map(Aktenplaneinheit::aussonderungsart)
                    .orElse(Aussonderungsart.BEWERTEN);
            aussonderungen.add(list, kandidat, art);
            kandidat.vorgaenge().forEach(vorgang -> write(list, vorgang));
        }
        return Optional.of(list);
    }

    private AussonderungId create(LocalDate today) {
        var id = AussonderungId.random();
        aussonderungen.insert(id, today.getYear(), Handelnder.current().kennung(), clock.instant());
        protokoll.write(null, new Handlung(Objektart.AUSSONDERUNG, id, Aktion.ANGELEGT));
        return id;
    }

    private void write(AussonderungId list, VorgangId vorgang) {
        protokoll.write(
                vorgang,
                new Handlung(Objektart.VORGANG, vorgang, Aktion.GEAENDERT).with("aussonderung", null, list.toString()));
    }

    /** The same with its last day, if that is over by the Akte and by the procedure, and nothing is open in it. */
    private Optional<Kandidat> due(Kandidat kandidat, LocalDate today) {
        var last = kandidat.aufbewahrungsende();
        for (var id : kandidat.vorgaenge()) {
            var vorgang = vorgaenge.require(id, "list");
            var procedure = aufbewahrung.ende(vorgang);
            last = procedure.isPresent() && (last == null || procedure.get().isAfter(last)) ? procedure.get() : last;
            if (vorgang.status() == Vorgang.Status.OFFEN
                    || !hindernisse.open(id).isEmpty()) {
                return Optional.empty();
            }
        }
        return last == null || !last.isBefore(today)
                ? Optional.empty()
                : Optional.of(new Kandidat(
                        kandidat.akte(),
                        kandidat.vorgaenge(),
                        kandidat.kennzeichen(),
                        kandidat.einheit(),
                        kandidat.beginn(),
                        kandidat.ende(),
                        last));
    }
}
