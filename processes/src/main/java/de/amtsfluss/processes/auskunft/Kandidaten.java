package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Auskunft;
import de.amtsfluss.processes.Auskunft.Kandidat;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.auskunft.KandidatRepository.Zeile;
import de.amtsfluss.processes.vorgang.Kennzeichenregister;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the Vorgaenge of a person, and shows them to the officer. */
@Component
class Kandidaten {

    private final Kennzeichenregister kennzeichen;
    private final KandidatRepository repository;
    private final Vorgaenge vorgaenge;
    private final Verarbeitungen verarbeitungen;
    private final Quellen quellen;
    private final Protokoll protokoll;

    Kandidaten(
            Kennzeichenregister kennzeichen,
            KandidatRepository repository,
            Vorgaenge vorgaenge,
            Verarbeitungen verarbeitungen,
            Quellen quellen,
            Protokoll protokoll) {
        this.kennzeichen = kennzeichen;
        this.repository = repository;
        this.vorgaenge = vorgaenge;
        this.verarbeitungen = verarbeitungen;
        this.quellen = quellen;
        this.protokoll = protokoll;
    }

    /** Searches; gives how many are new. */
    int search(UUID auskunft, Person person) {
        var added = 0;
        for (var found : kennzeichen.find(person).entrySet()) {
            if (repository.found(auskunft, found.getKey(), found.getValue())) {
                protokoll.write(found.getKey(), new Handlung(Objektart.AUSKUNFT, auskunft, Aktion.GELESEN));
                added++;
            }
        }
        return added;
    }

    /** The request with its candidates; those that are gone altogether are left out. */
    Auskunft with(Auskunft auskunft, Akteur akteur) {
        var kandidaten = repository.of(auskunft.id()).stream()
                .flatMap(
                        zeile -> vorgaenge
                                .find(zeile.vorgang())
                                .map(vorgang -> kandidat(zeile, vorgang, auskunft.person(), akteur))
                                .stream())
                .sorted(Comparator.comparing(Kandidat::angelegtAm).thenComparing(Kandidat::aktenzeichen))
                .toList();
        return new Auskunft(
                auskunft.id(),
                auskunft.eingegangenAm(),
                auskunft.kanal(),
                auskunft.person(),
                auskunft.identitaet(),
                auskunft.fristAm(),
                auskunft.verlaengerung(),
                auskunft.zustand(),
                auskunft.grund(),
                auskunft.gesuchtAm(),
                kandidaten,
                auskunft.angelegtAm(),
                auskunft.abgeschlossenAm());
    }

    private Kandidat kandidat(Zeile zeile, Vorgang vorgang, Person person, Akteur akteur) {
        var beteiligte = mayRead(vorgang.id(), akteur) ? vorgaenge.beteiligte(vorgang.id()) : List.<Beteiligter>of();
        return new Kandidat(
                vorgang.id(),
                vorgang.aktenzeichen(),
                verarbeitungen.name(vorgang.verfahren()),
                vorgang.angelegtAm(),
                quellen.erased(vorgang.id()),
                zeile.merkmale(),
                Personenvergleich.find(person, beteiligte).orElse(null),
                zeile.urteil(),
                zeile.geprueft() != null);
    }

    /** What is classified is read, judged and told only by who may read it elsewhere too. */
    boolean mayRead(VorgangId vorgang, Akteur akteur) {
        return quellen.vertraulichkeit(vorgang).isOpenTo(akteur.gruppen());
    }

    Optional<Zeile> find(UUID auskunft, VorgangId vorgang) {
        return repository.of(auskunft).stream()
                .filter(zeile -> zeile.vorgang().equals(vorgang))
                .findFirst();
    }
}
