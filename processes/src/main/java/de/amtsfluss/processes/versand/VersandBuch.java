package de.amtsfluss.processes.versand;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Nachrichtenquelle;
import de.amtsfluss.processes.ProcessMessages;
import de.amtsfluss.processes.ProcessMessages.ProcessMessage;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Versandregister;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.Versendung;
import de.amtsfluss.processes.Versendung.Zustand;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.engine.BackOff;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of dispatches. Its ids are random: a process and a mail are the only ones that know them. */
@Service
class VersandBuch implements Versandregister, Nachrichtenquelle {

    /** What a process waits for after {@code notifications.deliver}. */
    private static final String SENT = "versand.erfolgt";

    private static final BackOff RETRY = new BackOff(Duration.ofMinutes(1), Duration.ofHours(4));

    /** With the pauses above this is four days and six hours. */
    private static final int LAST_ATTEMPT = 33;

    private static final Duration KEPT_BY_THE_ENGINE = Duration.ofDays(1);

    private final VersandRepository repository;
    private final Vorgaenge vorgaenge;
    private final ProcessMessages messages;
    private final Protokoll protokoll;
    private final Clock clock;

    VersandBuch(
            VersandRepository repository,
            Vorgaenge vorgaenge,
            ProcessMessages messages,
            Protokoll protokoll,
            Clock clock) {
        this.repository = repository;
        this.vorgaenge = vorgaenge;
        this.messages = messages;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    @Override
    public Set<String> nachrichten() {
        return Set.of(SENT);
    }

    @Override
    @Transactional
    public Versendung enter(Wanted wanted) {
        var id = UUID.randomUUID();
        return enter(id, Objects.requireNonNullElse(wanted.hinweisAuf(), id), wanted);
    }

    private Versendung enter(UUID id, UUID ursprung, Wanted wanted) {
        if (repository.insert(id, ursprung, wanted, clock.instant())) {
            protokoll.write(
                    wanted.vorgang(),
                    new Handlung(Objektart.VERSENDUNG, id, Aktion.ANGELEGT)
                            .with("weg", null, wanted.weg().name()));
        }
        return repository.findByAuftrag(wanted.auftrag()).orElseThrow();
    }

    @Override
    public Optional<Versendung> findByAuftrag(String auftrag) {
        return repository.findByAuftrag(auftrag);
    }

    @Override
    public Optional<Versendung> find(UUID id) {
        return repository.find(id);
    }

    @Override
    public List<Versendung> of(VorgangId vorgang) {
        return repository.of(vorgang);
    }

    @Override
    public List<Versendung> of(VorgangId vorgang, Akteur akteur) {
        return vorgaenge
                .find(vorgang, akteur)
                .map(seen -> repository.of(seen.id()))
                .orElse(List.of());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Versendung> take(Versandweg weg, int limit) {
        return repository.take(weg, clock.instant(), limit);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void printing(UUID id) {
        lockedIn(id, Zustand.VORGEMERKT).ifPresent(letter -> change(letter, Zustand.IM_DRUCK));
    }

    @Override
    @Transactional
    public void handedOver(UUID id, LocalDate am) {
        var sent = lockedIn(id, Zustand.VORGEMERKT, Zustand.IM_DRUCK);
        if (sent.isEmpty()) {
            return;
        }
        repository.handedOver(id, am);
        write(sent.get(), Zustand.UEBERGEBEN);
        for (var replaced : repository.replacedBy(id)) {
            repository.find(replaced).ifPresent(mail -> write(mail, Zustand.ZURUECKGEKOMMEN, Zustand.ERSETZT));
        }
        if (sent.get().hauptsache()) {
            tellProcess(sent.get(), am);
        }
    }

    private void tellProcess(Versendung sent, LocalDate am) {
        var name = "%s:%s".formatted(ERFOLGT, sent.id());
        messages.publish(new ProcessMessage(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                ERFOLGT,
                sent.ursprung().toString(),
                KEPT_BY_THE_ENGINE,
                Map.of("versandtAm", am.toString(), "versandweg", sent.weg().name())));
    }

    @Override
    @Transactional
    public boolean failed(UUID id, String why) {
        var waiting = lockedIn(id, Zustand.VORGEMERKT);
        if (waiting.isEmpty()) {
            return false;
        }
        var attempts = waiting.get().versuche();
        repository.failed(id, clock.instant().plus(RETRY.after(attempts)), why);
        if (attempts + 1 < LAST_ATTEMPT) {
            return false;
        }
        change(waiting.get(), Zustand.FEHLGESCHLAGEN);
        return true;
    }

    @Override
    @Transactional
    public Optional<Versendung> returned(UUID id, String why) {
        return lockedIn(id, Zustand.VORGEMERKT, Zustand.UEBERGEBEN, Zustand.FEHLGESCHLAGEN)
                .filter(sent -> sent.weg() == Versandweg.EMAIL)
                .flatMap(sent -> {
                    var instead = letterInsteadOf(sent);
                    repository.returned(id, why, instead.map(Versendung::id).orElse(null));
                    write(sent, Zustand.ZURUECKGEKOMMEN);
                    return instead;
                });
    }

    private Optional<Versendung> letterInsteadOf(Versendung mail) {
        var first = repository.find(mail.ursprung()).orElseThrow();
        if (first.weg() == Versandweg.BRIEF) {
            return Optional.empty();
        }
        var letter = new Wanted(
                "ersatz:" + mail.id(),
                mail.vorgang(),
                mail.dokument(),
                mail.template(),
                mail.angaben(),
                mail.empfaenger(),
                Versandweg.BRIEF,
                first.hauptsache(),
                null);
        return Optional.of(enter(UUID.randomUUID(), mail.ursprung(), letter));
    }

    @Override
    public Waiting waitingLetters() {
        return repository.waitingLetters();
    }

    private Optional<Versendung> lockedIn(UUID id, Zustand... wanted) {
        return repository.lock(id).filter(found -> List.of(wanted).contains(found.zustand()));
    }

    private void change(Versendung versendung, Zustand after) {
        repository.state(versendung.id(), after);
        write(versendung, after);
    }

    private void write(Versendung before, Zustand after) {
        write(before, before.zustand(), after);
    }

    private void write(Versendung versendung, Zustand before, Zustand after) {
        var handlung = new Handlung(Objektart.VERSENDUNG, versendung.id(), Aktion.GEAENDERT)
                .with("zustand", before.name(), after.name());
        protokoll.write(versendung.vorgang(), handlung);
    }
}
