package de.amtsfluss.forms;

import de.amtsfluss.processes.AkteId;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aussonderung;
import de.amtsfluss.processes.Aussonderung.Schritt;
import de.amtsfluss.processes.Aussonderung.Stand;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungen;
import de.amtsfluss.processes.Aussonderungsart;
import de.amtsfluss.processes.Aussonderungseintrag;
import de.amtsfluss.processes.Bewertung;
import de.amtsfluss.processes.Loeschnachweis;
import de.amtsfluss.processes.VorgangId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A list in each state, each with the same three entries; of the completed one all is erased. */
final class InMemoryAussonderungen implements Aussonderungen {

    static final UUID ERASED = new UUID(9, 9);

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2020, 12, 31);

    private final List<String> orders = new ArrayList<>();

    static AussonderungId id(Stand stand) {
        return new AussonderungId(new UUID(8, place(stand)));
    }

    private static int place(Stand stand) {
        return List.of(Stand.values()).indexOf(stand);
    }

    static UUID entry(int number) {
        return new UUID(7, number);
    }

    /** What was ordered since the last time. */
    synchronized List<String> orders() {
        var all = List.copyOf(orders);
        orders.clear();
        return all;
    }

    @Override
    public List<Aussonderung> list(Akteur akteur) {
        return Aussonderungen.isOpenTo(akteur)
                ? List.of(Stand.values()).stream().map(this::list).toList()
                : List.of();
    }

    private Aussonderung list(Stand stand) {
        var step = new Schritt(NOW, "rita.musterfrau");
        var done = place(stand);
        return new Aussonderung(
                id(stand),
                "AV-2026-000" + (done + 1),
                stand,
                new Schritt(NOW, "aussonderung"),
                done > 0 ? step : null,
                done > 1 ? step : null,
                done > 2 ? step : null,
                stand == Stand.ABGESCHLOSSEN ? NOW : null,
                3);
    }

    @Override
    public Optional<Aussonderung> find(AussonderungId id, Akteur akteur) {
        return list(akteur).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public List<Aussonderungseintrag> eintraege(AussonderungId id, Akteur akteur) {
        return find(id, akteur)
                .map(list -> IntStream.range(0, 3)
                        .mapToObj(number -> eintrag(list.stand(), number))
                        .toList())
                .orElse(List.of());
    }

    private static Aussonderungseintrag eintrag(Stand list, int number) {
        var decided = place(list) > 1;
        var failed = list == Stand.UEBERGEBEN && number == 1;
        var stand = failed
                ? Aussonderungseintrag.Stand.FEHLGESCHLAGEN
                : list == Stand.ABGESCHLOSSEN
                        ? Aussonderungseintrag.Stand.GELOESCHT
                        : decided ? Aussonderungseintrag.Stand.BEWERTET : Aussonderungseintrag.Stand.OFFEN;
        return new Aussonderungseintrag(
                entry(number),
                number + 1,
                new AkteId(new UUID(6, number)),
                List.of(new VorgangId(new UUID(5, number))),
                "700.3-70.41/000%d-2016".formatted(number + 1),
                number == 2 ? "=HYPERLINK(\"https://example.org\")" : "Container leeren <b>Siegfriedplatz</b>",
                DAY.minusYears(4),
                DAY.minusYears(2),
                DAY,
                List.of(Aussonderungsart.values()).get(number),
                stand,
                decided ? (number == 2 ? Bewertung.VERNICHTEN : Bewertung.ARCHIVWUERDIG) : null,
                new Schritt(NOW, "dora.musterfrau"),
                null,
                failed ? "Eine Datei war nicht lesbar." : null);
    }

    @Override
    public List<Loeschnachweis> nachweise(AussonderungId id, Akteur akteur) {
        return find(id, akteur)
                .filter(list -> list.stand() == Stand.ABGESCHLOSSEN)
                .map(list -> List.of(nachweis()))
                .orElse(List.of());
    }

    private static Loeschnachweis nachweis() {
        return new Loeschnachweis(
                ERASED,
                id(Stand.ABGESCHLOSSEN),
                new VorgangId(ERASED),
                "700.3-70.41/0001-2016",
                "container-leeren",
                DAY.minusYears(4),
                DAY.minusYears(2),
                DAY,
                Aussonderungsart.VERNICHTEN,
                Bewertung.VERNICHTEN,
                new Schritt(NOW, "dora.musterfrau"),
                null,
                new Schritt(NOW, "rita.musterfrau"),
                2,
                NOW,
                NOW);
    }

    @Override
    public Optional<Loeschnachweis> erasureOf(UUID objekt, Akteur akteur) {
        return objekt.equals(ERASED)
                        && (Aussonderungen.isOpenTo(akteur) || akteur.gruppen().contains("betriebshof"))
                ? Optional.of(nachweis())
                : Optional.empty();
    }

    @Override
    public Outcome gather(Akteur akteur) {
        return order(id(Stand.ERSTELLT), "registratur", "gather", akteur);
    }

    @Override
    public Outcome setAside(AussonderungId id, UUID eintrag, Akteur akteur) {
        return order(id, "registratur", "setAside " + eintrag, akteur);
    }

    @Override
    public Outcome offer(AussonderungId id, Akteur akteur) {
        return order(id, "registratur", "offer", akteur);
    }

    @Override
    public Outcome appraise(AussonderungId id, UUID eintrag, Bewertung bewertung, Akteur akteur) {
        return order(id, "archiv", "appraise %s %s".formatted(eintrag, bewertung), akteur);
    }

    @Override
    public Outcome appraiseRest(AussonderungId id, @Nullable Bewertung bewertung, Akteur akteur) {
        return order(id, "archiv", "appraise rest " + bewertung, akteur);
    }

    @Override
    public Outcome completeAppraisal(AussonderungId id, Akteur akteur) {
        return order(id, "archiv", "complete", akteur);
    }

    @Override
    public Outcome handOver(AussonderungId id, Akteur akteur) {
        return order(id, "registratur", "hand over", akteur);
    }

    @Override
    public Outcome confirmImport(AussonderungId id, UUID eintrag, Import ergebnis, Akteur akteur) {
        return order(id, "archiv", "import %s %s".formatted(eintrag, ergebnis), akteur);
    }

    @Override
    public Outcome erase(AussonderungId id, Akteur akteur) {
        return order(id, "registratur", "erase", akteur);
    }

    private synchronized Outcome order(AussonderungId id, String group, String what, Akteur akteur) {
        var list = find(id, akteur);
        if (list.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!akteur.gruppen().contains(group)) {
            return new Outcome.Refused("Das darf nur: " + group);
        }
        orders.add(what);
        return new Outcome.Done(
                list.get(), what.equals("erase") ? List.of("1: Für die Akte gilt eine Löschsperre.") : List.of());
    }

    @Override
    public Abholung fetch(AussonderungId id, Akteur akteur) {
        var list = find(id, akteur);
        if (list.isEmpty()) {
            return new Abholung.NotFound();
        }
        return list.get().stand() == Stand.UEBERGEBEN
                ? new Abholung.Ready(
                        list.get().nummer() + ".zip", out -> out.write("PK".getBytes(StandardCharsets.UTF_8)))
                : new Abholung.Refused("Es ist nichts zur Abholung bereitgestellt.");
    }
}
