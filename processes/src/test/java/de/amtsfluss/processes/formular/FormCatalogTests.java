package de.amtsfluss.processes.formular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

class FormCatalogTests {

    final JsonMapper json = JsonMapper.builder().build();
    final FormCatalog forms = new FormCatalog(new PathMatchingResourcePatternResolver(), json);

    FormCatalogTests() throws IOException {}

    @Test
    void acceptsWhatTheFormAllows() {
        var values = Map.<String, Object>of(
                "geprueft",
                false,
                "bemerkung",
                "gut",
                "anzahl",
                5,
                "kuerzel",
                "AB",
                "arten",
                List.of("a"),
                "dringend",
                true);

        assertThat(forms.check("probe", new HashMap<>(values))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                            | geprueft  | „Geprüft“ muss ausgefüllt werden.
            {"geprueft":""}                               | geprueft  | „Geprüft“ muss ausgefüllt werden.
            {"geprueft":"true"}                           | geprueft  | „Geprüft“ enthält keine der angebotenen Antworten.
            {"geprueft":true,"anzahl":"drei"}             | anzahl    | „Anzahl“ muss eine Zahl sein.
            {"geprueft":true,"anzahl":0}                  | anzahl    | „Anzahl“ liegt außerhalb des erlaubten Bereichs.
            {"geprueft":true,"anzahl":6}                  | anzahl    | „Anzahl“ liegt außerhalb des erlaubten Bereichs.
            {"geprueft":true,"bemerkung":7}               | bemerkung | „Bemerkung“ muss ein Text sein.
            {"geprueft":true,"bemerkung":"123456789012345678901"} | bemerkung | „Bemerkung“ darf höchstens 20 Zeichen lang sein.
            {"geprueft":true,"kuerzel":"A"}               | kuerzel   | „Kürzel“ muss mindestens 2 Zeichen lang sein.
            {"geprueft":true,"kuerzel":"ab"}              | kuerzel   | „Kürzel“ hat nicht die verlangte Form.
            {"geprueft":true,"arten":["a","c"]}           | arten     | „Arten“ enthält keine der angebotenen Antworten.
            {"geprueft":true,"arten":"a"}                 | arten     | „Arten“ enthält keine der angebotenen Antworten.
            {"geprueft":true,"dringend":"ja"}             | dringend  | „Dringend“ muss Ja oder Nein sein.
            {"geprueft":true,"fremd":1}                   | fremd     | „fremd“ ist kein Feld dieses Formulars.
            """)
    void saysAtTheFieldWhatIsWrong(String values, String key, String sentence) {
        @SuppressWarnings("unchecked")
        Map<String, Object> read = json.readValue(values, Map.class);

        assertThat(forms.check("probe", new HashMap<>(read))).containsExactly(Map.entry(key, sentence));
    }

    @Test
    void letsOnlyMarkedFieldsReachTheEngine() {
        assertThat(forms.select("probe", new HashMap<>(Map.of("geprueft", true, "bemerkung", "geheim"))))
                .containsExactly(Map.entry("geprueft", true));
    }

    @Test
    void refusesAnUnknownForm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forms.check("fehlt", Map.of()))
                .withMessage("Expected to use form 'fehlt', but no such form was found");
    }
}
