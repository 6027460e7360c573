package de.amtsfluss.lorawantriggers.event;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code device_event}. */
@Repository
class DeviceEventRepository {

    private final JdbcClient jdbc;

    DeviceEventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps an event; says whether it is new. */
    boolean keep(DeviceEvent event) {
        return jdbc.sql("""
                        insert into lorawan_triggers.device_event
                            (source, event_id, type, dev_eui, at, downlink_id, battery_percent, margin, level, code,
                             description, latitude, longitude)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (source, event_id, type) do nothing
                        """)
                        .params(
                                event.source(),
                                event.eventId(),
                                event.type().name(),
                                event.devEui().value(),
                                Timestamp.from(event.at()))
                        .param(event.downlinkId())
                        .param(event.batteryPercent())
                        .param(event.margin())
                        .param(event.level())
                        .param(event.code())
                        .param(event.description())
                        .param(event.latitude())
                        .param(event.longitude())
                        .update()
                == 1;
    }

    /** Deletes what happened before, and of each device what is beyond a number; says how many. */
    int delete(Instant before, int beyond) {
        var old = jdbc.sql("delete from lorawan_triggers.device_event where at < ?")
                .param(Timestamp.from(before))
                .update();
        var superfluous = jdbc.sql("""
                        delete from lorawan_triggers.device_event where id in (
                            select id from (
                                select id, row_number() over (partition by dev_eui order by at desc, id desc) as number
                                from lorawan_triggers.device_event
                                where dev_eui in (select dev_eui from lorawan_triggers.device_event
                                                  group by dev_eui having count(*) > :beyond)
                            ) as numbered
                            where number > :beyond)
                        """).param("beyond", beyond).update();
        return old + superfluous;
    }
}
