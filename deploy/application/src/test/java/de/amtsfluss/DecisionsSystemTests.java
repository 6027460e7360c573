package de.amtsfluss;

import static de.amtsfluss.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Decision tables over HTTP, on the real servers. */
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE, Part.KEYCLOAK, Part.MQTT, Part.MAIL, Part.APPLICATION})
class DecisionsSystemTests {

    private static final String TABLE = "/api/decisions/sperrmuellEntgelt";

    private static final String EINGABEN = """
            {"leistung":"STANDARD","teile":1,"viertelstunden":0,"weitereKraefte":0,"abgesagt":false,"tageBisTermin":14}""";

    private final Api api;

    DecisionsSystemTests(LocalStack stack) {
        this.api = new Api(stack);
    }

    @Test
    void decidesByTableForMachinesAndSaysWhy() throws Exception {
        var mia = api.token("mia.mustermann");
        var evaluation = "/api/decisions/containerLeerung/evaluation";

        var decided = api.post(evaluation, "{\"eingaben\":{\"fraktion\":\"Glas\",\"fuellstandProzent\":95}}", mia);
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        assertThat(json(decided).path("begruendung").asString()).contains("„sofort“, weil ab 95 % ");
        var refused = api.post(evaluation, "{\"eingaben\":{\"fraktion\":\"Glas\"}}", mia);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("containerLeerung", "fuellstandProzent");
        assertThat(api.post("/api/decisions/unbekannt/evaluation", "{}", mia).statusCode())
                .isEqualTo(404);
    }

    @Test
    void releasesAChangedTableAndStillKnowsTheEarlierOne() throws Exception {
        var rolf = api.token("rolf.mustermann");
        var before = version();
        var changed = table().replace("<text>28</text>", "<text>31</text>");

        var rehearsal = api.upload("/api/decisions?probelauf=true", "entwurf.dmn", changed, rolf);
        assertThat(rehearsal.statusCode()).as(rehearsal.body()).isEqualTo(200);
        assertThat(json(rehearsal).path("freigegeben").asBoolean()).isFalse();
        assertThat(version()).isEqualTo(before);

        var release = api.upload("/api/decisions", "entwurf.dmn", changed, rolf);
        assertThat(release.statusCode()).as(release.body()).isEqualTo(200);
        assertThat(json(release).path("tabellen").get(0).path("version").asInt())
                .isEqualTo(before + 1);
        assertThat(version()).isEqualTo(before + 1);
        assertThat(api.get(TABLE + "/versions/" + (before + 1), rolf).body()).isEqualTo(changed);
        assertThat(api.get(TABLE, rolf).body()).contains("rolf.mustermann");
        assertThat(entgelt("")).contains("31");
        assertThat(entgelt(",\"version\":" + before)).contains("28").doesNotContain("31");
    }

    @Test
    void refusesABrokenTableWithRowAndReasonAndWhoDoesNotRelease() throws Exception {
        var rolf = api.token("rolf.mustermann");
        var broken = table().replace("<text>28</text>", "<text>achtundzwanzig</text>");

        var refused = api.upload("/api/decisions", "entwurf.dmn", broken, rolf);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).path("befunde").get(0).path("satz").asString()).contains("achtundzwanzig");
        var bomb = "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><d>&a;</d>";
        assertThat(api.upload("/api/decisions", "entwurf.dmn", bomb, rolf).statusCode())
                .isEqualTo(422);
        assertThat(api.upload("/api/decisions", "gross.dmn", "x".repeat(53_000_000), rolf)
                        .statusCode())
                .isEqualTo(413);
        assertThat(api.upload("/api/decisions", "entwurf.dmn", table(), api.token("mia.mustermann"))
                        .statusCode())
                .isEqualTo(403);
    }

    private String entgelt(String version) throws IOException, InterruptedException {
        var question = "{\"eingaben\":%s,\"stichtag\":\"2026-11-02\"%s}".formatted(EINGABEN, version);
        var answer = api.post(TABLE + "/evaluation", question, api.token("mia.mustermann"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("ergebnisse").toString();
    }

    private int version() throws IOException, InterruptedException {
        for (var table : json(api.get("/api/decisions", api.token("mia.mustermann")))) {
            if (table.path("tabelle").asString().equals("sperrmuellEntgelt")) {
                return table.path("version").asInt();
            }
        }
        return 0;
    }

    private static String table() throws IOException {
        return new ClassPathResource("tables/sperrmuell-abholen/sperrmuellEntgelt.dmn")
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
