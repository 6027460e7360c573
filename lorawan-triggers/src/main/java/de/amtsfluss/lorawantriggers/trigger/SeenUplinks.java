package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.sql.Timestamp;
import java.util.Arrays;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recognises uplinks that were processed before, over restarts and copies. */
@Repository
@DependsOn("lorawanTriggersFlyway")
class SeenUplinks {

    private final JdbcClient jdbc;

    SeenUplinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of an uplink. */
    enum Novelty {
        /** It was never here; it is noted now. */
        NEW,
        /** It was processed before. */
        REPEATED,
        /** Another payload was processed under the same number: a counter was reset, or somebody plays tricks. */
        CONFLICT
    }

    /** Notes an uplink as processed in the caller's transaction. */
    Novelty note(Uplink uplink) {
        var inserted = jdbc.sql("""
                        insert into lorawan_triggers.uplink_seen
                            (dev_eui, session_key, f_cnt, event_id, payload_hash, received_at)
                        values (:devEui, :session, :fCnt, :eventId, :hash, :receivedAt)
                        on conflict do nothing
                        """)
                .param("devEui", uplink.devEui().value())
                .param("session", uplink.sessionKey())
                .param("fCnt", uplink.fCnt())
                .param("eventId", uplink.eventId())
                .param("hash", uplink.hash())
                .param("receivedAt", Timestamp.from(uplink.receivedAt()))
                .update();
        return inserted == 1 ? Novelty.NEW : known(uplink);
    }

    private Novelty known(Uplink uplink) {
        var hashes = jdbc.sql("""
                        select payload_hash from lorawan_triggers.uplink_seen
                        where (dev_eui, session_key, f_cnt) = (:devEui, :session, :fCnt) or event_id = :eventId
                        """)
                .param("devEui", uplink.devEui().value())
                .param("session", uplink.sessionKey())
                .param("fCnt", uplink.fCnt())
                .param("eventId", uplink.eventId())
                .query(byte[].class)
                .list();
        var same = hashes.stream().allMatch(hash -> Arrays.equals(hash, uplink.hash()));
        return same ? Novelty.REPEATED : Novelty.CONFLICT;
    }
}
