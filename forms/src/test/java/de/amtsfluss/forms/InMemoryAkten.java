package de.amtsfluss.forms;

import de.amtsfluss.processes.Akte;
import de.amtsfluss.processes.AkteId;
import de.amtsfluss.processes.Akten;
import de.amtsfluss.processes.Aktenplan;
import de.amtsfluss.processes.Aktenplaneinheit;
import de.amtsfluss.processes.Aktensuche;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aussonderungsart;
import de.amtsfluss.processes.SucheUnavailableException;
import de.amtsfluss.processes.Vertraulichkeit;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the pages need of the eAkte: one Akte per Vorgang, which has the Vorgang's id, and hits that are always the
 * same.
 */
final class InMemoryAkten implements Akten, Aktenplan, Aktensuche {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final InMemoryProcesses processes;
    private boolean closed;

    InMemoryAkten(InMemoryProcesses processes) {
        this.processes = processes;
    }

    void reset() {
        closed = false;
    }

    @Override
    public Optional<Akte> find(AkteId id, Akteur akteur) {
        return of(new VorgangId(id.value()), akteur);
    }

    @Override
    public Optional<Akte> of(VorgangId vorgang, Akteur akteur) {
        return processes.find(vorgang, akteur).map(this::akte);
    }

    private Akte akte(Vorgang vorgang) {
        return new Akte(
                new AkteId(vorgang.id().value()),
                vorgang.aktenzeichen(),
                vorgang.betreff(),
                "700.3-70.41",
                Vertraulichkeit.OFFEN,
                Akte.Medium.ELEKTRONISCH,
                TODAY,
                closed ? TODAY : null,
                closed ? TODAY : null,
                closed ? LocalDate.parse("2028-12-31") : null,
                false,
                List.of(vorgang.id()));
    }

    @Override
    public Outcome closeToFiles(AkteId id, Akteur akteur) {
        var vorgang = processes.find(new VorgangId(id.value()), akteur);
        if (vorgang.filter(found -> found.status() == Vorgang.Status.OFFEN).isPresent()) {
            return new Outcome.Refused(List.of("Der Vorgang ist noch nicht abgeschlossen.", "Eine Aufgabe ist offen."));
        }
        closed = vorgang.isPresent();
        return find(id, akteur).<Outcome>map(Outcome.Done::new).orElseGet(Outcome.NotFound::new);
    }

    @Override
    public Outcome reopen(AkteId id, Akteur akteur, String grund) {
        return onlyRegistratur(id, akteur);
    }

    @Override
    public Outcome hold(AkteId id, Akteur akteur, boolean gesperrt, String grund) {
        return onlyRegistratur(id, akteur);
    }

    @Override
    public Outcome classify(AkteId id, Akteur akteur, Vertraulichkeit stufe, String grund) {
        return onlyRegistratur(id, akteur);
    }

    private Outcome onlyRegistratur(AkteId id, Akteur akteur) {
        return find(id, akteur)
                .<Outcome>map(akte -> new Outcome.Refused(List.of("Das darf nur die Registratur.")))
                .orElseGet(Outcome.NotFound::new);
    }

    @Override
    public List<Verfuegung> verfuegungen(AkteId id, Akteur akteur) {
        return closed ? List.of(new Verfuegung(Verfuegung.Art.ZDA, null, "kim.krause", NOW)) : List.of();
    }

    @Override
    public List<String> loeschhindernisse(VorgangId vorgang) {
        return List.of();
    }

    @Override
    public Aktenplaneinheit unit(String kennzeichen) {
        return find(kennzeichen).orElseThrow(() -> new IllegalArgumentException(kennzeichen));
    }

    @Override
    public Optional<Aktenplaneinheit> find(String kennzeichen) {
        return units().stream()
                .filter(unit -> unit.kennzeichen().equals(kennzeichen))
                .findFirst();
    }

    @Override
    public List<Aktenplaneinheit> units() {
        return List.of(new Aktenplaneinheit(
                "700.3-70.41", "Container leeren", null, Aussonderungsart.VERNICHTEN, 2, false, null, null));
    }

    @Override
    public Import load(InputStream xml, Akteur akteur) {
        return akteur.releases()
                ? new Import.Refused(List.of("Die Datei ist keine Nachricht.", "Es fehlt etwas."))
                : new Import.NotAllowed();
    }

    /** Everything that contains the word Hund, 25 times, and with markup in it; the word Ausfall is one. */
    @Override
    public Trefferliste search(Anfrage anfrage, Akteur akteur) {
        if (anfrage.text().equals("Ausfall")) {
            throw new SucheUnavailableException("Expected an answer, but there is none", new IOException("refused"));
        }
        if (!anfrage.text().contains("Hund") || !akteur.gruppen().contains("betriebshof")) {
            return Trefferliste.empty();
        }
        var closedOrder = processes.closedOrder();
        var hits = IntStream.range(0, anfrage.seite() == 1 ? PAGE_SIZE : 5)
                .mapToObj(i -> new Treffer(
                        closedOrder.id(),
                        i == 0
                                ? null
                                : processes.of(closedOrder.id()).getFirst().id(),
                        i == 0 ? Typ.VORGANG : Typ.PDF,
                        closedOrder.aktenzeichen(),
                        closedOrder.betreff(),
                        i == 0 ? closedOrder.betreff() : "Anmeldung %d.pdf".formatted(i),
                        List.of(
                                new Stelle("Die <script>alert(1)</script> ", false),
                                new Stelle("Hunde", true),
                                new Stelle(" wurden angemeldet", false))))
                .toList();
        return new Trefferliste(hits, 25, false);
    }

    @Override
    public void forget(VorgangId vorgang) {
        throw new UnsupportedOperationException("Expected pages only to read, but one forgets a Vorgang");
    }
}
