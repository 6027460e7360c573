package de.amtsfluss.processes.suche;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.CombinedFieldsOperator;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import de.amtsfluss.processes.Aktensuche.Anfrage;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Vertraulichkeit;
import de.amtsfluss.processes.suche.Suchworte.Alternative;
import de.amtsfluss.processes.suche.Suchworte.Begriff;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A question to Elasticsearch. What a person has typed only gets into it as words to be compared, never as a query
 * language. As in PostgreSQL a name counts more than the text, and names are compared as they are written too.
 */
final class Suchfrage {

    private static final float NAME = 4;

    private Suchfrage() {}

    /** What the person may see and wants to find; permissions are a filter, so they act before anything is counted. */
    static Query of(Anfrage anfrage, Akteur akteur) {
        var bool = new BoolQuery.Builder()
                .must(words(anfrage.text().strip()))
                .filter(oneOf("gruppen", akteur.gruppen()))
                .filter(oneOf("vertraulichkeit", Vertraulichkeit.openTo(akteur.gruppen())));
        for (var merkmal : Merkmal.of(anfrage)) {
            bool.filter(oneOf("merkmale", List.of(merkmal)));
        }
        var status = anfrage.status();
        if (status != null) {
            bool.filter(oneOf("status", List.of(status.name())));
        }
        return bool.build()._toQuery();
    }

    /** What is marked in the text. */
    static Query marked(Anfrage anfrage) {
        return any(Suchworte.read(anfrage.text()).gesuchte().stream()
                .map(begriff -> begriff.folge() ? phrase("inhalt", begriff.text()) : match("inhalt", begriff.text()))
                .toList());
    }

    private static Query words(String text) {
        return Suchworte.isAktenzeichen(text)
                ? oneOf("zeichen", List.of(text.toLowerCase(Locale.ROOT)))
                : any(Suchworte.read(text).alternativen().stream()
                        .map(Suchfrage::alternative)
                        .toList());
    }

    private static Query alternative(Alternative alternative) {
        var bool = new BoolQuery.Builder();
        var worte = alternative.worte();
        if (!worte.isEmpty()) {
            bool.must(words(worte, NAME));
        }
        for (var begriff : alternative.begriffe()) {
            if (begriff.ohne()) {
                bool.mustNot(begriff(begriff));
            } else if (begriff.folge()) {
                bool.must(begriff(begriff));
            }
        }
        return bool.build()._toQuery();
    }

    private static Query begriff(Begriff begriff) {
        return begriff.folge() ? phrase(begriff.text()) : words(begriff.text(), NAME);
    }

    /** All words somewhere in names and text by their stems, or all in the names as they are written. */
    private static Query words(String text, float boost) {
        var names = Faltung.words(text);
        return any(List.of(
                Query.of(query -> query.combinedFields(fields ->
                        fields.query(text).fields("namen^" + boost, "inhalt").operator(CombinedFieldsOperator.And))),
                simple(Faltung.plain(names)),
                simple(Faltung.umlauts(names))));
    }

    private static Query simple(String text) {
        return Query.of(query -> query.match(match ->
                match.field("einfach").query(text).operator(Operator.And).boost(NAME)));
    }

    private static Query phrase(String text) {
        var names = Faltung.words(text);
        return any(List.of(
                phrase("namen", text),
                phrase("inhalt", text),
                phrase("einfach", Faltung.plain(names)),
                phrase("einfach", Faltung.umlauts(names))));
    }

    private static Query phrase(String field, String text) {
        return Query.of(query -> query.matchPhrase(match -> match.field(field).query(text)));
    }

    private static Query match(String field, String text) {
        return Query.of(query -> query.match(match -> match.field(field).query(text)));
    }

    private static Query any(List<Query> queries) {
        return queries.isEmpty()
                ? Query.of(query -> query.matchNone(none -> none))
                : Query.of(query -> query.bool(bool -> bool.should(queries).minimumShouldMatch("1")));
    }

    private static Query oneOf(String field, Collection<String> values) {
        return Query.of(query -> query.terms(terms -> terms.field(field)
                .terms(list -> list.value(values.stream().map(FieldValue::of).toList()))));
    }
}
