package de.amtsfluss.processes.geschaeftsgang;

import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.GeschaeftsgangId;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Vertretungen;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.geschaeftsgang.GeschaeftsgangRepository.Lauf;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Four eyes: nobody signs what he drafted, nor does anybody who stands in for the one who did (BSI IT-Grundschutz
 * ORP.4, separation of duties; to be confirmed). Who drafted stands in the Protokoll.
 */
@Component
class VierAugen {

    private static final String OWN =
            "Diesen Entwurf haben Sie selbst verfasst oder geändert. Zeichnen muss ihn jemand anderes (Vier-Augen-Prinzip).";
    private static final String FOR_AUTHOR =
            "Für die Person, die den Entwurf verfasst hat, darf ihn niemand in Vertretung zeichnen (Vier-Augen-Prinzip).";
    private static final String DEPUTY =
            "Sie vertreten zurzeit die Person, die den Entwurf verfasst hat. Zeichnen muss ihn jemand anderes (Vier-Augen-Prinzip).";

    private final JdbcClient jdbc;
    private final Vertretungen vertretungen;

    VierAugen(JdbcClient jdbc, Vertretungen vertretungen) {
        this.jdbc = jdbc;
        this.vertretungen = vertretungen;
    }

    /** Why somebody may not sign; empty if he may. */
    Optional<String> refuse(Lauf lauf, Handelnder wer) {
        var authors = new HashSet<>(authors(lauf.vorgang(), lauf.dokument(), lauf.id()));
        authors.add(lauf.verfasser());
        if (authors.contains(wer.kennung())) {
            return Optional.of(OWN);
        }
        if (wer.fuer() != null && authors.contains(wer.fuer())) {
            return Optional.of(FOR_AUTHOR);
        }
        return vertretungen.kette(authors).contains(wer.kennung()) ? Optional.of(DEPUTY) : Optional.empty();
    }

    /** All who wrote or changed the draft, started its Geschäftsgang or revised it, for themselves or for another. */
    Set<String> authors(VorgangId vorgang, @Nullable DokumentId dokument, GeschaeftsgangId id) {
        return Set.copyOf(jdbc.sql("""
                with entwurf as (
                    select akteur, fuer from processes.protokoll
                    where kette = :vorgang and akteur_art = 'PERSON' and aktion in ('ANGELEGT', 'GEAENDERT')
                      and (objektart = 'DOKUMENT' and objekt_id = :dokument
                           or objektart = 'GESCHAEFTSGANG' and objekt_id = :id))
                select akteur from entwurf union select fuer from entwurf where fuer is not null""")
                .param("vorgang", vorgang.value())
                .param("dokument", dokument == null ? "" : dokument.toString())
                .param("id", id.toString())
                .query(String.class)
                .list());
    }
}
