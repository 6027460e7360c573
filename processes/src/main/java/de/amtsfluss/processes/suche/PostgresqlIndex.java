package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.Aktensuche;
import de.amtsfluss.processes.Aktensuche.Anfrage;
import de.amtsfluss.processes.Aktensuche.Treffer;
import de.amtsfluss.processes.Aktensuche.Trefferliste;
import de.amtsfluss.processes.Aktensuche.Typ;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Vertraulichkeit;
import de.amtsfluss.processes.VorgangId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The full text search of PostgreSQL: German words by their stems, names as they are written.
 *
 * <p>Groups and filters are part of the one index on words, so that PostgreSQL reads no row that is not wanted; who may
 * see a row is then asked once more where it is kept.
 */
class PostgresqlIndex implements Suchindex {

    private static final String KENNUNG = "postgresql";

    /** A minus before a word excludes it; then the names are not asked beside the words, since one of both would do. */
    private static final Pattern EXCLUDES = Pattern.compile("(^|\\s)-\\S");

    private static final String WORDS = "websearch_to_tsquery('german', :text)";
    private static final String WORDS_AND_NAMES =
            "(" + WORDS + " || websearch_to_tsquery('simple', :einfach) || websearch_to_tsquery('simple', :umlaute))";

    private static final String MARKS =
            "StartSel=%s, StopSel=%s, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=\" … \""
                    .formatted(Hervorhebung.BEGIN, Hervorhebung.END);

