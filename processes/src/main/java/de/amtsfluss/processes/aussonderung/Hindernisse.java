package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.Akten;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.ZdaHindernis;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands against listing or erasing a Vorgang, in sentences. */
@Component
class Hindernisse {

    private final JdbcClient jdbc;
    private final Akten akten;
    private final List<ZdaHindernis> others;

    Hindernisse(JdbcClient jdbc, Akten akten, List<ZdaHindernis> others) {
        this.jdbc = jdbc;
        this.akten = akten;
        this.others = others;
    }

    /** All that stands against erasing it. */
    List<String> of(VorgangId vorgang) {
        return Stream.concat(akten.loeschhindernisse(vorgang).stream(), open(vorgang).stream())
                .toList();
    }

    /** What is still to be done in it. */
    List<String> open(VorgangId vorgang) {
        return Stream.concat(others.stream().flatMap(other -> other.of(vorgang).stream()), letters(vorgang).stream())
                .toList();
    }

    /** A letter that waits, or lies in a batch that was not posted yet, would be printed or kept after the erasure. */
    private List<String> letters(VorgangId vorgang) {
        return jdbc.sql("""
                select 'Im Vorgang ' || v.aktenzeichen || ' ist eine Sendung noch nicht verschickt.'
                from processes.vorgang v where v.id = :vorgang and exists (select from processes.versand s
                    where s.vorgang_id = v.id and s.zustand in ('VORGEMERKT', 'IM_DRUCK'))""")
                .param("vorgang", vorgang.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
