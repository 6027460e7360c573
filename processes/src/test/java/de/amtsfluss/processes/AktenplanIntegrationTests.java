package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Aktenplan.Import;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class AktenplanIntegrationTests {

    private static final Akteur RELEASER = new Akteur("rolf.mustermann", "Rolf Mustermann", Set.of("prozess-freigabe"));

    @Autowired
    Aktenplan aktenplan;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNewerVersionReplacesTheOneBeforeAndUnitsThatAreGoneTakeNothingMore() {
        assertThat(load(plan("2026-01-01", "777-1", "777-2")))
                .isEqualTo(new Import.Loaded("Testplan", "2026-01-01", 2));
        assertThat(load(plan("2026-01-01", "777-1"))).isInstanceOf(Import.Refused.class);
        assertThat(load(plan("2025-12-31", "777-1"))).isInstanceOf(Import.Refused.class);
        assertThat(load(plan("2026-02-01", "777-1"))).isInstanceOf(Import.Loaded.class);

        assertThat(aktenplan.unit("777-1").aufbewahrungsjahre()).isEqualTo(4);
        assertThat(aktenplan.find("777-2"))
                .hasValueSatisfying(gone -> assertThat(gone.stillgelegt()).isTrue());
        assertThatThrownBy(() -> aktenplan.unit("777-2")).hasMessageContaining("to be in use, but it is not");
        assertThat(jdbc.sql("""
                select akteur || ' ' || coalesce(alter_wert, '') || ' ' || neuer_wert from processes.protokoll
                where objektart = 'AKTENPLAN' and objekt_id = 'Testplan' order by nummer""").query(String.class).list())
                .containsExactly("rolf.mustermann  2026-01-01", "rolf.mustermann 2026-01-01 2026-02-01");
    }

    @Test
    void theUnitsOfAnotherAktenplanAreNotTaken() {
        assertThat(load(plan("1", "700.3-70.41").replace("Testplan", "Fremdplan")))
                .isEqualTo(new Import.Refused(
                        List.of("Diese Kennzeichen gehören zu einem anderen Aktenplan: 700.3-70.41")));
        assertThat(aktenplan.unit("700.3-70.41").bezeichnung()).isEqualTo("Container leeren");
    }

    @Test
    void onlyWhoReleasesProceduresLoadsOne() {
        assertThat(aktenplan.load(stream(plan("9", "777-9")), Probe.PRUEFER)).isEqualTo(new Import.NotAllowed());
        assertThat(aktenplan.find("777-9")).isEmpty();
    }

    @Test
    void aFileOfAHundredMegabytesIsReadNoFurtherThanFive() {
        var endless = new AkteProbe.Zeros(100_000_000);

        assertThat(aktenplan.load(endless, RELEASER))
                .isEqualTo(new Import.Refused(List.of("Die Datei ist größer als 5 MB.")));
        assertThat(endless.given()).isEqualTo(5_000_001);
    }

    private Import load(String xml) {
        return aktenplan.load(stream(xml), RELEASER);
    }

    private static InputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String plan(String version, String... kennzeichen) {
        var units = new StringBuilder();
        for (var unit : kennzeichen) {
            units.append("""
                    <Einheit><Kennzeichen>%s</Kennzeichen><BetreffKurz>Probe</BetreffKurz>
                    <Aussonderungsart><Aussonderungsart><code xmlns="">V</code></Aussonderungsart></Aussonderungsart>
                    <Aufbewahrungsdauer><AnzahlJahre>4</AnzahlJahre></Aufbewahrungsdauer></Einheit>""".formatted(unit));
        }
        return """
                <Aktenplan.Aktenplan.0301 xmlns="urn:xoev-de:xdomea:schema:3.1.0"><Aktenplan>
                <Bezeichnung>Testplan</Bezeichnung><Version>%s</Version>%s</Aktenplan></Aktenplan.Aktenplan.0301>""".formatted(version, units);
    }
}
