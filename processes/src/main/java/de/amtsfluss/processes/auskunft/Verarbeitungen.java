package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Auskunftsinhalt.Verarbeitung;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Versandregister;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.model.ModelCatalog;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says for what data are used, who gets them and where they come from, by what the models say of their procedures. */
@Component
class Verarbeitungen {

    private static final Map<String, String> BEGINN = Map.of(
            "Erhebung", "ab der Erhebung der Daten",
            "Vorgangsende", "ab dem Ende des Vorgangs",
            "Beziehungsende", "ab dem Ende der Beziehung zu Ihnen");

    /** To be confirmed by the city's data protection officer. */
    private static final Verarbeitung ANFRAGE = new Verarbeitung(
            "Auskunft nach Art. 15 DSGVO",
            "Beantwortung Ihrer Anfrage und Nachweis, dass sie beantwortet wurde.",
            "Datenschutz",
            "Art. 6 Abs. 1 Buchst. c, Art. 12 und 15 DSGVO",
            "Name, Geburtsdatum, Anschrift, E-Mail-Adresse und Konto aus der Anfrage; die erteilte Auskunft",
            "Die Dauer ist noch nicht festgelegt.");

    private final ModelCatalog models;
    private final Versandregister versand;
    private final Quellen quellen;

    Verarbeitungen(ModelCatalog models, Versandregister versand, Quellen quellen) {
        this.models = models;
        this.versand = versand;
        this.quellen = quellen;
    }

    static Verarbeitung anfrage() {
        return ANFRAGE;
    }

    /** What people call a procedure. */
    String name(String verfahren) {
        return models.process(verfahren).map(process -> process.name()).orElse(verfahren);
    }

    Verarbeitung of(Vorgang vorgang) {
        return new Verarbeitung(
                name(vorgang.verfahren()),
                models.process(vorgang.verfahren())
                        .map(process -> process.documentation())
                        .orElse(""),
                stelle(vorgang.verfahren()),
                property(vorgang.verfahren(), "rechtsgrundlage"),
                property(vorgang.verfahren(), "vvtEintrag"),
                aufbewahrung(vorgang));
    }

    /** Whether a law allows that the procedure decides without a person. */
    boolean automatisierbar(String verfahren) {
        return property(verfahren, "vollautomation").equals("zulaessig");
    }

    private String aufbewahrung(Vorgang vorgang) {
        var dauer = property(vorgang.verfahren(), "aufbewahrungsfrist");
        var beginn = BEGINN.getOrDefault(property(vorgang.verfahren(), "aufbewahrungsbeginn"), "");
        var ende = quellen.aufbewahrungsende(vorgang.id())
                .map(day -> "; die Akte wird bis zum %s aufbewahrt".formatted(Werte.day(day)))
                .orElse("");
        try {
            return "%s %s%s"
                    .formatted(Werte.period(Period.parse(dauer)), beginn, ende)
                    .strip();
        } catch (DateTimeException e) {
            return "nicht festgelegt" + ende;
        }
    }

    /** The office, those to which the matter was handed over, and who is told something besides the Beteiligte. */
    List<String> empfaenger(Vorgang vorgang) {
        var empfaenger = new ArrayList<String>();
        empfaenger.add(stelle(vorgang.verfahren()));
        quellen.abgegebenAn(vorgang.id())
                .forEach(ziel -> empfaenger.add(
                        "%s (abgegeben, Vorgang %s)".formatted(stelle(ziel.verfahren()), ziel.aktenzeichen())));
        versand.of(vorgang.id()).stream()
                .map(sendung -> sendung.empfaenger())
                .filter(name -> !isRolle(name))
                .distinct()
                .forEach(empfaenger::add);
        return empfaenger;
    }

    static boolean isRolle(String empfaenger) {
        return Stream.of(Beteiligter.Rolle.values())
                .anyMatch(rolle -> rolle.name().equals(empfaenger.toUpperCase(Locale.ROOT)));
    }

    String herkunft(Vorgang vorgang, @Nullable Beteiligter person, boolean dritte) {
        var von = uebernommen(vorgang.id());
        if (!von.isEmpty()) {
            return "Übernommen aus %s.".formatted(von);
        }
        if (vorgang.kanal().equals("sensor")) {
            return "Gemessen von einem Sensor.";
        }
        var kanal = Worte.kanal(vorgang.kanal());
        return (person == null && !dritte) || (person != null && person.rolle() == Beteiligter.Rolle.ANTRAGSTELLER)
                ? "Von Ihnen angegeben, %s, und im Vorgang entstanden.".formatted(kanal)
                : "Von einer anderen beteiligten Person angegeben, %s, und im Vorgang entstanden.".formatted(kanal);
    }

    private String uebernommen(VorgangId vorgang) {
        return String.join(
                ", ",
                quellen.uebernommenVon(vorgang).stream()
                        .map(quelle ->
                                "dem Vorgang %s (%s)".formatted(quelle.aktenzeichen(), stelle(quelle.verfahren())))
                        .toList());
    }

    private String stelle(String verfahren) {
        return property(verfahren, "zustaendigeStelle");
    }

    private String property(String verfahren, String property) {
        return models.process(verfahren)
                .flatMap(process -> process.property(property))
                .orElse("nicht mehr bekannt");
    }
}
