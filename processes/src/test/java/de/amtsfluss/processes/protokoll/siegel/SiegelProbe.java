package de.amtsfluss.processes.protokoll.siegel;

import de.amtsfluss.processes.Siegel;
import de.amtsfluss.processes.SiegelAblage;
import de.amtsfluss.processes.protokoll.ProtokollProbe;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seals the days of a {@link ProtokollProbe}, as one replica of the application does. */
public final class SiegelProbe {

    private final SiegelRepository repository;
    private final Siegelung siegelung;

    public SiegelProbe(ProtokollProbe probe, SiegelAblage... ablagen) {
        repository = new SiegelRepository(JdbcClient.create(probe.jdbc()));
        siegelung = new Siegelung(repository, List.of(ablagen), probe.transactions(), probe.clock());
    }

    public static SiegelAblage file(Path file) {
        return new SiegelDatei(file);
    }

    public void run() {
        siegelung.run();
    }

    public List<Siegel> seals() {
        return repository.after(0);
    }
}
