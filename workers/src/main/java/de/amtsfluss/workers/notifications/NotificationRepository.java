package de.amtsfluss.workers.notifications;

import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.Vorgangskopien;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers what was sent. */
@Repository
class NotificationRepository implements Vorgangskopien {

    private final JdbcClient jdbc;
    private final Clock clock;

    NotificationRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes the wish, and tells whether it was not fulfilled before. */
    boolean isToBeSent(Notification notification) {
        jdbc.sql("""
                insert into workers.notification (id, vorgang_id, template, recipient, created_at)
                values (:id, :vorgang, :template, :recipient, :now) on conflict do nothing""")
                .param("id", notification.id())
                .param("vorgang", notification.vorgang().id().value())
                .param("template", notification.template())
                .param("recipient", notification.recipient())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("select sent_at is null from workers.notification where id = :id")
                .param("id", notification.id())
                .query(Boolean.class)
                .single();
    }

    void sent(Notification notification) {
        jdbc.sql("update workers.notification set sent_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", notification.id())
                .update();
    }

    @Override
    public void erase(VorgangId vorgang, Set<UUID> versendungen) {
        jdbc.sql("delete from workers.notification where vorgang_id = :vorgang")
                .param("vorgang", vorgang.value())
                .update();
    }
}
