package de.amtsfluss.processes.geschaeftsgang;

import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.ZdaHindernis;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A Geschäftsgang that is not at its end, with the Wiedervorlagen that are to come in it. */
@Component
class OffenerGeschaeftsgang implements ZdaHindernis {

    private final JdbcClient jdbc;

    OffenerGeschaeftsgang(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> of(VorgangId vorgang) {
        return jdbc.sql("""
                select 'Im Vorgang ' || v.aktenzeichen || coalesce(
                    ' steht eine Wiedervorlage am ' || to_char(min(s.termin), 'DD.MM.YYYY') || ' aus.',
                    ' läuft noch ein Geschäftsgang.')
                from processes.vorgang v
                join processes.geschaeftsgang g on g.vorgang_id = v.id
                left join processes.beteiligungsschritt s
                    on s.geschaeftsgang_id = g.id and s.verfuegung = 'WIEDERVORLAGE'
                    and s.status in ('ZUKUENFTIG', 'AKTUELL')
                where v.id = :vorgang and g.status in ('LAUFEND', 'UEBERARBEITUNG')
                group by v.aktenzeichen, g.id""")
                .param("vorgang", vorgang.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
