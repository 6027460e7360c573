package de.amtsfluss.deploy.benchmarks.akten;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many documents in the search index, made by SQL: ten in each Vorgang, 40 words each, drawn so that few words are in
 * many documents and many in few; 50 groups, of which each Vorgang has one.
 */
final class ManyDocuments {

    static final int WORDS = 20_000;
    static final int GROUPS = 50;
    private static final int PER_VORGANG = 10;
    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final int documents;

    ManyDocuments(JdbcClient jdbc, int documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    void make() {
        jdbc.sql("drop index suche.eintrag_suche").update();
        for (var from = 0; from < documents / PER_VORGANG; from += BATCH) {
            vorgaenge(from, Math.min(from + BATCH, documents / PER_VORGANG));
        }
        jdbc.sql("create index eintrag_suche on suche.eintrag using gin (vektor, gruppen, merkmale)")
                .update();
        jdbc.sql("vacuum analyze").update();
    }

    private void vorgaenge(int from, int to) {
        jdbc.sql("""
                with neu as (
                    insert into processes.vorgang (id, aktenzeichen, verfahren, betreff, process_instance_key, kanal, status,
                        inhalt, gruppen, angelegt_am)
                    select gen_random_uuid(), '100.1-10.01/' || n || '-1999', 'verfahren-' || n % 20, 'Messung ' || n, -n,
                        'brief', case n % 4 when 0 then 'OFFEN' else 'ABGESCHLOSSEN' end, ''::bytea,
                        array['gruppe-' || n % :groups], timestamptz '2016-01-01' + n % 3650 * interval '1 day'
                    from generate_series(:from::bigint + 1, :to) n
                    returning *),
                akte as (
                    insert into processes.akte (id, kennzeichen, betreff, aktenplaneinheit, vertraulichkeit, medium,
                        laufzeit_beginn, angelegt_am)
                    select id, aktenzeichen, betreff, '100.1-10.01', 'OFFEN', 'ELEKTRONISCH', angelegt_am, angelegt_am
                    from neu),
                zuordnung as (insert into processes.vorgang_akte select id, id from neu),
                text as (
                    select neu.*, gen_random_uuid() as dokument, (
                        select string_agg('wort' || floor(power(random(), 4) * :words)::int, ' ')
                        from generate_series(1, 40) where neu.id is not null and d > 0) as worte
                    from neu, generate_series(1, :perVorgang) d)
                insert into suche.eintrag (id, vorgang_id, art, typ, jahr, aktenzeichen, betreff, titel, inhalt, tag,
                    gruppen, merkmale, vektor)
                select dokument, id, 'DOKUMENT', 'PDF', extract(year from angelegt_am), aktenzeichen, betreff,
                    'Messung.pdf', worte, angelegt_am::date, gruppen,
                    array['verfahren:' || verfahren, 'jahr:' || extract(year from angelegt_am), 'typ:PDF'],
                    to_tsvector('german', worte)
                from text""")
                .param("from", from)
                .param("to", to)
                .param("groups", GROUPS)
                .param("words", WORDS)
                .param("perVorgang", PER_VORGANG)
                .update();
    }
}
