package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    private record Frame(String devEui, String session, long fCnt) {

        static Frame of(Uplink uplink) {
            return new Frame(uplink.devEui().value(), uplink.sessionKey(), uplink.fCnt());
        }
    }

    private record Known(Frame frame, String eventId, byte[] hash) {}

    /**
     * Notes uplinks as processed in the caller's transaction.
     *
     * @return what is known of each, in the same order
     */
    List<Novelty> note(List<Uplink> uplinks) {
        var firsts = firstOfEach(uplinks);
        var inserted = insert(firsts);
        var known = new HashMap<Object, Known>();
        if (inserted.size() < firsts.size()) {
            find(uplinks).forEach(found -> remember(known, found));
        }
        var novelties = new ArrayList<Novelty>();
        var used = new HashSet<Frame>();
        for (var uplink : uplinks) {
            var frame = Frame.of(uplink);
            if (inserted.contains(frame) && used.add(frame)) {
                remember(known, new Known(frame, uplink.eventId(), uplink.hash()));
                novelties.add(Novelty.NEW);
            } else {
                novelties.add(compare(uplink, known));
            }
        }
        return novelties;
    }

    /** Those that no other of the same batch comes before under the same frame or event. */
    private static List<Uplink> firstOfEach(List<Uplink> uplinks) {
        var frames = new HashSet<Frame>();
        var events = new HashSet<String>();
        return uplinks.stream()
                .filter(uplink -> {
                    var newFrame = frames.add(Frame.of(uplink));
                    return events.add(uplink.eventId()) && newFrame;
                })
                .toList();
    }

    private static void remember(Map<Object, Known> known, Known found) {
        known.put(found.frame(), found);
        known.put(found.eventId(), found);
    }

    private static Novelty compare(Uplink uplink, Map<Object, Known> known) {
        for (var key : List.<Object>of(Frame.of(uplink), uplink.eventId())) {
            var found = known.get(key);
            if (found != null && !Arrays.equals(found.hash(), uplink.hash())) {
                return Novelty.CONFLICT;
            }
        }
        return Novelty.REPEATED;
    }

    private Set<Frame> insert(List<Uplink> uplinks) {
        return new HashSet<>(jdbc.sql("""
                        insert into lorawan_triggers.uplink_seen
                            (dev_eui, session_key, f_cnt, event_id, payload_hash, received_at)
                        select * from unnest(:devEuis::text[], :sessions::text[], :fCnts::bigint[], :events::text[],
                            :hashes::bytea[], :receivedAts::timestamptz[])
                        on conflict do nothing returning dev_eui, session_key, f_cnt
                        """)
                .param("devEuis", strings(uplinks, uplink -> uplink.devEui().value()))
                .param("sessions", strings(uplinks, Uplink::sessionKey))
                .param("fCnts", uplinks.stream().map(Uplink::fCnt).toArray(Long[]::new))
                .param("events", strings(uplinks, Uplink::eventId))
                .param("hashes", uplinks.stream().map(Uplink::hash).toArray(byte[][]::new))
                .param(
                        "receivedAts",
                        uplinks.stream()
                                .map(uplink -> Timestamp.from(uplink.receivedAt()))
                                .toArray(Timestamp[]::new))
                .query((row, number) -> new Frame(row.getString(1), row.getString(2), row.getLong(3)))
                .list());
    }

    private List<Known> find(List<Uplink> uplinks) {
        return jdbc.sql("""
                        select seen.dev_eui, seen.session_key, seen.f_cnt, seen.event_id, seen.payload_hash
                        from unnest(:devEuis::text[], :sessions::text[], :fCnts::bigint[])
                            as frame (dev_eui, session_key, f_cnt)
                        join lorawan_triggers.uplink_seen as seen using (dev_eui, session_key, f_cnt)
                        union all
                        select dev_eui, session_key, f_cnt, event_id, payload_hash from lorawan_triggers.uplink_seen
                        where event_id = any(:events)
                        """)
                .param("devEuis", strings(uplinks, uplink -> uplink.devEui().value()))
                .param("sessions", strings(uplinks, Uplink::sessionKey))
                .param("fCnts", uplinks.stream().map(Uplink::fCnt).toArray(Long[]::new))
                .param("events", strings(uplinks, Uplink::eventId))
                .query((row, number) -> new Known(
                        new Frame(row.getString(1), row.getString(2), row.getLong(3)),
                        row.getString(4),
                        row.getBytes(5)))
                .list();
    }

    private static String[] strings(List<Uplink> uplinks, Function<Uplink, String> property) {
        return uplinks.stream().map(property).toArray(String[]::new);
    }

    /**
     * Forgets what was received before that time; a repeat of it would be too old to change anything.
     *
     * @return how many were forgotten, at most some thousands at a time
     */
    int forget(Instant before) {
        return jdbc.sql("""
                        delete from lorawan_triggers.uplink_seen where ctid = any(array(
                            select ctid from lorawan_triggers.uplink_seen where received_at < ? limit 5000))
                        """).param(Timestamp.from(before)).update();
    }
}
