package de.amtsfluss.processes.suche;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that everything comes into the index in use. The database notes which index that is; one that is not noted
 * is new, was lost, or has missed what happened while another was in use: it is made anew and everything is read again.
 */
class Befuellung {

    private static final Logger log = LoggerFactory.getLogger(Befuellung.class);

    /** How often is looked whether the index is still there while nothing is brought into it. */
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final Suchindex index;
    private final Suchauftraege auftraege;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private @Nullable String own;
    private long looked;
    private boolean mustLook;

    Befuellung(Suchindex index, Suchauftraege auftraege, JdbcClient jdbc, TransactionTemplate transactions) {
        this.index = index;
        this.auftraege = auftraege;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** The index into which orders are worked off now; empty if another copy has changed to another kind of index. */
    Optional<String> ziel() {
        var noted = noted("");
        if (own == null || (kind(noted).equals(kind(own)) && (mustLook() || !noted.equals(own)))) {
            own = Objects.requireNonNull(transactions.execute(status -> open()));
            looked = System.nanoTime();
            mustLook = false;
            return Optional.of(own);
        }
        return Optional.of(noted).filter(own::equals);
    }

    private boolean mustLook() {
        return mustLook || System.nanoTime() - looked > ROUND.toNanos();
    }

    /** Has the index looked for before the next order. */
    void lookAgain() {
        mustLook = true;
    }

    /** Other copies wait at the note meanwhile. */
    private String open() {
        var noted = noted(" for update");
        var found = index.kennung();
        if (noted.equals(found)) {
            return noted;
        }
        jdbc.sql("truncate suche.eintrag, suche.loeschauftrag").update();
        var made = index.renew();
        jdbc.sql("update suche.ziel set kennung = :kennung")
                .param("kennung", made)
                .update();
        auftraege.repeatAll();
        log.info("The search index '{}' is new here and everything is read again", made);
        return made;
    }

    private String noted(String lock) {
        return jdbc.sql("select kennung from suche.ziel" + lock)
                .query((row, number) -> row.getString("kennung"))
                .single();
    }

    private static String kind(String kennung) {
        return kennung.substring(0, (kennung + "/").indexOf('/'));
    }
}
