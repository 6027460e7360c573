package de.amtsfluss.lorawantriggers.downlink;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.downlink.Kept.Sending;
import de.amtsfluss.lorawantriggers.event.DeviceEvent;
import de.amtsfluss.processes.DownlinkId;
import de.amtsfluss.processes.Downlinks.Ergebnis;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code downlink}. */
@Repository
@DependsOn("lorawanTriggersFlyway")
class DownlinkRepository {

    private final JdbcClient jdbc;

    DownlinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets one work on the downlinks of a sensor at a time, until the end of the transaction. Whoever changes one takes
     * this lock before the row.
     */
    void lock(DevEui devEui) {
        jdbc.sql("select count(pg_advisory_xact_lock(hashtextextended(?, 1109)))")
                .param(devEui.value())
                .query(Long.class)
                .single();
    }

    /** Keeps a downlink; false if its id is known already. */
    boolean insert(Kept kept) {
        var downlink = kept.downlink();
        var sending = kept.sending();
        return jdbc.sql("""
                        insert into lorawan_triggers.downlink
                            (id, objekt, dev_eui, bezeichnung, f_port, payload, bestaetigt, von, vorgang_id, schluessel,
                             source, application, device_id, route, angenommen_am, bis, naechster_versuch_am)
                        values (:id, :objekt, :devEui, :bezeichnung, :fPort, :payload, :bestaetigt, :von, :vorgang,
                            :schluessel, :source, :application, :deviceId, :route, :am, :bis, :am)
                        on conflict (id) do nothing
                        """)
                        .param("id", kept.id().value())
                        .param("objekt", downlink.objekt())
                        .param("devEui", downlink.devEui())
                        .param("bezeichnung", downlink.bezeichnung())
                        .param("fPort", sending == null ? null : sending.fPort())
                        .param("payload", sending == null ? null : sending.payload())
                        .param("bestaetigt", downlink.bestaetigt())
                        .param("von", downlink.von())
                        .param(
                                "vorgang",
                                kept.vorgang() == null ? null : kept.vorgang().value())
                        .param("schluessel", kept.schluessel())
                        .param("source", sending == null ? null : sending.via().source())
                        .param(
                                "application",
                                sending == null ? null : sending.via().application())
                        .param(
                                "deviceId",
                                sending == null ? null : sending.via().deviceId())
                        .param("route", sending == null ? null : sending.via().route())
                        .param("am", Timestamp.from(downlink.angenommenAm()))
                        .param("bis", Timestamp.from(downlink.bis()))
                        .update()
                == 1;
    }

    Optional<Kept> find(DownlinkId id) {
        return jdbc.sql("select * from lorawan_triggers.downlink where id = ?")
                .param(id.value())
                .query(DownlinkRows::kept)
                .optional();
    }

    List<Kept> of(String objekt, int limit) {
        return jdbc.sql("select * from lorawan_triggers.downlink where objekt = ? order by nummer desc limit ?")
                .params(objekt, limit)
                .query(DownlinkRows::kept)
                .list();
    }

    /** The downlink that an event is about; by our id, or by the network server's own. */
    Optional<Kept> about(DeviceEvent event) {
        return jdbc.sql("""
                        select * from lorawan_triggers.downlink
                        where dev_eui = :devEui and source = :source and (id::text = lower(:id) or server_id = :id)
                        """)
                .param("devEui", event.devEui().value())
                .param("source", event.source())
                .param("id", event.downlinkId())
                .query(DownlinkRows::kept)
                .optional();
    }

    /** Events about a downlink that came before its id at the network server was known here, in their order. */
    List<DeviceEvent> eventsBefore(Sending sending, String serverId) {
        return jdbc.sql("""
                        select * from lorawan_triggers.device_event
                        where dev_eui = ? and source = ? and downlink_id = ? order by id
                        """)
                .params(sending.devEui().value(), sending.via().source(), serverId)
                .query(DownlinkRows::event)
                .list();
    }

