package de.amtsfluss.lorawantriggers.downlink;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.lorawantriggers.Asset;
import de.amtsfluss.lorawantriggers.AssetRegistry;
import de.amtsfluss.lorawantriggers.AssetRegistry.Registered;
import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.Device;
import de.amtsfluss.processes.DownlinkId;
import de.amtsfluss.processes.Downlinks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gauges with their sensors in the database, and what is there of their downlinks. */
record Gauges(AssetRegistry registry, JdbcClient jdbc) {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** A gauge of its own for a test; its sensor was never heard. */
    Gauge register(String typ) {
        var number = NUMBERS.incrementAndGet();
        var gauge = new Gauge("BI-W-9%03d".formatted(number), new DevEui("24E1247199%06X".formatted(number)));
        var registered = registry.register(
                new Asset(
                        gauge.objekt(),
                        "pegel",
                        "Musterbrücke 1, Mitte",
                        52.02,
                        8.53,
                        "Mitte",
                        Map.of(
                                "gewaesser",
                                "Musterbach",
                                "stufe1Cm",
                                BigDecimal.valueOf(100),
                                "stufe2Cm",
                                BigDecimal.valueOf(150),
                                "stufe3Cm",
                                BigDecimal.valueOf(200))),
                new Device(
                        gauge.devEui(),
                        typ,
                        gauge.objekt(),
                        Map.of(),
                        Map.of(),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        null));
        assertThat(registered).isInstanceOf(Registered.Done.class);
        return gauge;
    }

    /** Other tests of this JVM look for the demo, which is registered only where nothing is. */
    void remove() {
        jdbc.sql("delete from lorawan_triggers.twin where subject like 'BI-W-9%'")
                .update();
        jdbc.sql("delete from lorawan_triggers.device where asset_id like 'BI-W-9%'")
                .update();
        jdbc.sql("delete from lorawan_triggers.asset where id like 'BI-W-9%'").update();
        jdbc.sql("update lorawan_triggers.registry_version set version = version + 1")
                .update();
    }

    /** A gauge whose sensor was heard by an application of a network server. */
    Gauge heard(String source, String application, @Nullable String deviceId) {
        var gauge = register("milesight/em500-swl");
        jdbc.sql("""
                        insert into lorawan_triggers.twin
                            (subject, dev_eui, session_key, f_cnt, received_at, received, lost, loss_rate, measurements,
                             states, source, application, device_id)
                        values (?, ?, '01a44c4c', 1, now(), 1, 0, 0, '{}', '{}', ?, ?, ?)
                        """)
                .param(gauge.objekt())
                .param(gauge.devEui().value())
                .param(source)
                .param(application)
                .param(deviceId)
                .update();
        return gauge;
    }

    /** What processes were told of a downlink. */
    List<String> messages(DownlinkId id) {
        return jdbc.sql("select facts::text from processes.message_outbox where name = ? and correlation_key = ?")
                .params(Downlinks.BEENDET, id.toString())
                .query((row, number) -> row.getString(1).replace(" ", ""))
                .list();
    }

    /** What the Protokoll says of a downlink: who, what. */
    List<String> protokoll(DownlinkId id) {
        return jdbc.sql("""
                        select akteur || ' ' || aktion || ' ' || metadatum from processes.protokoll
                        where objektart = 'DOWNLINK' and objekt_id = ? order by nummer
                        """)
                .param(id.toString())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The next attempt is due now. */
    void due(DownlinkId id) {
        jdbc.sql("update lorawan_triggers.downlink set naechster_versuch_am = now() where id = ?")
                .param(id.value())
                .update();
    }

    /** The Frist is over. */
    void over(DownlinkId id) {
        jdbc.sql("update lorawan_triggers.downlink set bis = now() - interval '1 second' where id = ?")
                .param(id.value())
                .update();
    }

    /**
     * A gauge.
     *
     * @param objekt its id
     * @param devEui its sensor
     */
    record Gauge(String objekt, DevEui devEui) {}
}
