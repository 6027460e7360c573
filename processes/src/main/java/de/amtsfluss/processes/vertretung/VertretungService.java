package de.amtsfluss.processes.vertretung;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vertretungen;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who stands in for whom; a Vertretung begins and ends with the day in Berlin. */
@Service
class VertretungService implements Vertretungen {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
    private static final Pattern KENNUNG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private final VertretungRepository repository;
    private final Protokoll protokoll;
    private final Clock clock;

    VertretungService(VertretungRepository repository, Protokoll protokoll, Clock clock) {
        this.repository = repository;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome enter(NeueVertretung wanted, Akteur akteur) {
        var wer = wanted.wer();
        var von = wanted.von();
        var bis = wanted.bis();
        var messages = check(wanted, akteur);
        if (!messages.isEmpty() || wer == null || von == null || bis == null) {
            return new Outcome.Invalid(messages);
        }
        var vertretung = new Vertretung(UUID.randomUUID(), wer, akteur.kennung(), von, bis);
        repository.insert(vertretung, clock.instant());
        write(vertretung, akteur, Aktion.ANGELEGT);
        return new Outcome.Done(vertretung);
    }

    private Map<String, String> check(NeueVertretung wanted, Akteur akteur) {
        var messages = new LinkedHashMap<String, String>();
        var wer = wanted.wer();
        if (wer == null || !KENNUNG.matcher(wer).matches()) {
            messages.put("wer", "Bitte geben Sie den Benutzernamen der Person an, zum Beispiel „erika.musterfrau“.");
        } else if (wer.equals(akteur.kennung())) {
            messages.put("wer", "Sie können sich nicht selbst vertreten.");
        }
        if (wanted.von() == null) {
            messages.put("von", "Bitte geben Sie den ersten Tag an.");
        }
        var bis = wanted.bis();
        if (bis == null) {
            messages.put("bis", "Bitte geben Sie den letzten Tag an.");
        } else if (bis.isBefore(today())) {
            messages.put("bis", "Der letzte Tag ist schon vorbei.");
        } else if (wanted.von() != null && bis.isBefore(wanted.von())) {
            messages.put("bis", "Der letzte Tag liegt vor dem ersten.");
        }
        return messages;
    }

    @Override
    @Transactional
    public Outcome end(UUID id, Akteur akteur) {
        var ended = repository.end(id, akteur.kennung(), clock.instant());
        ended.ifPresent(vertretung -> write(vertretung, akteur, Aktion.ABGESCHLOSSEN));
        return ended.<Outcome>map(Outcome.Done::new).orElseGet(Outcome.NotFound::new);
    }

    private void write(Vertretung vertretung, Akteur akteur, Aktion aktion) {
        protokoll.write(
                Handelnder.person(akteur),
                null,
                new Handlung(Objektart.VERTRETUNG, vertretung.id(), aktion).with("wer", null, vertretung.wer()));
    }

    @Override
    public List<Vertretung> of(Akteur akteur) {
        return repository.of(akteur.kennung(), today());
    }

    @Override
    public Set<String> vertretene(String kennung) {
        return repository.vertretene(kennung, today());
    }

    @Override
    public Set<String> kette(Set<String> kennungen) {
        return repository.kette(kennungen, today());
    }

    private LocalDate today() {
        return clock.instant().atZone(OFFICE).toLocalDate();
    }
}
