package de.amtsfluss.processes.projection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Announces changes of the read model to all copies of the application, with the commit of the caller. */
@Component
public class ChangeNotifier {

    static final String CHANNEL = "amtsfluss_read_model";

    private final JdbcClient jdbc;

    ChangeNotifier(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Announces a change of the lists of tasks or Vorgaenge. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed() {
        jdbc.sql("select pg_notify('" + CHANNEL + "', '')")
                .query((row, number) -> number)
                .list();
    }
}
