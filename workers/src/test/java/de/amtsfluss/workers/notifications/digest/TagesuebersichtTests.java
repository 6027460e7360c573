package de.amtsfluss.workers.notifications.digest;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Tagesmails;
import de.amtsfluss.workers.notifications.NotificationsTest;
import de.amtsfluss.workers.notifications.Post;
import de.amtsfluss.workers.notifications.Uhr;
import de.amtsfluss.workers.notifications.dispatch.Turn;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The daily mail to those who want it. */
@NotificationsTest
class TagesuebersichtTests {

    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

    private final Tagesmails tagesmails;
    private final Tagesuebersicht tagesuebersicht;
    private final JdbcClient jdbc;
    private final Uhr uhr;

    private final String unique = "g" + KEYS.incrementAndGet();
    private final Akteur mia = new Akteur("mia" + unique, "Mia Mustermann", Set.of(unique));
    private final String address = mia.kennung() + "@example.org";

    TagesuebersichtTests(Tagesmails tagesmails, Tagesuebersicht tagesuebersicht, JdbcClient jdbc, Uhr uhr) {
        this.tagesmails = tagesmails;
        this.tagesuebersicht = tagesuebersicht;
        this.jdbc = jdbc;
        this.uhr = uhr;
    }

    @BeforeEach
    void threeTasksOfThreeHands() {
        task(null, Duration.ofHours(-1));
        task(mia.kennung(), Duration.ofHours(1));
        task("max.mustermann", Duration.ofHours(-1));
    }

    @AfterEach
    void end() {
        tagesmails.unsubscribe(mia);
    }

    @Test
    void saysHowManyAreOpenAndOverdueOnceADay() throws Exception {
        tagesmails.subscribe(mia, address);

        tellAll();
        tellAll();

        assertThat(mails()).hasSize(1);
        assertThat(mails().getFirst().getSubject()).isEqualTo("2 offene Aufgaben, 1 überfällig");
        assertThat(mails().getFirst().getContent().toString())
                .contains("http://localhost:8080/aufgaben")
                .doesNotContain("Geheim");
        uhr.forward(Duration.ofDays(1));
        tellAll();
        assertThat(mails()).hasSize(2);
        assertThat(mails().getLast().getSubject()).isEqualTo("2 offene Aufgaben, 2 überfällig");
    }

    @Test
    void nobodyIsToldUnaskedOrAfterTheyEndedIt() {
        tellAll();
        tagesmails.refresh(mia, address);
        tellAll();
        tagesmails.subscribe(mia, address);
        tagesmails.unsubscribe(mia);
        tellAll();

        assertThat(mails()).isEmpty();
    }

    @Test
    void whoHasNothingToDoIsLeftInPeace() {
        tagesmails.subscribe(new Akteur(mia.kennung(), "Mia", Set.of("leer")), address);
        jdbc.sql("update processes.user_task set state = 'COMPLETED' where candidate_groups = array[:group]::text[]")
                .param("group", unique)
                .update();

        tellAll();

        assertThat(mails()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneHoldsUpNobody() {
        var broken = new Akteur("aaa" + unique, "Hostile", Set.of(unique));
        tagesmails.subscribe(broken, "x@example.org\r\nBcc: " + address);
        tagesmails.subscribe(mia, address);

        tellAll();

        assertThat(mails()).hasSize(1);
        tagesmails.unsubscribe(broken);
    }

    private void tellAll() {
        new Turn().take(tagesuebersicht::step);
    }

    private List<MimeMessage> mails() {
        return Post.mailsTo(address);
    }

    private void task(@Nullable String assignee, Duration due) {
        var now = uhr.instant();
        jdbc.sql("""
                insert into processes.user_task
                    (key, process_instance_key, element_instance_key, element_id, bpmn_process_id, state, assignee,
                     candidate_groups, due_date, priority, created_at, position)
                values (:key, 1, 1, 'userTask_Geheim', 'geheim', 'CREATED', :assignee, array[:group], :due, 50, :now, 1)""")
                .param("key", KEYS.incrementAndGet())
                .param("assignee", assignee)
                .param("group", unique)
                .param("due", Timestamp.from(now.plus(due)))
                .param("now", Timestamp.from(now))
                .update();
    }
}
