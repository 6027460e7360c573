package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Auskuenfte.Vorschau;
import de.amtsfluss.processes.Auskunft;
import de.amtsfluss.processes.Auskunft.Kandidat;
import de.amtsfluss.processes.Auskunft.Urteil;
import de.amtsfluss.processes.Auskunftsblatt;
import de.amtsfluss.processes.Auskunftsinhalt;
import de.amtsfluss.processes.Auskunftsinhalt.Anfrage;
import de.amtsfluss.processes.Auskunftsinhalt.Vorgangsauskunft;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.auskunft.KandidatRepository.Zeile;
import de.amtsfluss.processes.auskunft.Vorgangssammlung.Sammlung;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes answers: what is told, whether it was checked, and its two forms. */
@Component
class Auskunftserteilung {

    private final AuskunftRepository repository;
    private final Kandidaten kandidaten;
    private final Vorgangssammlung sammlung;
    private final Vorgaenge vorgaenge;
    private final ObjectProvider<Auskunftsblatt> blatt;
    private final JsonMapper json;
    private final Clock clock;

    Auskunftserteilung(
            AuskunftRepository repository,
            Kandidaten kandidaten,
            Vorgangssammlung sammlung,
            Vorgaenge vorgaenge,
            ObjectProvider<Auskunftsblatt> blatt,
            JsonMapper json,
            Clock clock) {
        this.repository = repository;
        this.kandidaten = kandidaten;
        this.sammlung = sammlung;
        this.vorgaenge = vorgaenge;
        this.blatt = blatt;
        this.json = json;
        this.clock = clock;
    }

    Vorschau preview(Auskunft auskunft, Zeile zeile) {
        var found = collect(auskunft, zeile.vorgang(), Set.of());
        return new Vorschau(
                found.inhalt(),
                found.zuPruefen(),
                zeile.geschwaerzt(),
                HexFormat.of().formatHex(stand(auskunft, found.inhalt())));
    }

    /** The keys of the entries that can be left out. */
    static Set<String> schluessel(Vorgangsauskunft inhalt) {
        return Stream.of(
                        inhalt.angaben().stream().map(angabe -> angabe.schluessel()),
                        inhalt.dokumente().stream().map(dokument -> dokument.schluessel()),
                        inhalt.nachrichten().stream().map(nachricht -> nachricht.schluessel()),
                        inhalt.entscheidungen().stream().map(entscheidung -> entscheidung.schluessel()))
                .flatMap(keys -> keys)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Sammlung collect(Auskunft auskunft, VorgangId vorgang, Set<String> gewaehlt) {
        return sammlung.of(vorgaenge.require(vorgang, "tell of"), auskunft.person(), gewaehlt);
    }

    /** Changes with all that was looked at; that somebody looks is no change. */
    private byte[] stand(Auskunft auskunft, Vorgangsauskunft inhalt) {
        return repository.mark(
                auskunft.id(),
                json.writeValueAsBytes(List.of(
                        inhalt.aktenzeichen(),
                        inhalt.betreff(),
                        inhalt.geloescht(),
                        inhalt.rolle(),
                        inhalt.weitereBeteiligte(),
                        inhalt.angaben(),
                        inhalt.dokumente(),
                        inhalt.sendungen(),
                        inhalt.nachrichten(),
                        inhalt.entscheidungen(),
                        inhalt.fristen())));
    }

    /** Why it cannot be answered yet, in German; none if it can. */
    List<String> hindernisse(Auskunft auskunft, Akteur akteur) {
        if (auskunft.gesuchtAm() == null) {
            return List.of("Es wurde noch nicht gesucht.");
        }
        var hindernisse = new ArrayList<String>();
        if (kandidaten.search(auskunft.id(), auskunft.person()) > 0) {
            hindernisse.add("Seit der letzten Suche ist ein Vorgang hinzugekommen.");
        }
        kandidaten
                .with(auskunft, akteur)
                .kandidaten()
                .forEach(kandidat -> hindernisse.addAll(missing(auskunft, kandidat, akteur)));
        return hindernisse;
    }

    private List<String> missing(Auskunft auskunft, Kandidat kandidat, Akteur akteur) {
        return switch (kandidat.urteil()) {
            case OFFEN ->
                List.of("Für den Vorgang %s steht noch nicht fest, ob er die Person betrifft."
                        .formatted(kandidat.aktenzeichen()));
            case AUSGESCHLOSSEN -> List.of();
            case BESTAETIGT -> missingCheck(auskunft, kandidat, akteur);
        };
    }

    private List<String> missingCheck(Auskunft auskunft, Kandidat kandidat, Akteur akteur) {
        if (!kandidaten.mayRead(kandidat.vorgang(), akteur)) {
            return List.of("Die Akte des Vorgangs %s ist eingestuft und für Sie nicht lesbar."
                    .formatted(kandidat.aktenzeichen()));
        }
        var zeile = kandidaten.find(auskunft.id(), kandidat.vorgang()).orElseThrow();
        if (zeile.geprueft() == null) {
            return List.of(
                    "Der Vorgang %s ist noch nicht auf Daten Dritter geprüft.".formatted(kandidat.aktenzeichen()));
        }
        return isStand(auskunft, zeile, HexFormat.of().formatHex(zeile.geprueft()))
                ? List.of()
                : List.of("Der Vorgang %s hat sich seit der Prüfung auf Daten Dritter geändert."
                        .formatted(kandidat.aktenzeichen()));
    }

    boolean isStand(Auskunft auskunft, Zeile zeile, String stand) {
        return preview(auskunft, zeile).stand().equals(stand);
    }

    /** Makes and keeps both forms; no personal data are in the name of anything. */
    void release(Auskunft auskunft, Akteur akteur) {
        var vorgaengeDerPerson = kandidaten.with(auskunft, akteur).kandidaten().stream()
                .filter(kandidat -> kandidat.urteil() == Urteil.BESTAETIGT)
                .map(kandidat -> collect(
                                auskunft,
                                kandidat.vorgang(),
                                kandidaten
                                        .find(auskunft.id(), kandidat.vorgang())
                                        .orElseThrow()
                                        .geschwaerzt())
                        .inhalt())
                .toList();
        var inhalt = inhalt(auskunft, vorgaengeDerPerson);
        repository.release(
                auskunft.id(),
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(inhalt),
                blatt.getObject().pdf(auskunft.id(), inhalt),
                clock.instant());
    }

    private Auskunftsinhalt inhalt(Auskunft auskunft, List<Vorgangsauskunft> vorgaengeDerPerson) {
        var identitaet = Objects.requireNonNull(auskunft.identitaet());
        return new Auskunftsinhalt(
                Auskunftsinhalt.SCHEMA,
                auskunft.zeichen(),
                LocalDate.ofInstant(clock.instant(), Werte.OFFICE),
                new Anfrage(
                        auskunft.eingegangenAm(),
                        Worte.kanal(auskunft.kanal().wort()),
                        Worte.nachweis(identitaet.nachweis()),
                        Verarbeitungen.anfrage()),
                auskunft.person(),
                vorgaengeDerPerson,
                Worte.RECHTE);
    }
}