    /** How many downlinks to a sensor were sent, or are to be, since then. */
    int countSince(DevEui devEui, Instant since) {
        return jdbc.sql("""
                        select count(*) from lorawan_triggers.downlink
                        where dev_eui = ? and angenommen_am > ?
                            and coalesce(ergebnis, '') not in ('BEGRENZT', 'NICHT_MOEGLICH')
                        """)
                .params(devEui.value(), Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /**
     * Takes the next downlink that is due on a route and counts the attempt. Until the given time nobody else takes it,
     * so that one of which this copy dies is tried again. A sensor's downlinks are taken in their order.
     */
    Optional<Kept> lease(String route, Instant now, Instant until) {
        return jdbc.sql("""
                        update lorawan_triggers.downlink set versuche = versuche + 1, naechster_versuch_am = :until
                        where id = (
                            select id from lorawan_triggers.downlink d
                            where zustand = 'ANGENOMMEN' and route = :route and naechster_versuch_am <= :now
                                and bis > :now
                                and not exists (select 1 from lorawan_triggers.downlink earlier
                                    where earlier.dev_eui = d.dev_eui and earlier.zustand = 'ANGENOMMEN'
                                        and earlier.nummer < d.nummer)
                            order by naechster_versuch_am, nummer limit 1 for update skip locked)
                        returning *
                        """)
                .param("route", route)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query(DownlinkRows::kept)
                .optional();
    }

    /** The network server's ids of the other downlinks to a sensor. */
    Set<String> otherServerIds(Kept kept, DevEui devEui) {
        return new HashSet<>(jdbc.sql("""
                        select server_id from lorawan_triggers.downlink
                        where dev_eui = ? and id <> ? and server_id is not null
                        """)
                .params(devEui.value(), kept.id().value())
                .query((row, number) -> row.getString(1))
                .list());
    }

    /** The network server has it; one that has ended in the meantime stays so. */
    void handedOver(DownlinkId id, @Nullable String serverId, Instant at) {
        jdbc.sql("""
                        update lorawan_triggers.downlink set uebergeben_am = :at, server_id = :serverId,
                            zustand = case when zustand = 'ANGENOMMEN' then 'UEBERGEBEN' else zustand end,
                            grund = case when zustand = 'ANGENOMMEN' then null else grund end
                        where id = :id
                        """)
                .param("at", Timestamp.from(at))
                .param("serverId", serverId)
                .param("id", id.value())
                .update();
    }

    void failed(DownlinkId id, String sentence, Instant next) {
        jdbc.sql("""
                        update lorawan_triggers.downlink set grund = ?, naechster_versuch_am = ?
                        where id = ? and zustand = 'ANGENOMMEN'
                        """).params(sentence, Timestamp.from(next), id.value()).update();
    }

    /** A gateway has sent it; the first time counts. */
    void sent(DownlinkId id, Instant at) {
        jdbc.sql("""
                        update lorawan_triggers.downlink set gesendet_am = coalesce(gesendet_am, :at),
                            zustand = case when zustand = 'BEENDET' then zustand else 'GESENDET' end
                        where id = :id
                        """).param("at", Timestamp.from(at)).param("id", id.value()).update();
    }

    /** Ends it; false if it has ended already. */
    boolean end(DownlinkId id, Ergebnis ergebnis, @Nullable String grund, Instant at) {
        return jdbc.sql("""
                        update lorawan_triggers.downlink set zustand = 'BEENDET', ergebnis = :ergebnis, grund = :grund,
                            beendet_am = :at
                        where id = :id and zustand <> 'BEENDET'
                        """)
                        .param("ergebnis", ergebnis.name())
                        .param("grund", grund)
                        .param("at", Timestamp.from(at))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** It was acknowledged after its end; false if that was known. */
    boolean acknowledgedLate(DownlinkId id, Instant at) {
        return jdbc.sql("""
                        update lorawan_triggers.downlink set spaet_bestaetigt_am = ?
                        where id = ? and spaet_bestaetigt_am is null
                        """).params(Timestamp.from(at), id.value()).update() == 1;
    }

    /** Open downlinks whose Frist is over. */
    List<DownlinkId> overdue(Instant now) {
        return jdbc.sql("""
                        select id from lorawan_triggers.downlink where zustand <> 'BEENDET' and bis <= ?
                        order by bis limit 100
                        """)
                .param(Timestamp.from(now))
                .query((row, number) -> new DownlinkId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Deletes what ended before; says how many. */
    int delete(Instant before) {
        return jdbc.sql("delete from lorawan_triggers.downlink where zustand = 'BEENDET' and beendet_am < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
