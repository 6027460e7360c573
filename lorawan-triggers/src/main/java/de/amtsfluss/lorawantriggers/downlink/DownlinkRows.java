package de.amtsfluss.lorawantriggers.downlink;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.downlink.Kept.Sending;
import de.amtsfluss.lorawantriggers.downlink.Kept.Via;
import de.amtsfluss.lorawantriggers.event.DeviceEvent;
import de.amtsfluss.processes.DownlinkId;
import de.amtsfluss.processes.Downlinks.Downlink;
import de.amtsfluss.processes.Downlinks.Ergebnis;
import de.amtsfluss.processes.Downlinks.Verlauf;
import de.amtsfluss.processes.Downlinks.Zustand;
import de.amtsfluss.processes.VorgangId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the rows of downlinks, and of events about them. */
final class DownlinkRows {

    private DownlinkRows() {}

    static Kept kept(ResultSet row, int number) throws SQLException {
        var vorgang = row.getObject("vorgang_id", UUID.class);
        return new Kept(
                new Downlink(
                        new DownlinkId(row.getObject("id", UUID.class)),
                        row.getString("objekt"),
                        row.getString("dev_eui"),
                        row.getString("bezeichnung"),
                        row.getBoolean("bestaetigt"),
                        row.getString("von"),
                        row.getTimestamp("angenommen_am").toInstant(),
                        row.getTimestamp("bis").toInstant(),
                        verlauf(row)),
                sending(row),
                row.getString("schluessel"),
                vorgang == null ? null : new VorgangId(vorgang));
    }

    private static Verlauf verlauf(ResultSet row) throws SQLException {
        var ergebnis = row.getString("ergebnis");
        return new Verlauf(
                Zustand.valueOf(row.getString("zustand")),
                instant(row, "uebergeben_am"),
                instant(row, "gesendet_am"),
                instant(row, "beendet_am"),
                ergebnis == null ? null : Ergebnis.valueOf(ergebnis),
                row.getString("grund"),
                instant(row, "spaet_bestaetigt_am"),
                row.getInt("versuche"));
    }

    private static @Nullable Sending sending(ResultSet row) throws SQLException {
        var devEui = row.getString("dev_eui");
        var payload = row.getBytes("payload");
        var route = row.getString("route");
        return devEui == null || payload == null || route == null
                ? null
                : new Sending(
                        new DevEui(devEui),
                        row.getInt("f_port"),
                        payload,
                        new Via(
                                row.getString("source"),
                                row.getString("application"),
                                row.getString("device_id"),
                                route),
                        row.getString("server_id"));
    }

    static DeviceEvent event(ResultSet row, int number) throws SQLException {
        return DeviceEvent.of(
                        row.getString("event_id"),
                        row.getString("source"),
                        new DevEui(row.getString("dev_eui")),
                        DeviceEvent.Type.valueOf(row.getString("type")),
                        row.getTimestamp("at").toInstant())
                .withDownlink(row.getString("downlink_id"))
                .withLog(row.getString("level"), row.getString("code"), row.getString("description"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
