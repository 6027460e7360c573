package de.amtsfluss.processes.schluessel;

import de.amtsfluss.processes.VorgangId;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the keys of the Vorgaenge, each wrapped with a master key. None is cached, so that a deleted one is gone. */
final class Schluesselspeicher {

    private static final int BITS = 256;

    private static final String SELECT = """
            select vorgang_id, hauptschluessel, verpackt from schluessel.schluessel
            where vorgang_id %s and verpackt is not null""";

    private final JdbcClient jdbc;
    private final MasterKeys masterKeys;
    private final Clock clock;

    Schluesselspeicher(JdbcClient jdbc, MasterKeys masterKeys, Clock clock) {
        this.jdbc = jdbc;
        this.masterKeys = masterKeys;
        this.clock = clock;
    }

    /** The key, drawn if there is none yet. */
    SecretKey obtain(VorgangId vorgang) {
        return find(vorgang).orElseGet(() -> {
            jdbc.sql("""
                    insert into schluessel.schluessel (vorgang_id, hauptschluessel, verpackt, angelegt_am)
                    values (:vorgang, :master, :wrapped, :now) on conflict (vorgang_id) do nothing""")
                    .param("vorgang", vorgang.value())
                    .param("master", masterKeys.current())
                    .param("wrapped", masterKeys.wrap(draw()))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            return find(vorgang).orElseThrow(() -> new SchluesselGeloeschtException(vorgang));
        });
    }

    private static SecretKey draw() {
        try {
            var generator = KeyGenerator.getInstance("AES");
            generator.init(BITS);
            return generator.generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected the JDK to know AES, but it does not", e);
        }
    }

    Optional<SecretKey> find(VorgangId vorgang) {
        return Optional.ofNullable(find(List.of(vorgang.value())).get(vorgang.value()));
    }

    /** The keys that were not deleted. */
    Map<UUID, SecretKey> find(Collection<UUID> vorgaenge) {
        var found = new HashMap<UUID, SecretKey>();
        // PostgreSQL plans a list anew each time, which takes longer than to look up a single key.
        var asked = vorgaenge.size() == 1
                ? jdbc.sql(SELECT.formatted("= :id"))
                        .param("id", vorgaenge.iterator().next())
                : jdbc.sql(SELECT.formatted("= any(:ids)")).param("ids", vorgaenge.toArray(UUID[]::new));
        asked.query(row -> {
            found.put(
                    row.getObject("vorgang_id", UUID.class),
                    masterKeys.unwrap(row.getString("hauptschluessel"), row.getBytes("verpackt")));
        });
        return found;
    }

    /**
     * Wraps some keys anew that are wrapped with an older master key, and tells how many. A key that is deleted in the
     * meantime stays deleted.
     */
    int rewrap(int most) {
        var older = masterKeys.older();
        if (older.isEmpty()) {
            return 0;
        }
        var found = jdbc.sql("""
                select vorgang_id, hauptschluessel, verpackt from schluessel.schluessel
                where hauptschluessel = any(:older) and verpackt is not null limit :most""")
                .param("older", older.toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> new Wrapped(
                        row.getObject("vorgang_id", UUID.class),
                        row.getString("hauptschluessel"),
                        row.getBytes("verpackt")))
                .list();
        found.forEach(this::rewrap);
        return found.size();
    }

    private void rewrap(Wrapped old) {
        jdbc.sql("""
                update schluessel.schluessel set hauptschluessel = :master, verpackt = :wrapped
                where vorgang_id = :vorgang and verpackt = :before""")
                .param("master", masterKeys.current())
                .param("wrapped", masterKeys.wrap(masterKeys.unwrap(old.master(), old.key())))
                .param("vorgang", old.vorgang())
                .param("before", old.key())
                .update();
    }

    boolean destroy(VorgangId vorgang) {
        return jdbc.sql("""
                update schluessel.schluessel set verpackt = null, geloescht_am = :now
                where vorgang_id = :vorgang and verpackt is not null""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("vorgang", vorgang.value())
                        .update()
                > 0;
    }

    private record Wrapped(UUID vorgang, String master, byte[] key) {}
}
