package de.amtsfluss.forms;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Anschrift;
import de.amtsfluss.processes.Auskuenfte;
import de.amtsfluss.processes.Auskunft;
import de.amtsfluss.processes.Auskunft.Identitaet;
import de.amtsfluss.processes.Auskunft.Kandidat;
import de.amtsfluss.processes.Auskunft.Merkmal;
import de.amtsfluss.processes.Auskunft.Nachweis;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Auskunft.Urteil;
import de.amtsfluss.processes.Auskunft.Verlaengerung;
import de.amtsfluss.processes.Auskunft.Zustand;
import de.amtsfluss.processes.Auskunftsinhalt.Angabe;
import de.amtsfluss.processes.Auskunftsinhalt.Dokumentangabe;
import de.amtsfluss.processes.Auskunftsinhalt.Verarbeitung;
import de.amtsfluss.processes.Auskunftsinhalt.Vorgangsauskunft;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.VorgangId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What the pages need of the requests by Art. 15 DSGVO, with the same rules of who may do what. */
final class InMemoryAuskuenfte implements Auskuenfte {

    static final UUID RECEIVED = new UUID(15, 1);
    static final UUID SEARCHED = new UUID(15, 2);
    static final UUID ANSWERED = new UUID(15, 3);
    static final VorgangId CONFIRMED = new VorgangId(new UUID(15, 11));
    static final VorgangId UNDECIDED = new VorgangId(new UUID(15, 12));
    static final String STAND = "abc";

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final Person JUTTA = new Person(
            "Jutta",
            "<b>Mustermann</b>",
            null,
            LocalDate.of(1980, 2, 29),
            new Anschrift("Musterstraße 1", "33602", "Bielefeld"),
            "jutta@example.org",
            null);

    private final Map<UUID, Auskunft> all = new LinkedHashMap<>();
    private Set<String> geschwaerzt = Set.of();

    InMemoryAuskuenfte() {
        reset();
    }

    /** Back to one that was received, one that was searched, and one that was answered. */
    synchronized void reset() {
        all.clear();
        geschwaerzt = Set.of();
        all.put(RECEIVED, auskunft(RECEIVED, Zustand.OFFEN, List.of()));
        all.put(
                SEARCHED,
                auskunft(
                        SEARCHED,
                        Zustand.GEPRUEFT,
                        List.of(kandidat(CONFIRMED, Urteil.BESTAETIGT), kandidat(UNDECIDED, Urteil.OFFEN))));
        all.put(ANSWERED, auskunft(ANSWERED, Zustand.ERTEILT, List.of(kandidat(CONFIRMED, Urteil.BESTAETIGT))));
    }

    private static Auskunft auskunft(UUID id, Zustand zustand, List<Kandidat> kandidaten) {
        var checked = zustand != Zustand.OFFEN;
        return new Auskunft(
                id,
                LocalDate.of(2026, 10, 1),
                Kanal.BRIEF,
                JUTTA,
                checked ? new Identitaet(Nachweis.AUSWEIS, "dora.musterfrau", NOW) : null,
                LocalDate.of(2026, 11, 2),
                null,
                zustand,
                null,
                checked ? NOW : null,
                kandidaten,
                NOW,
                zustand == Zustand.ERTEILT ? NOW : null);
    }

    private static Kandidat kandidat(VorgangId vorgang, Urteil urteil) {
        return new Kandidat(
                vorgang,
                vorgang.equals(CONFIRMED) ? "200.2-20.31/0001-2026" : "200.2-20.31/0002-2026",
                "Hundesteuer anmelden (Amt für Finanzen)",
                NOW,
                false,
                Set.of(Merkmal.NAME_UND_GEBURTSDATUM),
                new Beteiligter(
                        Beteiligter.Rolle.ANTRAGSTELLER,
                        JUTTA.name(),
                        JUTTA.geburtsdatum(),
                        JUTTA.anschrift(),
                        null,
                        null,
                        Versandweg.BRIEF,
                        null),
                urteil,
                false);
    }

    synchronized Set<String> geschwaerzt() {
        return geschwaerzt;
    }

    @Override
    public synchronized List<Auskunft> list(Akteur akteur) {
        return Auskuenfte.isOpenTo(akteur) ? List.copyOf(all.values()) : List.of();
    }

    @Override
    public synchronized Optional<Auskunft> find(UUID id, Akteur akteur) {
        return Auskuenfte.isOpenTo(akteur) ? Optional.ofNullable(all.get(id)) : Optional.empty();
    }

