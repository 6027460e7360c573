package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.Auskuenfte.Format;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Auskunft.Urteil;
import de.amtsfluss.processes.Auskunftsinhalt.Zugriff;
import de.amtsfluss.processes.Beteiligter.Rolle;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people are told, and what not. */
class AuskunftsinhaltTests extends AuskunftProbe {

    @Test
    void tellsWhatIsKeptAndNothingOfTheOtherParty() {
        var other = new Beteiligter(
                Rolle.ANTRAGSTELLER,
                "Friederike Fremdling",
                LocalDate.of(1975, 5, 5),
                new Anschrift("Andersweg 99", "33602", "Bielefeld"),
                "fremd@example.org",
                "0521 987654",
                Versandweg.BRIEF,
                "konto-fremd");
        var own = new Beteiligter(
                Rolle.BETROFFENER, "Jutta " + nachname, BORN, ANSCHRIFT, null, null, Versandweg.BRIEF, null);
        var vorgang = vorgang(
                Map.of(
                        "vorname", "Friederike",
                        "meldung", "Frau FREMDLING (Tel. 0521/987654) beschwert sich",
                        "kontakt", Map.of("mail", "Fremd@Example.org"),
                        "seit", "05.05.1975",
                        "beobachtung", "Der Nachbar Herr Niemand sah es auch",
                        "hundName", "Bello"),
                own,
                other);
        received(vorgang, "Vollmacht Fremdling.txt");
        received(vorgang, "Foto.txt");
        decide(vorgang);
        var id = searched(new Person("Jutta", nachname, null, BORN, null, null, null))
                .id();
        done(auskuenfte.judge(id, vorgang, Urteil.BESTAETIGT, DORA));

        var preview = auskuenfte.preview(id, vorgang, DORA).orElseThrow();
        assertThat(preview.zuPruefen()).contains("angabe.beobachtung").anyMatch(key -> key.startsWith("dokument."));
        done(auskuenfte.check(id, vorgang, Set.of("angabe.beobachtung", "erfunden"), preview.stand(), DORA));
        done(auskuenfte.release(id, DORA));

        for (var format : Format.values()) {
            assertThat(text(id, format))
                    .doesNotContainIgnoringCase("Fremd")
                    .doesNotContain(
                            "Friederike", "987654", "05.05.1975", "1975-05-05", "Andersweg", "Niemand", "konto-fremd")
                    .contains("Bello", "Foto.txt");
        }
        var told = answer(id).path("vorgaenge").path(0);
        assertThat(told.path("rolle").asString()).isEqualTo("betroffene Person");
        assertThat(told.path("weitereBeteiligte").path(0).asString()).isEqualTo("antragstellende Person");
        assertThat(told.path("herkunft").asString()).contains("anderen beteiligten Person");
        assertThat(told.path("verarbeitung").path("rechtsgrundlage").asString()).contains("KAG NRW");
        assertThat(told.path("verarbeitung").path("aufbewahrung").asString())
                .isEqualTo("10 Jahre ab dem Ende des Vorgangs");
        assertThat(told.path("entscheidungen")
                        .path(0)
                        .path("begruendung")
                        .path(0)
                        .asString())
                .contains("97,5 %");
        assertThat(told.path("automatisiert").asBoolean()).isTrue();
        assertThat(told.path("zugriffe").toString()).contains("Datenschutz").doesNotContain("dora");
    }

    @Test
    void theAnswerHasTheFieldsThatAreWrittenDown() {
        var vorgang = vorgang(Map.of("hundName", "Bello"), person("Jutta " + nachname, BORN));
        received(vorgang, "Foto.txt");
        decide(vorgang);
        var id = released(new Person("Jutta", nachname, null, BORN, ANSCHRIFT, null, null), vorgang);

        assertFields(answer(id), Auskunftsinhalt.class);
        assertFields(answer(id).path("vorgaenge").path(0), Auskunftsinhalt.Vorgangsauskunft.class);
        assertFields(
                answer(id).path("vorgaenge").path(0).path("entscheidungen").path(0),
                Auskunftsinhalt.Entscheidungsangabe.class);
        assertFields(
                answer(id).path("vorgaenge").path(0).path("dokumente").path(0), Auskunftsinhalt.Dokumentangabe.class);
        assertFields(answer(id).path("vorgaenge").path(0).path("zugriffe").path(0), Zugriff.class);
        assertThat(answer(id)
                        .path("vorgaenge")
                        .path(0)
                        .path("dokumente")
                        .path(0)
                        .path("sha256")
                        .asString())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void whatWasErasedAppearsAsProofOnly() {
        var vorgang = vorgang(Map.of("hundName", "Bello"), person("Jutta " + nachname, BORN));
        received(vorgang, "Foto.txt");
        verschluesselung.destroy(vorgang);

        var id = released(new Person("Jutta", nachname, null, BORN, null, null, null), vorgang);

        assertThat(now(id).kandidaten()).singleElement().satisfies(kandidat -> {
            assertThat(kandidat.geloescht()).isTrue();
            assertThat(kandidat.beteiligter()).isNull();
        });
        assertThat(text(id, Format.JSON)).doesNotContain("Bello", "Foto");
        assertThat(answer(id).path("vorgaenge").path(0).path("geloescht").asBoolean())
                .isTrue();
        assertThat(answer(id).path("vorgaenge").path(0).path("zugriffe")).isNotEmpty();
    }

    @Test
    void whoeverIsNotKnownIsToldThatToo() {
        var id = searched(new Person("<b>Jutta</b>", nachname + "\"; drop table x", null, null, null, null, null))
                .id();

        done(auskuenfte.release(id, DORA));

        assertThat(answer(id).path("vorgaenge")).isEmpty();
        assertThat(answer(id).path("person").path("vorname").asString()).isEqualTo("<b>Jutta</b>");
        verschluesselung.destroy(new VorgangId(id));
        assertThat(now(id).person().nachname()).isEqualTo("Gelöscht");
        assertThat(auskuenfte.answer(id, Format.JSON, DORA)).isEmpty();
    }

    @Test
    void theProtokollSaysWhoSearchedAndNothingOfThePersonNorDoTheTables() {
        var mail = nachname.replaceAll("[^a-z]", "") + "@example.org";
        var vorgang = vorgang(person("Jutta " + nachname, BORN));
        var person = new Person("Jutta", nachname, null, BORN, ANSCHRIFT, mail, "konto-" + nachname);
        var id = released(person, vorgang);
        auskuenfte.answer(id, Format.PDF, DORA);
        var refused = request(person).id();
        done(auskuenfte.reject(refused, "Jutta " + nachname + " ist nicht bekannt", DORA));

        assertThat(now(refused).grund()).contains(nachname);
        assertThat(protokoll())
                .anyMatch(entry ->
                        entry.contains(id.toString()) && entry.contains("dora.musterfrau") && entry.contains("suche"))
                .anyMatch(entry -> entry.contains(vorgang.toString()) && entry.contains("GELESEN"));
        var kept = String.join(" ", protokoll())
                + String.join(" ", rows("auskunft"))
                + String.join(" ", rows("auskunft_kandidat"));
        for (var personal : List.of(nachname, "Jutta", "1980-02-29", "Musterstra", mail, hex(nachname), hex("Jutta"))) {
            assertThat(kept).doesNotContain(personal);
        }
    }

    static void assertFields(JsonNode node, Class<?> record) {
        assertThat(node.propertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    List<String> rows(String table) {
        return jdbc.sql("select t::text from processes.%s t".formatted(table))
                .query((row, number) -> row.getString(1))
                .list();
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
