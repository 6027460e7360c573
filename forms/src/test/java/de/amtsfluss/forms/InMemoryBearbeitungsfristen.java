package de.amtsfluss.forms;

import de.amtsfluss.processes.Bearbeitungsfristen;
import de.amtsfluss.processes.Frist;
import de.amtsfluss.processes.Fristuhr;
import de.amtsfluss.processes.Fristuhren;
import de.amtsfluss.processes.Fristuhren.Umstellung;
import de.amtsfluss.processes.VorgangId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One clock that stands, of the application in the tests, and one that runs, of the open order. */
final class InMemoryBearbeitungsfristen implements Bearbeitungsfristen {

    private static final Frist.Regel ONE_WEEK =
            new Frist.Regel(new Frist.Dauer(1, Frist.Einheit.WOCHEN), Frist.Beginn.EREIGNIS, Frist.Regime.AO, true);

    private final Fristuhren uhren;
    private final InMemoryProcesses processes;

    InMemoryBearbeitungsfristen(Fristuhren uhren, InMemoryProcesses processes) {
        this.uhren = uhren;
        this.processes = processes;
    }

    @Override
    public Optional<Fristuhren.Stand> stand(VorgangId vorgang) {
        var beginn = LocalDate.parse("2026-11-19");
        var running = new Fristuhr.Laeuft(ONE_WEEK, beginn, List.of());
        if (vorgang.equals(processes.openOrder().id())) {
            return Optional.of(uhren.stand(running));
        }
        return Optional.of(vorgang)
                .filter(InMemoryAntraege.KNOWN::equals)
                .map(one -> uhren.stand(new Fristuhr.Steht(
                        ONE_WEEK, beginn, List.of(), LocalDate.parse("2026-11-20"), "Ein Nachweis wird nachgereicht")));
    }

    @Override
    public void begin(VorgangId vorgang, Frist.Regel regel, Instant am) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Umstellung<Fristuhr.Steht> pause(VorgangId vorgang, String grund) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Umstellung<Fristuhr.Laeuft> resume(VorgangId vorgang) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Anlass check(VorgangId vorgang, Collection<Integer> stufen, long auftrag) {
        throw new UnsupportedOperationException();
    }
}
