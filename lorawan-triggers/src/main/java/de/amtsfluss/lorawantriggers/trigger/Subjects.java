package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.Asset;
import de.amtsfluss.lorawantriggers.registry.Watches;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what the clock has to evaluate. */
@Repository
@DependsOn("lorawanTriggersFlyway")
class Subjects {

    /** No sensor is called silent sooner; keeps all that report regularly out of the evaluation. */
    private static final Duration SHORTEST_SILENCE = Duration.ofHours(1);

    /** A district's reception is judged by the sensors that were heard within this time. */
    private static final Duration RECEPTION_WINDOW = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Watches watches;

    Subjects(JdbcClient jdbc, Watches watches) {
        this.jdbc = jdbc;
        this.watches = watches;
    }

    /**
     * What has to be evaluated.
     *
     * @param subject the twin's subject
     * @param asset the asset, or what stands for a district
     * @param sensor the sensor that watches it, absent for a district
     * @param since since when the sensor watches it
     * @param value the value of a district, else 0
     */
    record Watched(String subject, Asset asset, @Nullable String sensor, Instant since, double value) {}

    /** Claims the next evaluation of a procedure; false if it is not due yet. */
    boolean begin(String verfahren, Instant notAfter, Instant now) {
        return jdbc.sql("""
                        insert into lorawan_triggers.clock_run as run (verfahren, last_run) values (:verfahren, :now)
                        on conflict (verfahren) do update set last_run = excluded.last_run
                        where run.last_run <= :notAfter
                        """)
                        .param("verfahren", verfahren)
                        .param("now", Timestamp.from(now))
                        .param("notAfter", Timestamp.from(notAfter))
                        .update()
                == 1;
    }

    /** What a trigger has to be evaluated for. */
    List<Watched> of(Trigger trigger, Instant now) {
        return switch (trigger.measurements().getFirst()) {
            case OCCUPIED_FOR -> assets(trigger, "t.occupied_since is not null", Map.of());
            case SILENT_FOR ->
                assets(
                        trigger,
                        "greatest(coalesce(t.received_at, d.gueltig_ab), d.gueltig_ab) < :limit "
                                + "or t.states -> :verfahren -> 'order' is not null",
                        Map.of("limit", Timestamp.from(now.minus(SHORTEST_SILENCE)), "verfahren", trigger.verfahren()));
            default -> districts(now);
        };
    }

    private List<Watched> assets(Trigger trigger, String condition, Map<String, Object> params) {
        var sensors = jdbc.sql("""
                        select distinct on (a.id) a.id, d.dev_eui, d.gueltig_ab
                        from lorawan_triggers.asset a
                        join lorawan_triggers.device d on d.asset_id = a.id and d.gueltig_bis is null
                        left join lorawan_triggers.twin t on t.subject = a.id
                        where (:art::text is null or a.art = :art) and (%s)
                        order by a.id, d.gueltig_ab desc
                        """.formatted(condition))
                .param("art", trigger.art())
                .params(params)
                .query((row, number) -> new Sensor(
                        row.getString("id"),
                        row.getString("dev_eui"),
                        row.getTimestamp("gueltig_ab").toInstant()))
                .list();
        var known = watches.assets(sensors.stream().map(Sensor::assetId).toList());
        return sensors.stream()
                .map(sensor -> new Watched(
                        sensor.assetId(),
                        Objects.requireNonNull(known.get(sensor.assetId())),
                        sensor.devEui(),
                        sensor.since(),
                        0))
                .toList();
    }

    private record Sensor(String assetId, String devEui, Instant since) {}

    /**
     * Reception is bad where more than three of ten frames are lost, or where the signal is less than 3 dB above what
     * its spreading factor needs: -7.5 dB for 7, 2.5 dB less for each step up to -20 dB for 12 (Semtech SX1276
     * datasheet, table "LoRa spreading factors"); without a known factor that of 12.
     */
    private List<Watched> districts(Instant now) {
        return jdbc.sql("""
                        select a.bezirk, count(*) as devices, avg(a.breite) as breite, avg(a.laenge) as laenge,
                            count(*) filter (where t.loss_rate > 0.3
                                or t.snr < 3 - 7.5 - 2.5 * (coalesce(t.spreading_factor, 12) - 7)) as bad
                        from lorawan_triggers.twin t join lorawan_triggers.asset a on a.id = t.subject
                        where t.received_at > :from group by a.bezirk order by a.bezirk
                        """)
                .param("from", Timestamp.from(now.minus(RECEPTION_WINDOW)))
                .query((row, number) -> district(row, now))
                .list();
    }

    private static Watched district(ResultSet row, Instant now) throws SQLException {
        var bezirk = row.getString("bezirk");
        var devices = row.getLong("devices");
        var bad = row.getLong("bad");
        var asset = new Asset(
                bezirk,
                "bezirk",
                "Stadtbezirk " + bezirk,
                row.getDouble("breite"),
                row.getDouble("laenge"),
                bezirk,
                Map.of("geraete", BigDecimal.valueOf(devices), "schlechteGeraete", BigDecimal.valueOf(bad)));
        return new Watched("bezirk:" + bezirk, asset, null, now, 100.0 * bad / devices);
    }
}
