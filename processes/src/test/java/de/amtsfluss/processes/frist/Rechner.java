package de.amtsfluss.processes.frist;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.decisiontables.DecisionTrials;
import de.amtsfluss.decisiontables.DecisionTrials.Trial;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.processes.Fristen;
import de.amtsfluss.processes.Fristergebnis;
import de.amtsfluss.processes.Fristergebnis.Abgelehnt;
import de.amtsfluss.processes.Fristergebnis.Berechnet;
import de.amtsfluss.processes.Fristergebnis.Mangel;
import de.amtsfluss.processes.Fristergebnis.OhneFrist;
import de.amtsfluss.processes.Fristergebnis.Schritt;
import de.amtsfluss.processes.Fristuhren;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** The services with the real tables of the Rechtsamt, without a server, on a day of their own. */
public record Rechner(Clock clock, Kalender kalender, Fristen fristen, Fristuhren uhren) {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DecisionTables TABLES = tables();

    public static Rechner on(String today) {
        return at(LocalDate.parse(today).atTime(12, 0).atZone(BERLIN).toInstant());
    }

    private static Rechner at(Instant now) {
        var clock = Clock.fixed(now, ZoneId.of("UTC"));
        var kalender = new Kalender();
        var pruefung = new Pruefung(kalender);
        var zaehlung = new Zaehlung(kalender);
        var verschiebung = new Verschiebung(kalender);
        var fiktion = new Fiktion(pruefung, verschiebung, clock);
        var bescheide = new Bescheide(TABLES, pruefung, zaehlung, verschiebung, fiktion);
        return new Rechner(
                clock,
                kalender,
                new FristService(kalender, pruefung, zaehlung, verschiebung, bescheide),
                new FristuhrService(kalender, pruefung, zaehlung, verschiebung, clock));
    }

    public static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(BERLIN).toInstant();
    }

    public static LocalDate end(Fristergebnis result) {
        assertThat(result).isInstanceOf(Berechnet.class);
        return ((Berechnet) result).ende();
    }

    static List<String> sentences(Fristergebnis result) {
        return switch (result) {
            case Berechnet computed ->
                computed.schritte().stream().map(Schritt::satz).toList();
            case OhneFrist none -> List.of(none.grund());
            case Abgelehnt refused ->
                refused.maengel().stream().map(Mangel::satz).toList();
        };
    }

    private static DecisionTables tables() {
        var context = new AnnotationConfigApplicationContext();
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.scan("de.amtsfluss.decisiontables");
        context.refresh();
        var files = List.of(file("bekanntgabe"), file("rechtsbehelf"));
        var trial = context.getBean(DecisionTrials.class).of(files, Strictness.OFFICE);
        assertThat(trial).isInstanceOf(Trial.Ready.class);
        return ((Trial.Ready) trial).tables();
    }

    private static DmnFile file(String name) {
        try {
            var file = new ClassPathResource("tables/rechtsbehelf/%s.dmn".formatted(name));
            return new DmnFile(name + ".dmn", file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
