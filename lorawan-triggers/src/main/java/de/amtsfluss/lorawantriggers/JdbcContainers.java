package de.amtsfluss.lorawantriggers;

import de.amtsfluss.lorawantriggers.device.DeviceTypes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of containers in PostgreSQL. */
@Repository
@DependsOn("lorawanTriggersFlyway")
class JdbcContainers implements Containers {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DeviceTypes types;

    JdbcContainers(JdbcClient jdbc, TransactionTemplate transaction, DeviceTypes types) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.types = types;
    }

    @Override
    public Registered register(Container container) {
        if (types.find(container.sensor().typ()).isEmpty()) {
            return new Registered.UnknownType(container.sensor().typ());
        }
        return transaction.execute(status -> {
            var owner = ownerOf(container.sensor().devEui());
            if (owner.isPresent() && !owner.get().equals(container.id())) {
                return new Registered.SensorTaken(owner.get());
            }
            store(container);
            return new Registered.Done();
        });
    }

    private Optional<String> ownerOf(DevEui devEui) {
        return jdbc.sql("select container_id from lorawan_triggers.device where dev_eui = ?")
                .param(devEui.value())
                .query(String.class)
                .optional();
    }

    private void store(Container container) {
        jdbc.sql("""
                        insert into lorawan_triggers.container (id, ort, breite, laenge, fraktion, volumen_liter)
                        values (:id, :ort, :breite, :laenge, :fraktion, :volumen)
                        on conflict (id) do update set ort = excluded.ort, breite = excluded.breite,
                            laenge = excluded.laenge, fraktion = excluded.fraktion,
                            volumen_liter = excluded.volumen_liter
                        """)
                .param("id", container.id())
                .param("ort", container.ort())
                .param("breite", container.breite())
                .param("laenge", container.laenge())
                .param("fraktion", container.fraktion().name())
                .param("volumen", container.volumenLiter())
                .update();
        var sensor = container.sensor();
        jdbc.sql("""
                        insert into lorawan_triggers.device
                            (dev_eui, container_id, typ, empty_distance_mm, full_distance_mm)
                        values (:devEui, :container, :typ, :empty, :full)
                        on conflict (container_id) do update set dev_eui = excluded.dev_eui, typ = excluded.typ,
                            empty_distance_mm = excluded.empty_distance_mm,
                            full_distance_mm = excluded.full_distance_mm
                        """)
                .param("devEui", sensor.devEui().value())
                .param("container", container.id())
                .param("typ", sensor.typ())
                .param("empty", sensor.emptyDistanceMm())
                .param("full", sensor.fullDistanceMm())
                .update();
    }

    @Override
    public Optional<Container> findBySensor(DevEui devEui) {
        return jdbc.sql("""
                        select c.id, c.ort, c.breite, c.laenge, c.fraktion, c.volumen_liter,
                               d.dev_eui, d.typ, d.empty_distance_mm, d.full_distance_mm
                        from lorawan_triggers.device d
                        join lorawan_triggers.container c on c.id = d.container_id
                        where d.dev_eui = ?
                        """)
                .param(devEui.value())
                .query(JdbcContainers::container)
                .optional();
    }

    private static Container container(ResultSet row, int number) throws SQLException {
        return new Container(
                row.getString("id"),
                row.getString("ort"),
                row.getDouble("breite"),
                row.getDouble("laenge"),
                Container.Fraktion.valueOf(row.getString("fraktion")),
                row.getInt("volumen_liter"),
                new Container.Sensor(
                        new DevEui(row.getString("dev_eui")),
                        row.getString("typ"),
                        row.getInt("empty_distance_mm"),
                        row.getInt("full_distance_mm")));
    }
}
