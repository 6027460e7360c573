package de.amtsfluss.processes.frist;

import de.amtsfluss.processes.Frist.Einheit;
import de.amtsfluss.processes.Fristergebnis;
import de.amtsfluss.processes.Fristergebnis.Abgelehnt;
import de.amtsfluss.processes.Fristergebnis.Angabe;
import de.amtsfluss.processes.Fristergebnis.Berechnet;
import de.amtsfluss.processes.Fristergebnis.Mangel;
import de.amtsfluss.processes.Fristergebnis.OhneFrist;
import de.amtsfluss.processes.Fristuhr;
import de.amtsfluss.processes.Fristuhr.Laeuft;
import de.amtsfluss.processes.Fristuhr.Pause;
import de.amtsfluss.processes.Fristuhr.Steht;
import de.amtsfluss.processes.Fristuhr.Wartet;
import de.amtsfluss.processes.Fristuhren;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Keeps account of the days of periods that may stand. */
@Service
class FristuhrService implements Fristuhren {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Kalender kalender;
    private final Pruefung pruefung;
    private final Zaehlung zaehlung;
    private final Verschiebung verschiebung;
    private final Clock clock;

    FristuhrService(Kalender kalender, Pruefung pruefung, Zaehlung zaehlung, Verschiebung verschiebung, Clock clock) {
        this.kalender = kalender;
        this.pruefung = pruefung;
        this.zaehlung = zaehlung;
        this.verschiebung = verschiebung;
        this.clock = clock;
    }

    @Override
    public Umstellung<Laeuft> begin(Wartet uhr, Instant am) {
        return new Umstellung.Umgestellt<>(new Laeuft(uhr.regel(), day(am), List.of()));
    }

    @Override
    public Umstellung<Steht> pause(Laeuft uhr, Instant am, String grund) {
        var day = day(am);
        if (day.isBefore(earliest(uhr))) {
            return new Umstellung.Abgelehnt<>(
                    "Die Frist kann frühestens am %s angehalten werden.".formatted(Satz.tag(earliest(uhr))));
        }
        return switch (end(uhr)) {
            case Berechnet end -> pause(uhr, day, grund, end.ende());
            case Abgelehnt refused ->
                new Umstellung.Abgelehnt<>(refused.maengel().getFirst().satz());
            case OhneFrist none -> new Umstellung.Abgelehnt<>(none.grund());
        };
    }

    private static Umstellung<Steht> pause(Laeuft uhr, LocalDate day, String grund, LocalDate ende) {
        return day.isAfter(ende)
                ? new Umstellung.Abgelehnt<>("Die Frist ist schon am %s abgelaufen.".formatted(Satz.tag(ende)))
                : new Umstellung.Umgestellt<>(new Steht(uhr.regel(), uhr.beginn(), uhr.pausen(), day, grund));
    }

    @Override
    public Umstellung<Laeuft> resume(Steht uhr, Instant am) {
        var day = day(am);
        if (day.isBefore(uhr.seit())) {
            return new Umstellung.Abgelehnt<>(
                    "Die Uhr steht erst seit %s und kann vorher nicht weiterlaufen.".formatted(Satz.tag(uhr.seit())));
        }
        var pausen = new ArrayList<>(uhr.pausen());
        pausen.add(new Pause(uhr.seit(), day, uhr.grund()));
        return new Umstellung.Umgestellt<>(new Laeuft(uhr.regel(), uhr.beginn(), pausen));
    }

    @Override
    public Stand stand(Fristuhr uhr) {
        var today = LocalDate.now(clock.withZone(BERLIN));
        return switch (uhr) {
            case Wartet waiting ->
                new Stand(
                        today,
                        0,
                        0,
                        new OhneFrist(
                                "Die Frist beginnt erst, wenn die Unterlagen vollständig sind"
                                        + " (§ 42a Abs. 2 Satz 2 VwVfG NRW).",
                                List.of()));
            case Laeuft running ->
                count(running)
                        .map(count -> new Stand(today, count.budget(), count.before(today), end(running)))
                        .orElseGet(() -> new Stand(today, 0, 0, end(running)));
            case Steht standing -> stand(standing, today);
        };
    }

    private Stand stand(Steht uhr, LocalDate today) {
        var running = new Laeuft(uhr.regel(), uhr.beginn(), uhr.pausen());
        return count(running)
                .map(count -> {
                    var used = count.before(uhr.seit());
                    var reason = "Die Uhr steht seit %s: %s. Von %d Tagen sind %d verbraucht und %d übrig."
                            .formatted(Satz.tag(uhr.seit()), uhr.grund(), count.budget(), used, count.budget() - used);
                    return new Stand(today, count.budget(), used, new OhneFrist(reason, count.steps()));
                })
                .orElseGet(() -> new Stand(today, 0, 0, end(running)));
    }

    private Fristergebnis end(Laeuft uhr) {
        return count(uhr).map(count -> end(uhr, count)).orElseGet(() -> new Abgelehnt(found(uhr)));
    }

    private Fristergebnis end(Laeuft uhr, Tagekonto count) {
        var day = count.last();
        if (!kalender.knows(day)) {
            return new Abgelehnt(pruefung.end(day).stream().toList());
        }
        var steps = new ArrayList<>(count.steps());
        if (!uhr.pausen().isEmpty()) {
            steps.add(Satz.schritt(
                    "An %d Tagen läuft die Frist, ohne die Tage, an denen die Uhr stand; sie endet am %s"
                            .formatted(count.budget(), Satz.tag(day)),
                    day,
                    "entsprechend § 209 BGB"));
        }
        var verweis = Verweis.of(uhr.regel().regime());
        (uhr.regel().verschiebung()
                        ? verschiebung.forward(day, count::stands, "die Frist endet", verweis.verschiebung())
                        : verschiebung.stays(day, "das Ende"))
                .ifPresent(steps::add);
        return new Berechnet(steps.getLast().am(), steps);
    }

    private Optional<Tagekonto> count(Laeuft uhr) {
        if (!found(uhr).isEmpty()) {
            return Optional.empty();
        }
        var regel = uhr.regel();
        var lauf = zaehlung.forward(
                regel.dauer(), regel.beginn(), uhr.beginn(), "Tag des Ereignisses", Verweis.of(regel.regime()));
        var workingDaysOnly = regel.dauer().einheit() == Einheit.ARBEITSTAGE;
        return Optional.of(new Tagekonto(
                lauf, uhr.pausen(), workingDaysOnly ? kalender::isArbeitstag : day -> true, kalender::knows));
    }

    private List<Mangel> found(Laeuft uhr) {
        return Pruefung.all(pruefung.length(uhr.regel().dauer()), pruefung.day(Angabe.AM, uhr.beginn()));
    }

    private static LocalDate earliest(Laeuft uhr) {
        return uhr.pausen().isEmpty() ? uhr.beginn() : uhr.pausen().getLast().bis();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BERLIN);
    }
}
