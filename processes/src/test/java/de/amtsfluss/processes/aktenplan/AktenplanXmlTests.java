package de.amtsfluss.processes.aktenplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.amtsfluss.processes.Aktenplaneinheit;
import de.amtsfluss.processes.Aussonderungsart;
import de.amtsfluss.processes.aktenplan.AktenplanDatei.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AktenplanXmlTests {

    private static final String TEN = "<AnzahlJahre>10</AnzahlJahre>";

    @Test
    void readsWhatIsDelivered() throws IOException {
        try (var stream = Objects.requireNonNull(getClass().getResourceAsStream("/aktenplan/amtsfluss.xml"))) {
            assertThat(AktenplanXml.read(stream.readAllBytes()))
                    .isInstanceOfSatisfying(
                            Read.Sound.class,
                            sound -> assertThat(sound.datei().einheiten())
                                    .extracting(
                                            Aktenplaneinheit::kennzeichen,
                                            Aktenplaneinheit::uebergeordnet,
                                            Aktenplaneinheit::aufbewahrungsjahre,
                                            Aktenplaneinheit::aussonderungsart)
                                    .contains(
                                            tuple("700.3-70.41", "700.3", 2, Aussonderungsart.VERNICHTEN),
                                            tuple("200.2-20.31", "200.2", 10, Aussonderungsart.VERNICHTEN),
                                            tuple("320.1-32.45", "320.1", 5, Aussonderungsart.BEWERTEN),
                                            tuple("100.1-10.01", "100.1", 10, Aussonderungsart.BEWERTEN)));
        }
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var findings = findings(plan(
                "1",
                unit("1", "X", TEN, "")
                        + unit("2", "A", "<AnzahlJahre>70000</AnzahlJahre>", "")
                        + unit("2", "A", TEN, "")
                        + unit("../3", "A", TEN, "")
                        + unit("4", "A", "", "")));

        assertThat(findings)
                .containsExactly(
                        "1: Die Aussonderungsart muss A, B oder V sein.",
                        "2: Es fehlt die Aufbewahrungsdauer (0 bis 65535 Jahre oder unbefristet).",
                        "Das Kennzeichen „2“ kommt zweimal vor.",
                        "Einer Einheit unter „Aktenplan“ fehlt ein Kennzeichen aus Ziffern, Buchstaben, Punkten und Strichen.",
                        "4: Es fehlt die Aufbewahrungsdauer (0 bis 65535 Jahre oder unbefristet).");
    }

    @Test
    void keepsWithoutEndWhatIsUnlimited() {
        var read = AktenplanXml.read(bytes(plan("1", unit("1", "A", "<Unbefristet>true</Unbefristet>", ""))));

        assertThat(read)
                .isInstanceOfSatisfying(
                        Read.Sound.class,
                        sound -> assertThat(sound.datei().einheiten())
                                .singleElement()
                                .satisfies(einheit ->
                                        assertThat(einheit.aufbewahrungsjahre()).isNull()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
                "kein XML",
                "",
                "<a><b></a>"
            })
    void refusesWhatIsNoXmlOrHasADocumentType(String hostile) {
        assertThat(findings(hostile)).singleElement().asString().startsWith("Die Datei ist kein XML ohne Dokumenttyp");
    }

    @Test
    void refusesUnitsNestedToExhaustTheStack() {
        var deep = "<Einheit>".repeat(20_000) + "</Einheit>".repeat(20_000);

        assertThat(findings(plan("1", deep))).singleElement().asString().startsWith("Die Datei ist kein XML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:xoev-de:xdomea:schema:2.4.0", "urn:etwas"})
    void refusesOtherMessages(String namespace) {
        assertThat(findings(plan("1", unit("1", "A", TEN, "")).replace("urn:xoev-de:xdomea:schema:3.1.0", namespace)))
                .singleElement()
                .asString()
                .contains("keine Nachricht Aktenplan.Aktenplan.0301");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-26, 2026-9-30, 1", "3.10, 3.9, 1", "1, 1.0, -1", "2, 2, 0", "ohne, 1, -1"})
    void comparesVersionsByTheirNumbers(String one, String other, int expected) {
        assertThat(Integer.signum(new Fassung(one).compareTo(new Fassung(other))))
                .isEqualTo(expected);
    }

    private static List<String> findings(String xml) {
        return AktenplanXml.read(bytes(xml)) instanceof Read.Unsound unsound ? unsound.findings() : List.of();
    }

    static String plan(String version, String units) {
        return """
                <Aktenplan.Aktenplan.0301 xmlns="urn:xoev-de:xdomea:schema:3.1.0"><Aktenplan>
                <Bezeichnung>Prüfplan</Bezeichnung><Version>%s</Version>%s</Aktenplan></Aktenplan.Aktenplan.0301>""".formatted(version, units);
    }

    static String unit(String kennzeichen, String art, String dauer, String parts) {
        return """
            <Einheit><Kennzeichen>%s</Kennzeichen><BetreffKurz>Probe</BetreffKurz>
              <Aussonderungsart><Aussonderungsart><code xmlns="">%s</code></Aussonderungsart></Aussonderungsart>
              <Stillgelegt>false</Stillgelegt>
              <Aufbewahrungsdauer>%s</Aufbewahrungsdauer>%s</Einheit>""".formatted(kennzeichen, art, dauer, parts);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
