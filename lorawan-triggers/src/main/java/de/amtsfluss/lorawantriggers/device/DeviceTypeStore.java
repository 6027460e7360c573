package de.amtsfluss.lorawantriggers.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every version of every released device type in PostgreSQL. */
@Repository
@DependsOn("lorawanTriggersFlyway")
class DeviceTypeStore {

    private static final String COLUMNS = "name, version, codec, profile, examples";

    private final JdbcClient jdbc;

    DeviceTypeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version of a device type.
     *
     * @param files its files
     * @param version its version, from 1
     */
    record Kept(DeviceTypeFiles files, int version) {}

    /** Lets other releases wait until the transaction ends, so that versions and marks are in the order of commits. */
    void lock() {
        jdbc.sql("lock table lorawan_triggers.device_type in share row exclusive mode")
                .update();
    }

    /** Grows with each release. */
    long mark() {
        return jdbc.sql("select coalesce(max(nummer), 0) from lorawan_triggers.device_type")
                .query(Long.class)
                .single();
    }

    /** The latest version of each type. */
    List<Kept> latest() {
        return jdbc.sql("select distinct on (name) " + COLUMNS
                        + " from lorawan_triggers.device_type order by name, version desc")
                .query(DeviceTypeStore::kept)
                .list();
    }

    /** The latest version of a type. */
    Optional<Kept> latest(String name) {
        return jdbc.sql("select " + COLUMNS
                        + " from lorawan_triggers.device_type where name = ? order by version desc limit 1")
                .param(name)
                .query(DeviceTypeStore::kept)
                .optional();
    }

    void keep(Kept kept, String by) {
        jdbc.sql("""
                        insert into lorawan_triggers.device_type (name, version, codec, profile, examples, released_by)
                        values (:name, :version, :codec, :profile, :examples, :by)""")
                .param("name", kept.files().name())
                .param("version", kept.version())
                .param("codec", kept.files().codec())
                .param("profile", kept.files().profile())
                .param("examples", kept.files().examples())
                .param("by", by)
                .update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new DeviceTypeFiles(
                        row.getString("name"),
                        row.getString("codec"),
                        row.getString("profile"),
                        row.getString("examples")),
                row.getInt("version"));
    }
}
