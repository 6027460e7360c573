package de.amtsfluss.lorawantriggers.registry;

import de.amtsfluss.lorawantriggers.Asset;
import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.Device;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Assets and devices in PostgreSQL. */
@Repository
@DependsOn("lorawanTriggersFlyway")
class DeviceRepository {

    private static final String DEVICE =
            "select dev_eui, asset_id, typ, kalibrierung, variablen, gueltig_ab, gueltig_bis from lorawan_triggers.device ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeviceRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .enable(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                .build();
    }

    /**
     * Lets one change the register at a time, and tells all copies that it has changed when the change is committed.
     */
    void lock() {
        jdbc.sql("update lorawan_triggers.registry_version set version = version + 1")
                .update();
    }

    /** Grows with every change. */
    long version() {
        return jdbc.sql("select version from lorawan_triggers.registry_version")
                .query(Long.class)
                .single();
    }

    void store(Asset asset) {
        jdbc.sql("""
                        insert into lorawan_triggers.asset (id, art, ort, breite, laenge, bezirk, merkmale)
                        values (:id, :art, :ort, :breite, :laenge, :bezirk, :merkmale::jsonb)
                        on conflict (id) do update set ort = excluded.ort, breite = excluded.breite,
                            laenge = excluded.laenge, bezirk = excluded.bezirk, merkmale = excluded.merkmale
                        """)
                .param("id", asset.id())
                .param("art", asset.art())
                .param("ort", asset.ort())
                .param("breite", asset.breite())
                .param("laenge", asset.laenge())
                .param("bezirk", asset.bezirk())
                .param("merkmale", json.writeValueAsString(asset.merkmale()))
                .update();
    }

    void insert(Device device) {
        jdbc.sql("""
                        insert into lorawan_triggers.device
                            (dev_eui, asset_id, typ, kalibrierung, variablen, gueltig_ab, gueltig_bis)
                        values (:devEui, :asset, :typ, :kalibrierung::jsonb, :variablen::jsonb, :ab, null)
                        """)
                .param("devEui", device.devEui().value())
                .param("asset", device.assetId())
                .param("typ", device.typ())
                .param("kalibrierung", json.writeValueAsString(device.kalibrierung()))
                .param("variablen", json.writeValueAsString(device.variablen()))
                .param("ab", Timestamp.from(device.gueltigAb()))
                .update();
    }

    /** Gives a device that stays where it is other settings. */
    void update(Device current, Device wanted) {
        jdbc.sql("""
                        update lorawan_triggers.device set typ = :typ, kalibrierung = :kalibrierung::jsonb,
                            variablen = :variablen::jsonb
                        where dev_eui = :devEui and gueltig_bis is null
                        """)
                .param("typ", wanted.typ())
                .param("kalibrierung", json.writeValueAsString(wanted.kalibrierung()))
                .param("variablen", json.writeValueAsString(wanted.variablen()))
                .param("devEui", current.devEui().value())
                .update();
    }

    /** Ends the watch of a device; false if it has none that began before. */
    boolean end(DevEui devEui, Instant at) {
        return jdbc.sql("""
                        update lorawan_triggers.device set gueltig_bis = :at
                        where dev_eui = :devEui and gueltig_bis is null and gueltig_ab < :at
                        """)
                        .param("at", Timestamp.from(at))
                        .param("devEui", devEui.value())
                        .update()
                == 1;
    }

    /** Whether the device watched anything at or after the beginning of the wanted watch. */
    boolean overlaps(Device wanted) {
        return jdbc.sql("""
                        select exists (select 1 from lorawan_triggers.device
                            where dev_eui = ? and (gueltig_bis is null or gueltig_bis > ?))
                        """)
                .params(wanted.devEui().value(), Timestamp.from(wanted.gueltigAb()))
                .query(Boolean.class)
                .single();
    }

    Optional<Device> current(DevEui devEui) {
        return jdbc.sql(DEVICE + "where dev_eui = ? and gueltig_bis is null")
                .param(devEui.value())
                .query(this::readDevice)
                .optional();
    }

    List<Device> of(Collection<DevEui> devEuis) {
        return jdbc.sql(DEVICE + "where dev_eui = any(:devEuis)")
                .param("devEuis", devEuis.stream().map(DevEui::value).toArray(String[]::new))
                .query(this::readDevice)
                .list();
    }

    List<Device> ofAsset(String assetId) {
        return jdbc.sql(DEVICE + "where asset_id = ? order by gueltig_ab desc, dev_eui")
                .param(assetId)
                .query(this::readDevice)
                .list();
    }

    Optional<Asset> asset(String id) {
        return assets(List.of(id)).stream().findFirst();
    }

    List<Asset> assets(Collection<String> ids) {
        return jdbc.sql("""
                        select id, art, ort, breite, laenge, bezirk, merkmale from lorawan_triggers.asset
                        where id = any(:ids)
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query(this::readAsset)
                .list();
    }

    List<Asset> search(String text, @Nullable String art, int limit, int offset) {
        return jdbc.sql("""
                        select id, art, ort, breite, laenge, bezirk, merkmale from lorawan_triggers.asset a
                        where (:art::text is null or art = :art)
                            and (strpos(lower(id || ' ' || ort), lower(:text)) > 0
                                or exists (select 1 from lorawan_triggers.device d
                                    where d.asset_id = a.id and strpos(d.dev_eui, upper(:text)) > 0))
                        order by id limit :limit offset :offset
                        """)
                .param("art", art)
                .param("text", text)
                .param("limit", limit)
                .param("offset", offset)
                .query(this::readAsset)
                .list();
    }

    private Device readDevice(ResultSet row, int number) throws SQLException {
        return new Device(
                new DevEui(row.getString("dev_eui")),
                row.getString("typ"),
                row.getString("asset_id"),
                json.readValue(row.getString("kalibrierung"), new TypeReference<Map<String, Double>>() {}),
                json.readValue(row.getString("variablen"), new TypeReference<Map<String, String>>() {}),
                row.getTimestamp("gueltig_ab").toInstant(),
                instant(row.getTimestamp("gueltig_bis")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private Asset readAsset(ResultSet row, int number) throws SQLException {
        var merkmale = json.readValue(row.getString("merkmale"), new TypeReference<Map<String, Object>>() {});
        merkmale.replaceAll(
                (key, value) -> value instanceof java.math.BigInteger whole ? new java.math.BigDecimal(whole) : value);
        return new Asset(
                row.getString("id"),
                row.getString("art"),
                row.getString("ort"),
                row.getDouble("breite"),
                row.getDouble("laenge"),
                row.getString("bezirk"),
                merkmale);
    }
}