    /**
     * With more groups than this the index is asked for the words alone: it would put together the rows of all groups,
     * nearly the whole table, only to keep the few that have the words.
     */
    private static final int MOST_GROUPS_BY_INDEX = 8;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PostgresqlIndex(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public String kennung() {
        return KENNUNG;
    }

    /** Its table is emptied whenever the index changes. */
    @Override
    public String renew() {
        return KENNUNG;
    }

    @Override
    public void write(Eintrag eintrag) {
        var vorgang = eintrag.vorgang();
        var names = Faltung.words(vorgang.betreff() + " " + eintrag.titel());
        jdbc.sql("""
                insert into suche.eintrag (id, vorgang_id, art, typ, jahr, aktenzeichen, betreff, titel, inhalt, tag,
                    gruppen, merkmale, vektor)
                values (:id, :vorgang, :art, :typ, :jahr, :aktenzeichen, :betreff, :titel, :inhalt, :tag, :gruppen,
                    :merkmale, setweight(to_tsvector('simple', :einfach || ' ' || :umlaute), 'A')
                        || setweight(to_tsvector('german', :namen), 'A') || to_tsvector('german', :inhalt))
                on conflict (id) do update set vorgang_id = excluded.vorgang_id, art = excluded.art, typ = excluded.typ,
                    jahr = excluded.jahr, aktenzeichen = excluded.aktenzeichen, betreff = excluded.betreff,
                    titel = excluded.titel, inhalt = excluded.inhalt, tag = excluded.tag, gruppen = excluded.gruppen,
                    merkmale = excluded.merkmale, vektor = excluded.vektor""")
                .param("id", eintrag.id())
                .param("vorgang", vorgang.id().value())
                .param("art", eintrag.typ() == Typ.VORGANG ? "VORGANG" : "DOKUMENT")
                .param("typ", eintrag.typ().name())
                .param("jahr", eintrag.tag().getYear())
                .param("aktenzeichen", vorgang.aktenzeichen())
                .param("betreff", vorgang.betreff())
                .param("titel", eintrag.titel())
                .param("inhalt", eintrag.inhalt())
                .param("tag", eintrag.tag())
                .param("gruppen", vorgang.gruppen().toArray(String[]::new))
                .param("merkmale", eintrag.merkmale().toArray(String[]::new))
                .param("namen", names)
                .param("einfach", Faltung.plain(names))
                .param("umlaute", Faltung.umlauts(names))
                .update();
    }

    @Override
    public void remove(UUID id) {
        jdbc.sql("delete from suche.eintrag where id = :id").param("id", id).update();
    }

    @Override
    public void remove(VorgangId vorgang) {
        jdbc.sql("delete from suche.eintrag where vorgang_id = :vorgang")
                .param("vorgang", vorgang.value())
                .update();
    }

    @Override
    public void forget(VorgangId vorgang) {
        remove(vorgang);
    }

    @Override
    public Trefferliste search(Anfrage anfrage, Akteur akteur) {
        return Objects.requireNonNull(transaction.execute(status -> {
            settle();
            return find(anfrage, akteur);
        }));
    }

    /**
     * Sets for this transaction what PostgreSQL cannot know of it. The first page needs some thousand rows, so neither
     * compiling the question nor starting workers pays off. A bitmap is made to its end although the first rows are
     * enough: its entries cost more than they seem to, and a coarse one is made sooner. How frequent a word is, only a
     * plan for that word can heed.
     */
    private void settle() {
        jdbc.sql("""
                select set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true),
                    set_config('cpu_index_tuple_cost', '0.03', true), set_config('work_mem', '1MB', true),
                    set_config('plan_cache_mode', 'force_custom_plan', true)""").query((row, number) -> row.getString(1)).single();
    }

    private Trefferliste find(Anfrage anfrage, Akteur akteur) {
        var text = anfrage.text().strip();
        var words = EXCLUDES.matcher(text).find() ? WORDS : WORDS_AND_NAMES;
        var condition =
                Suchworte.isAktenzeichen(text) ? "lower(e.aktenzeichen) = lower(:text)" : "e.vektor @@ " + words;
        var merkmale = Merkmal.of(anfrage);
        // Every row contains none at all, and the index on words would not be used.
        var filtered = merkmale.length == 0 ? condition : condition + " and e.merkmale @> :merkmale::text[]";
        var hits = new ArrayList<Treffer>();
        var counted = jdbc.sql(question(filtered, words, gruppen(akteur)))
                .param("text", text)
                .param("einfach", Faltung.plain(text))
                .param("umlaute", Faltung.umlauts(text))
                .param("gruppen", akteur.gruppen().toArray(String[]::new))
                .param("merkmale", merkmale)
                .param("stufen", Vertraulichkeit.openTo(akteur.gruppen()).toArray(String[]::new))
                .param(
                        "status",
                        anfrage.status() == null ? null : anfrage.status().name())
                .param("most", Aktensuche.MOST_COUNTED + 1)
                .param("offset", (Math.max(1, anfrage.seite()) - 1) * Aktensuche.PAGE_SIZE)
                .param("limit", Aktensuche.PAGE_SIZE)
                .param("marken", MARKS)
                .query((row, number) -> {
                    var hit = read(row);
                    if (hit != null) {
                        hits.add(hit);
                    }
                    return row.getInt("anzahl");
                })
                .list()
                .getFirst();
        return new Trefferliste(hits, Math.min(counted, Aktensuche.MOST_COUNTED), counted > Aktensuche.MOST_COUNTED);
    }

    /**
     * Narrows the rows to those of the person's groups; of many groups the index would read too much, so the rows are
     * looked at instead. Whether the person may see a row is asked of its Vorgang in any case.
     */
    private static String gruppen(Akteur akteur) {
        return akteur.gruppen().size() > MOST_GROUPS_BY_INDEX
                ? "(e.gruppen && :gruppen::text[]) is true"
                : "e.gruppen && :gruppen::text[]";
    }

    /**
     * The question.
     *
     * @param condition which rows are found
     * @param words by which they are ranked and highlighted
     * @param gruppen narrows the rows to those of the groups
     */
    private static String question(String condition, String words, String gruppen) {
        return """
            with kandidaten as materialized (
                select e.id, e.vektor, e.tag
                from suche.eintrag e
                where %1$s and %3$s
                  -- offset 0: asked for each row that was found, and never the way by which rows are found.
                  and exists (
                    select 1
                    from processes.vorgang v
                    join processes.vorgang_akte va on va.vorgang_id = v.id
                    join processes.akte a on a.id = va.akte_id
                    where v.id = e.vorgang_id
                      and v.gruppen && :gruppen::text[] and a.vertraulichkeit = any(:stufen::text[])
                      and (:status::text is null or v.status = :status)
                    offset 0)
                limit :most),
            seite as (
                select id, row_number() over (order by ts_rank(vektor, %2$s) desc, tag desc, id) as platz
                from kandidaten order by platz offset :offset limit :limit)
            select gezaehlt.anzahl, e.id, e.vorgang_id, e.typ, e.aktenzeichen, e.betreff, e.titel,
                ts_headline('german', left(e.inhalt, 100000), %2$s, :marken) as auszug
            from (select count(*) as anzahl from kandidaten) gezaehlt
            left join (seite join suche.eintrag e using (id)) on true
            order by platz""".formatted(condition, words, gruppen);
    }

    /** Null where the page has no hit but only the count. */
    private static @Nullable Treffer read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        if (id == null) {
            return null;
        }
        var typ = Typ.valueOf(row.getString("typ"));
        return new Treffer(
                new VorgangId(row.getObject("vorgang_id", UUID.class)),
                typ == Typ.VORGANG ? null : new DokumentId(id),
                typ,
                row.getString("aktenzeichen"),
                row.getString("betreff"),
                row.getString("titel"),
                Hervorhebung.read(row.getString("auszug")));
    }
}