    @Override
    public Outcome request(Neu wanted, Akteur akteur) {
        if (!Auskuenfte.isOpenTo(akteur)) {
            return new Outcome.NotFound();
        }
        return wanted.person().nachname().isBlank()
                ? new Outcome.Invalid(Map.of("nachname", "Bitte geben Sie den Nachnamen an."))
                : new Outcome.Done(Objects.requireNonNull(all.get(RECEIVED)));
    }

    @Override
    public Outcome identify(UUID id, Nachweis nachweis, Akteur akteur) {
        return change(id, akteur, before -> auskunft(id, Zustand.GEPRUEFT, before.kandidaten()));
    }

    @Override
    public Outcome extend(UUID id, Verlaengerung verlaengerung, Akteur akteur) {
        return change(id, akteur, before -> before);
    }

    @Override
    public Outcome search(UUID id, Akteur akteur) {
        return find(id, akteur).filter(one -> one.identitaet() == null).isPresent()
                ? new Outcome.Refused("Bitte prüfen Sie zuerst, wer anfragt. Vorher wird nicht gesucht.")
                : change(id, akteur, before -> before);
    }

    @Override
    public Outcome judge(UUID id, VorgangId vorgang, Urteil urteil, Akteur akteur) {
        return change(
                id,
                akteur,
                before -> auskunft(
                        id,
                        before.zustand(),
                        before.kandidaten().stream()
                                .map(one -> one.vorgang().equals(vorgang) ? kandidat(vorgang, urteil) : one)
                                .toList()));
    }

    @Override
    public Optional<Vorschau> preview(UUID id, VorgangId vorgang, Akteur akteur) {
        return find(id, akteur)
                .filter(one -> vorgang.equals(CONFIRMED))
                .map(one -> new Vorschau(inhalt(), Set.of("angabe.bemerkung"), geschwaerzt(), STAND));
    }

    private static Vorgangsauskunft inhalt() {
        return new Vorgangsauskunft(
                "200.2-20.31/0001-2026",
                "Hundesteuer",
                false,
                NOW,
                null,
                null,
                new Verarbeitung("Hundesteuer", "Steuer", "Amt", "KAG NRW", "Name", "10 Jahre"),
                List.of("Amt"),
                "Von Ihnen angegeben.",
                "antragstellende Person",
                List.of("bevollmächtigte Person"),
                List.of(
                        new Angabe("angabe.hundName", "Rufname", "Bello", "Bello"),
                        new Angabe("angabe.bemerkung", "Bemerkung", "x", "Der Nachbar <i>Herr Muster</i> weiß, dass")),
                List.of(new Dokumentangabe("dokument.1", "Foto.jpg", "Eingang", NOW, NOW, 1, "ab".repeat(32))),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of());
    }

    @Override
    public synchronized Outcome check(UUID id, VorgangId vorgang, Set<String> chosen, String stand, Akteur akteur) {
        if (find(id, akteur).isPresent() && !stand.equals(STAND)) {
            return new Outcome.Refused("Der Vorgang hat sich inzwischen geändert.");
        }
        geschwaerzt = Set.copyOf(chosen);
        return change(id, akteur, before -> before);
    }

    @Override
    public Outcome release(UUID id, Akteur akteur) {
        return find(id, akteur)
                .<Outcome>map(one -> new Outcome.Refused(List.of(
                        "Für den Vorgang 200.2-20.31/0002-2026 steht noch nicht fest, ob er die Person betrifft.",
                        "Der Vorgang 200.2-20.31/0001-2026 ist noch nicht auf Daten Dritter geprüft.")))
                .orElseGet(Outcome.NotFound::new);
    }

    @Override
    public Outcome reject(UUID id, String grund, Akteur akteur) {
        return change(id, akteur, before -> before);
    }

    @Override
    public Optional<byte[]> answer(UUID id, Format format, Akteur akteur) {
        return find(id, akteur)
                .filter(one -> one.zustand() == Zustand.ERTEILT)
                .map(one -> format == Format.PDF ? InMemoryProcesses.PDF : "{}".getBytes(StandardCharsets.UTF_8));
    }

    private synchronized Outcome change(UUID id, Akteur akteur, UnaryOperator<Auskunft> change) {
        var before = find(id, akteur);
        if (before.isEmpty()) {
            return new Outcome.NotFound();
        }
        var after = change.apply(before.get());
        all.put(id, after);
        return new Outcome.Done(after);
    }
}
