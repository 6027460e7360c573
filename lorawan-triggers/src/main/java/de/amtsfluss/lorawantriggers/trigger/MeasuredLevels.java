package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.processes.Fuellstaende;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How full containers are by their twins. */
@Repository
@DependsOn("lorawanTriggersFlyway")
class MeasuredLevels implements Fuellstaende {

    /** An older level says nothing of today; the trigger for collection orders believes none that is older either. */
    private static final Duration OLDEST = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    MeasuredLevels(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Fuellstand> mindestens(double prozent, String fraktion, String bezirk) {
        return jdbc.sql("""
                        select * from (
                            select a.id, a.ort, a.breite, a.laenge, (a.merkmale ->> 'volumenLiter')::numeric as volumen,
                                case jsonb_typeof(t.measurements -> 'fillLevel')
                                    when 'number' then t.measurements ->> 'fillLevel'
                                    else t.measurements -> 'fillLevel' ->> 'value' end::float8 as prozent,
                                a.merkmale ->> 'fahrzeug' as fahrzeug,
                                case jsonb_typeof(t.measurements -> 'fillLevel')
                                    when 'number' then t.received_at
                                    else (t.measurements -> 'fillLevel' ->> 'at')::timestamptz end as am
                            from lorawan_triggers.asset a join lorawan_triggers.twin t on t.subject = a.id
                            where a.art = 'container' and a.bezirk = :bezirk and a.merkmale ->> 'fraktion' = :fraktion
                        ) as level
                        where prozent >= :prozent and am >= :oldest order by id
                        """)
                .param("bezirk", bezirk)
                .param("fraktion", fraktion)
                .param("prozent", prozent)
                .param("oldest", java.sql.Timestamp.from(clock.instant().minus(OLDEST)))
                .query((row, number) -> new Fuellstand(
                        row.getString("id"),
                        row.getString("ort"),
                        row.getDouble("breite"),
                        row.getDouble("laenge"),
                        row.getInt("volumen"),
                        row.getDouble("prozent"),
                        row.getString("fahrzeug"),
                        row.getTimestamp("am").toInstant()))
                .list();
    }
}
