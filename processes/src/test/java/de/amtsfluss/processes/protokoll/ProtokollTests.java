package de.amtsfluss.processes.protokoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handelnder.Art;
import de.amtsfluss.processes.Protokolleintrag;
import de.amtsfluss.processes.VorgangId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.IllegalTransactionStateException;

@WithLocalStack(Part.POSTGRESQL)
class ProtokollTests {

    private static final VorgangId FIRST = VorgangId.of("11111111-0000-4000-8000-000000000000");
    // Negative as a signed number, so that the order of ids matters.
    private static final VorgangId SECOND = VorgangId.of("f1111111-0000-4000-8000-000000000000");

    private final ProtokollProbe probe;

    ProtokollTests(LocalStack stack) throws Exception {
        probe = new ProtokollProbe(stack);
    }

    @BeforeEach
    void itIsThursday() {
        probe.itIs("2026-11-25T23:07:10.123456Z");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void eachVorgangHasAChainThatGrows() {
        probe.write(FIRST);
        probe.write(SECOND, FIRST, FIRST);
        probe.transactions()
                .executeWithoutResult(status -> probe.protokoll().write(null, ProtokollProbe.handlung("x")));

        var entries = probe.entries();

        assertThat(entries)
                .extracting(Protokolleintrag::kette, Protokolleintrag::nummer)
                .containsExactly(
                        tuple(Protokolleintrag.OHNE_VORGANG, 1L),
                        tuple(FIRST.value(), 1L),
                        tuple(FIRST.value(), 2L),
                        tuple(FIRST.value(), 3L),
                        tuple(SECOND.value(), 1L));
        assertThat(entries).extracting(Protokolleintrag::hash).doesNotHaveDuplicates();
        assertThat(entries.get(1)).satisfies(entry -> {
            assertThat(entry.zeit()).isEqualTo(Instant.parse("2026-11-25T23:07:10.123456Z"));
            assertThat(entry.tag()).as("the office's day").isEqualTo(LocalDate.of(2026, 11, 26));
            assertThat(entry.vorgang()).contains(FIRST);
            assertThat(entry.was()).isEqualTo(ProtokollProbe.handlung(FIRST));
            assertThat(entry.wer()).isEqualTo(Handelnder.system("system"));
        });
        assertThat(sound(entries)).isEqualTo(5);
    }

    @Test
    void namesWhoActsInTheThreadAndOnWhoseBehalf() {
        var vertretung = new Handelnder(Art.PERSON, "mia.mustermann", "max.mustermann");

        Handelnder.system("documents.render").run(() -> {
            vertretung.run(() -> probe.write(FIRST));
            probe.write(FIRST);
        });
        probe.write(FIRST);

        assertThat(probe.entries())
                .extracting(Protokolleintrag::wer)
                .containsExactly(vertretung, Handelnder.system("documents.render"), Handelnder.system("system"));
    }

    @Test
    void aRolledBackTransactionLeavesNoEntry() {
        probe.write(FIRST);

        probe.transactions().executeWithoutResult(status -> {
            probe.protokoll().write(FIRST, ProtokollProbe.handlung(FIRST));
            status.setRollbackOnly();
        });
        probe.write(FIRST);

        assertThat(probe.entries()).extracting(Protokolleintrag::nummer).containsExactly(1L, 2L);
        assertThat(sound(probe.entries())).isEqualTo(2);
    }

    @Test
    void aTransactionWhoseEntryCannotBeWrittenIsRolledBack() {
        probe.tamper("insert into processes.protokoll values ('%s', 1, '2026-11-26', now(), 'PERSON', 'a', null,"
                        .formatted(FIRST)
                + " 'VORGANG', 'a', 'ANGELEGT', null, null, null, null, sha256('a'))");
        probe.tamper("create table processes.fact (id int); grant all on processes.fact to amtsfluss;"
                + " alter table processes.protokoll add constraint full_disk check (nummer < 2) not valid");

        assertThatThrownBy(() -> probe.transactions().executeWithoutResult(status -> {
                    probe.jdbc().update("insert into processes.fact values (1)");
                    probe.protokoll().write(FIRST, ProtokollProbe.handlung(FIRST));
                }))
                .hasMessageContaining("full_disk");
        assertThat(probe.count("select count(*) from processes.fact")).isZero();
    }

    @Test
    void refusesToWriteWithoutATransaction() {
        assertThatThrownBy(() -> probe.protokoll().write(FIRST, ProtokollProbe.handlung(FIRST)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void writersOfOneVorgangDoNotForkItsChainAndNeverWaitForEachOther() throws Exception {
        Callable<Boolean> there = () -> {
            for (var number = 0; number < 25; number++) {
                probe.write(FIRST, SECOND);
            }
            return true;
        };
        Callable<Boolean> back = () -> {
            for (var number = 0; number < 25; number++) {
                probe.write(SECOND, FIRST);
            }
            return true;
        };

        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(List.of(there, back, there, back, there, back))) {
                done.get();
            }
        }

        assertThat(sound(probe.entries())).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"protokoll", "protokoll_siegel", "protokoll_tagesabschluss"})
    void theDatabaseRefusesToChangeWhatWasWritten(String table) {
        probe.write(FIRST);
        var name = "processes." + table;

        for (var sql : List.of(
                "update " + name + " set tag = '2030-01-01'",
                "delete from " + name,
                "truncate " + name,
                "truncate " + name + " cascade",
                "with gone as (delete from " + name + " returning 1) select * from gone")) {
            assertThatThrownBy(() -> probe.jdbc().execute(sql))
                    .hasMessageContaining("Expected the rows of processes." + table + " to stay as they are, but ")
                    .hasMessageContaining("the Protokoll only grows");
        }
        assertThat(probe.entries()).hasSize(1);
    }

    @Test
    void theDatabaseRefusesASecondEntryOfANumber() {
        probe.write(FIRST);

        assertThatThrownBy(
                        () -> probe.jdbc().execute("insert into processes.protokoll select * from processes.protokoll"))
                .hasMessageContaining("protokoll_pkey");
    }

    @Test
    void anEntryByASlowClockCountsToADayThatIsOpen() {
        probe.write(FIRST);
        probe.jdbc().update("insert into processes.protokoll_tagesabschluss values ('2026-11-27', now())");

        probe.write(FIRST, SECOND);

        assertThat(probe.entries())
                .extracting(entry -> entry.tag().toString())
                .containsExactly("2026-11-26", "2026-11-28", "2026-11-28");
        assertThat(sound(probe.entries())).isEqualTo(3);
        assertThatThrownBy(() -> probe.jdbc()
                        .execute("insert into processes.protokoll select '%s', nummer, tag, zeit, akteur_art, akteur,"
                                        .formatted(UUID.randomUUID())
                                + " fuer, objektart, objekt_id, aktion, metadatum, alter_wert, neuer_wert, bemerkung,"
                                + " hash from processes.protokoll where tag = '2026-11-26'"))
                .hasMessageContaining("Expected a day of the Protokoll that is open, but 2026-11-26 is closed");
    }

    private static long sound(List<Protokolleintrag> entries) {
        var counted = new ArrayList<Long>();
        var chains = new Ketten((last, count) -> counted.add(count));
        entries.forEach(chains::add);
        chains.end();
        assertThat(counted.stream().mapToLong(Long::longValue).sum()).isEqualTo(chains.entries());
        return chains.entries();
    }
}
