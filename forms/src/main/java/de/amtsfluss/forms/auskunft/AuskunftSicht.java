package de.amtsfluss.forms.auskunft;

import de.amtsfluss.forms.anzeige.Angabe;
import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Anschrift;
import de.amtsfluss.processes.Auskunft;
import de.amtsfluss.processes.Auskunft.Kandidat;
import de.amtsfluss.processes.Auskunft.Urteil;
import de.amtsfluss.processes.Auskunft.Zustand;
import de.amtsfluss.processes.Beteiligter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request in words.
 *
 * @param id identifies it
 * @param zeichen its reference
 * @param angaben what is known of it
 * @param offen whether who asks is still to be checked
 * @param abgeschlossen whether it was answered
 * @param erteilt whether the answer can be downloaded
 * @param gesucht when it was last searched
 * @param verlaengert whether the period was extended
 * @param kandidaten what was found
 */
record AuskunftSicht(
        String id,
        String zeichen,
        List<Angabe> angaben,
        boolean offen,
        boolean abgeschlossen,
        boolean erteilt,
        @Nullable String gesucht,
        boolean verlaengert,
        List<KandidatSicht> kandidaten) {

    static AuskunftSicht of(Auskunft auskunft) {
        var gesucht = auskunft.gesuchtAm();
        return new AuskunftSicht(
                auskunft.id().toString(),
                auskunft.zeichen(),
                angaben(auskunft),
                auskunft.zustand() == Zustand.OFFEN,
                auskunft.abgeschlossen(),
                auskunft.zustand() == Zustand.ERTEILT,
                gesucht == null ? null : Anzeige.dateTime(gesucht),
                auskunft.verlaengerung() != null,
                auskunft.kandidaten().stream().map(KandidatSicht::of).toList());
    }

    private static List<Angabe> angaben(Auskunft auskunft) {
        var person = auskunft.person();
        var angaben = new ArrayList<Angabe>();
        angaben.add(new Angabe("Stand", Bezeichnungen.of(auskunft.zustand())));
        angaben.add(new Angabe(
                "Eingegangen",
                "%s, %s".formatted(Anzeige.date(auskunft.eingegangenAm()), Bezeichnungen.of(auskunft.kanal()))));
        angaben.add(new Angabe("Zu beantworten bis", Anzeige.day(auskunft.fristAm())));
        add(angaben, "Grund der Ablehnung", auskunft.grund());
        add(angaben, "Name", person.name());
        add(angaben, "Früherer Name", person.fruehererName());
        add(angaben, "Geburtsdatum", date(person.geburtsdatum()));
        add(angaben, "Anschrift", address(person.anschrift()));
        add(angaben, "E-Mail-Adresse", person.email());
        add(angaben, "Konto im Portal", person.konto());
        addIdentity(angaben, auskunft.identitaet());
        addExtension(angaben, auskunft.verlaengerung());
        return angaben;
    }

    private static void addIdentity(List<Angabe> angaben, Auskunft.@Nullable Identitaet identitaet) {
        if (identitaet != null) {
            angaben.add(new Angabe(
                    "Identität geprüft",
                    "%s (%s, %s)"
                            .formatted(
                                    Bezeichnungen.of(identitaet.nachweis()),
                                    identitaet.geprueftVon(),
                                    Anzeige.dateTime(identitaet.geprueftAm()))));
        }
    }

    private static void addExtension(List<Angabe> angaben, Auskunft.@Nullable Verlaengerung verlaengerung) {
        if (verlaengerung != null) {
            angaben.add(new Angabe(
                    "Frist verlängert",
                    "%s (mitgeteilt am %s)"
                            .formatted(verlaengerung.grund(), Anzeige.date(verlaengerung.mitgeteiltAm()))));
        }
    }

    private static void add(List<Angabe> angaben, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            angaben.add(new Angabe(label, value));
        }
    }

    private static @Nullable String date(@Nullable LocalDate day) {
        return day == null ? null : Anzeige.date(day);
    }

    private static @Nullable String address(@Nullable Anschrift anschrift) {
        return anschrift == null ? null : "%s, %s %s".formatted(anschrift.strasse(), anschrift.plz(), anschrift.ort());
    }

    /**
     * A Vorgang that was found, in words.
     *
     * @param vorgang which
     * @param aktenzeichen its reference
     * @param mehr its procedure and when it was opened
     * @param merkmale by what it was found
     * @param person who is written down there
     * @param urteil whether it is about the person
     * @param bestaetigt whether it is
     * @param ausgeschlossen whether it is not
     * @param geprueft whether it was checked for data of third parties
     */
    record KandidatSicht(
            String vorgang,
            String aktenzeichen,
            String mehr,
            String merkmale,
            String person,
            String urteil,
            boolean bestaetigt,
            boolean ausgeschlossen,
            boolean geprueft) {

        static KandidatSicht of(Kandidat kandidat) {
            return new KandidatSicht(
                    kandidat.vorgang().toString(),
                    kandidat.aktenzeichen(),
                    "%s, %s".formatted(kandidat.verfahren(), Anzeige.dateTime(kandidat.angelegtAm())),
                    kandidat.merkmale().stream().sorted().map(Bezeichnungen::of).collect(Collectors.joining(", ")),
                    person(kandidat),
                    Bezeichnungen.of(kandidat.urteil()),
                    kandidat.urteil() == Urteil.BESTAETIGT,
                    kandidat.urteil() == Urteil.AUSGESCHLOSSEN,
                    kandidat.aufDritteGeprueft());
        }

        private static String person(Kandidat kandidat) {
            var beteiligter = kandidat.beteiligter();
            if (kandidat.geloescht()) {
                return "Die Daten sind gelöscht.";
            }
            return beteiligter == null ? "Nicht mehr eingetragen oder nicht lesbar." : words(beteiligter);
        }

        private static String words(Beteiligter one) {
            var words = new ArrayList<String>();
            words.add(one.name());
            if (one.geburtsdatum() != null) {
                words.add("geboren am " + Anzeige.date(one.geburtsdatum()));
            }
            var address = address(one.anschrift());
            if (address != null) {
                words.add(address);
            }
            if (one.email() != null) {
                words.add(one.email());
            }
            return String.join(", ", words);
        }
    }
}
