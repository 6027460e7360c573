package de.amtsfluss.workers.touren;

import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.workers.touren.GeplanteTour.Ergebnis;
import de.amtsfluss.workers.touren.GeplanteTour.Status;
import de.amtsfluss.workers.touren.GeplanteTour.Stopp;
import de.amtsfluss.workers.touren.OffeneAuftraege.Buendel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;

/** Reads and writes the tours. */
@Repository
class TourRepository {

    /** Only who holds it makes tours; the number is the name {@code tour} as bytes. */
    private static final int LOCK = 0x746F7572;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    TourRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /**
     * Makes tours if no other copy does so at the moment. The lock is not that of a transaction: planning takes a
     * while, and as long as a transaction that has written is open PostgreSQL can clear away no old row of any table.
     */
    void alone(Runnable making) {
        template.execute((ConnectionCallback<@Nullable Void>) connection -> {
            var lock = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            if (ask(lock, "select pg_try_advisory_lock(:key, 0)")) {
                try {
                    making.run();
                } finally {
                    ask(lock, "select pg_advisory_unlock(:key, 0)");
                }
            }
            return null;
        });
    }

    private static boolean ask(JdbcClient lock, String question) {
        return lock.sql(question).param("key", LOCK).query(Boolean.class).single();
    }

    /** The containers that are on an open tour. */
    Set<String> containersOnTour() {
        return new HashSet<>(jdbc.sql("select container_id from workers.tour_halt where ergebnis = 'OFFEN'")
                .query(String.class)
                .list());
    }

    /** The orders that a tour has tried in vain since then. */
    Set<UUID> triedSince(Instant then) {
        return new HashSet<>(jdbc.sql("""
                select auftrag_id from workers.tour_halt
                where ergebnis = 'NICHT_GELEERT' and ergebnis_am > :then and auftrag_id is not null""")
                .param("then", Timestamp.from(then))
                .query(UUID.class)
                .list());
    }

    /** Until when the vehicles are out, by their names. */
    Map<String, Instant> outUntil() {
        var out = new HashMap<String, Instant>();
        jdbc.sql("select fahrzeug, max(ende_am) from workers.tour where status <> 'BEENDET' group by fahrzeug")
                .query(row -> {
                    out.put(row.getString(1), row.getTimestamp(2).toInstant());
                });
        return out;
    }

    void insert(UUID id, Buendel buendel, Tour tour, Instant now) {
        jdbc.sql("""
                insert into workers.tour (id, fraktion, bezirk, fahrzeug, status, geplant_am, beginn_am, ende_am, meter)
                values (:id, :fraktion, :bezirk, :fahrzeug, 'GEPLANT', :now, :beginn, :ende, :meter)""")
                .param("id", id)
                .param("fraktion", buendel.fraktion())
                .param("bezirk", buendel.bezirk())
                .param("fahrzeug", tour.einsatz().fahrzeug().name())
                .param("now", Timestamp.from(now))
                .param("beginn", Timestamp.from(tour.beginn()))
                .param("ende", Timestamp.from(tour.ende()))
                .param("meter", tour.meter())
                .update();
        tour.halte().forEach(halt -> insert(id, halt));
    }

    private void insert(UUID tour, Tour.Halt halt) {
        var leerung = halt.leerung();
        var auftrag = Optional.ofNullable(leerung.auftrag());
        jdbc.sql("""
                insert into workers.tour_halt (tour_id, nummer, container_id, ort, breite, laenge, volumen_liter,
                    fuellstand_prozent, auftrag_id, aktenzeichen, frist_am, sofort, ankunft_am, verspaetet, ergebnis)
                values (:tour, :nummer, :container, :ort, :breite, :laenge, :liter, :prozent, :auftrag, :aktenzeichen,
                    :frist, :sofort, :ankunft, :verspaetet, 'OFFEN')""")
                .param("tour", tour)
                .param("nummer", halt.nummer())
                .param("container", leerung.containerId())
                .param("ort", leerung.ort())
                .param("breite", leerung.punkt().breite())
                .param("laenge", leerung.punkt().laenge())
                .param("liter", leerung.volumenLiter())
                .param("prozent", leerung.fuellstandProzent())
                .param("auftrag", auftrag.map(it -> it.id().value()).orElse(null))
                .param(
                        "aktenzeichen",
                        auftrag.map(Leerung.Auftrag::aktenzeichen).orElse(null))
                .param("frist", auftrag.map(it -> Timestamp.from(it.fristAm())).orElse(null))
                .param("sofort", leerung.sofort())
                .param("ankunft", Timestamp.from(halt.ankunft()))
                .param("verspaetet", halt.verspaetet())
                .update();
    }

    /** The tour; nobody else may change it until the transaction ends. */
    Optional<GeplanteTour> lock(UUID id) {
        return jdbc.sql("select * from workers.tour where id = :id for update")
                .param("id", id)
                .query((row, number) -> new GeplanteTour(
                        id,
                        row.getString("fraktion"),
                        row.getString("bezirk"),
                        row.getString("fahrzeug"),
                        Status.valueOf(row.getString("status")),
                        row.getTimestamp("beginn_am").toInstant(),
                        row.getTimestamp("ende_am").toInstant(),
                        row.getInt("meter"),
                        stops(id)))
                .optional();
    }

    private List<Stopp> stops(UUID tour) {
        return jdbc.sql("select * from workers.tour_halt where tour_id = :tour order by nummer")
                .param("tour", tour)
                .query(TourRepository::stop)
                .list();
    }

    void note(UUID tour, int nummer, Ergebnis ergebnis, @Nullable String grund, Instant now) {
        jdbc.sql("""
                update workers.tour_halt set ergebnis = :ergebnis, ergebnis_am = :now, grund = :grund
                where tour_id = :tour and nummer = :nummer""")
                .param("ergebnis", ergebnis.name())
                .param("now", Timestamp.from(now))
                .param("grund", grund)
                .param("tour", tour)
                .param("nummer", nummer)
                .update();
    }

    void set(UUID tour, Status status) {
        jdbc.sql("update workers.tour set status = :status where id = :tour")
                .param("status", status.name())
                .param("tour", tour)
                .update();
    }

    /** What is kept of a tour lies with its Vorgang. */
    void forget(Instant endedBefore) {
        jdbc.sql("delete from workers.tour where status = 'BEENDET' and ende_am < :then")
                .param("then", Timestamp.from(endedBefore))
                .update();
    }

    private static Stopp stop(ResultSet row, int number) throws SQLException {
        var auftrag = row.getObject("auftrag_id", UUID.class);
        var frist = row.getTimestamp("frist_am");
        return new Stopp(
                row.getInt("nummer"),
                row.getString("container_id"),
                row.getString("ort"),
                new Punkt(row.getDouble("breite"), row.getDouble("laenge")),
                row.getInt("volumen_liter"),
                row.getDouble("fuellstand_prozent"),
                auftrag == null ? null : new AusloeserId(auftrag),
                row.getString("aktenzeichen"),
                frist == null ? null : frist.toInstant(),
                row.getBoolean("sofort"),
                row.getTimestamp("ankunft_am").toInstant(),
                row.getBoolean("verspaetet"),
                Ergebnis.valueOf(row.getString("ergebnis")));
    }
}
