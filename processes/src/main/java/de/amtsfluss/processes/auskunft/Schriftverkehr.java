package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Anschrift;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Auskunftsinhalt.Dokumentangabe;
import de.amtsfluss.processes.Auskunftsinhalt.Nachricht;
import de.amtsfluss.processes.Auskunftsinhalt.Sendung;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Beteiligter.Rolle;
import de.amtsfluss.processes.Dokument;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Postfach;
import de.amtsfluss.processes.Postfachnachricht;
import de.amtsfluss.processes.Versandregister;
import de.amtsfluss.processes.Versendung;
import de.amtsfluss.processes.VorgangId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects documents, dispatches and messages of a Vorgang. */
@Component
class Schriftverkehr {

    private final Dokumente dokumente;
    private final Versandregister versand;
    private final Postfach postfach;
    private final Quellen quellen;

    Schriftverkehr(Dokumente dokumente, Versandregister versand, Postfach postfach, Quellen quellen) {
        this.dokumente = dokumente;
        this.versand = versand;
        this.postfach = postfach;
        this.quellen = quellen;
    }

    /** What came in may be of anybody, so the officer has to look at it. */
    List<Dokumentangabe> dokumente(VorgangId vorgang, Schwaerzung schwaerzung) {
        var richtungen = quellen.richtungen(vorgang);
        return dokumente.of(vorgang).stream()
                .map(dokument -> {
                    var richtung = richtungen.getOrDefault(dokument.id(), Richtung.INTERN);
                    if (richtung == Richtung.EINGANG || schwaerzung.dritte()) {
                        schwaerzung.pruefen(schluessel(dokument));
                    }
                    return new Dokumentangabe(
                            schluessel(dokument),
                            schwaerzung.text(schluessel(dokument), dokument.name()),
                            Worte.richtung(richtung),
                            dokument.erstelltAm(),
                            dokument.abgelegtAm(),
                            dokument.groesse(),
                            dokument.sha256());
                })
                .toList();
    }

    private static String schluessel(Dokument dokument) {
        return "dokument." + dokument.id();
    }

    List<Sendung> sendungen(VorgangId vorgang, @Nullable Beteiligter person, Schwaerzung schwaerzung) {
        var namen = dokumente(vorgang, schwaerzung);
        return versand.of(vorgang).stream()
                .map(sendung -> new Sendung(
                        was(sendung, namen),
                        Worte.weg(sendung.weg()),
                        an(sendung, person),
                        Worte.zustand(sendung.zustand()),
                        sendung.versandtAm()))
                .toList();
    }

    private static String was(Versendung sendung, List<Dokumentangabe> namen) {
        return namen.stream()
                .filter(dokument -> dokument.schluessel().equals("dokument." + sendung.dokument()))
                .map(dokument -> "%s, %s".formatted(sendung.template(), dokument.name()))
                .findFirst()
                .orElse(sendung.template());
    }

    private static String an(Versendung sendung, @Nullable Beteiligter person) {
        var empfaenger = sendung.empfaenger().toUpperCase(Locale.ROOT);
        if (!Verarbeitungen.isRolle(empfaenger)) {
            return sendung.empfaenger();
        }
        var rolle = Rolle.valueOf(empfaenger);
        if (person == null || person.rolle() != rolle) {
            return "eine andere Person (%s)".formatted(Worte.rolle(rolle));
        }
        return switch (sendung.weg()) {
            case BRIEF -> person.anschrift() == null ? "Sie" : address(person.name(), person.anschrift());
            case EMAIL -> person.email() == null ? "Sie" : person.email();
            case POSTFACH, WEBHOOK -> "Ihr Postfach";
        };
    }

    private static String address(String name, Anschrift anschrift) {
        return "%s, %s, %s %s".formatted(name, anschrift.strasse(), anschrift.plz(), anschrift.ort());
    }

    /** What lies in the inbox of the person; messages to others are theirs. */
    List<Nachricht> nachrichten(
            VorgangId vorgang, Person person, @Nullable Beteiligter beteiligter, Schwaerzung schwaerzung) {
        return postfach.of(vorgang).reversed().stream()
                .filter(nachricht -> isFor(nachricht, person, beteiligter, schwaerzung))
                .map(nachricht -> {
                    var schluessel = "nachricht." + nachricht.id();
                    if (schwaerzung.dritte()) {
                        schwaerzung.pruefen(schluessel);
                    }
                    return new Nachricht(
                            schluessel,
                            schwaerzung.text(schluessel, nachricht.betreff()),
                            schwaerzung.text(schluessel, nachricht.text()),
                            nachricht.eingestelltAm(),
                            nachricht.abgerufenAm());
                })
                .toList();
    }

    private static boolean isFor(
            Postfachnachricht nachricht, Person person, @Nullable Beteiligter beteiligter, Schwaerzung schwaerzung) {
        var konto = nachricht.konto();
        if (konto == null) {
            return !schwaerzung.dritte() || (beteiligter != null && beteiligter.rolle() == Rolle.ANTRAGSTELLER);
        }
        return konto.equals(person.konto()) || (beteiligter != null && konto.equals(beteiligter.konto()));
    }
}
