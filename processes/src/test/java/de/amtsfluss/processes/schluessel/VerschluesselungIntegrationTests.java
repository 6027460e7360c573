package de.amtsfluss.processes.schluessel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Probe;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgaenge.NewVorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung.Sealed;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class VerschluesselungIntegrationTests {

    private static final byte[] NAME = "Erika Mustermann".getBytes(UTF_8);

    @Autowired
    Verschluesselung verschluesselung;

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    JdbcClient jdbc;

    @Test
    void opensWhatItSealedAndNothingElse() {
        var vorgang = VorgangId.random();
        var other = VorgangId.random();
        var sealed = verschluesselung.seal(vorgang, "daten", NAME);
        verschluesselung.seal(other, "daten", NAME);

        assertThat(new String(sealed, UTF_8)).doesNotContain("Mustermann");
        assertThat(verschluesselung.seal(vorgang, "daten", NAME)).isNotEqualTo(sealed);
        assertThat(verschluesselung.open(vorgang, "daten", sealed))
                .hasValueSatisfying(plain -> assertThat(plain).isEqualTo(NAME));
        assertThatThrownBy(() -> verschluesselung.open(vorgang, "dokument", sealed))
                .hasMessageContaining("it is not what was encrypted");
        assertThatThrownBy(() -> verschluesselung.open(other, "daten", sealed))
                .hasMessageContaining("it is not what was encrypted");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> verschluesselung.open(vorgang, "daten", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> verschluesselung.open(vorgang, "daten", new byte[3]))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDeletedKeyErasesWhatItSealedAndIsNotDrawnAgain() {
        var vorgang = VorgangId.random();
        var other = VorgangId.random();
        var sealed = verschluesselung.seal(vorgang, "daten", NAME);
        var kept = verschluesselung.seal(other, "daten", NAME);

        assertThat(verschluesselung.destroy(vorgang)).isTrue();
        assertThat(verschluesselung.destroy(vorgang)).isFalse();

        assertThat(verschluesselung.open(vorgang, "daten", sealed)).isEmpty();
        assertThat(verschluesselung.openAll("daten", List.of(new Sealed(vorgang, sealed), new Sealed(other, kept))))
                .satisfiesExactly(
                        erased -> assertThat(erased).isEmpty(),
                        opened -> assertThat(opened)
                                .hasValueSatisfying(plain -> assertThat(plain).isEqualTo(NAME)));
        assertThatThrownBy(() -> verschluesselung.seal(vorgang, "daten", NAME))
                .isInstanceOf(SchluesselGeloeschtException.class);
        assertThatThrownBy(() -> verschluesselung.derive(vorgang, "zugangscode"))
                .isInstanceOf(SchluesselGeloeschtException.class);
    }

    @Test
    void anEarlierMasterKeyStillOpens() {
        var vorgang = VorgangId.random();
        var first = service(key(1));
        var sealed = first.seal(vorgang, "daten", NAME);

        assertThat(service(key(2), key(1)).open(vorgang, "daten", sealed))
                .hasValueSatisfying(plain -> assertThat(plain).isEqualTo(NAME));
        assertThatThrownBy(() -> service(key(2)).open(vorgang, "daten", sealed))
                .hasMessageContaining("Expected the master key");
        assertThatThrownBy(() -> service("c2hvcnQ=")).hasMessageContaining("32 bytes in Base64");
        assertThatThrownBy(this::service).hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void afterAChangeOfTheMasterKeyTheOldOneIsNeededNoLonger() {
        var kept = VorgangId.random();
        var erased = VorgangId.random();
        var sealed = service(key(3)).seal(kept, "daten", NAME);
        var gone = service(key(3)).seal(erased, "daten", NAME);
        service(key(3)).destroy(erased);

        new Umschluesselung(store(key(4), key(3))).run();

        assertThat(service(key(4)).open(kept, "daten", sealed))
                .hasValueSatisfying(plain -> assertThat(plain).isEqualTo(NAME));
        assertThat(service(key(4)).open(erased, "daten", gone)).isEmpty();
    }

    @Test
    void theDatabaseHoldsNoDataOfAVorgangInClear() {
        var vorgang = vorgaenge
                .open(new NewVorgang(
                        System.nanoTime(),
                        "probe",
                        "999-1",
                        "Probe",
                        null,
                        "portal",
                        Set.of("probe"),
                        Map.of("name", "Kunigunde Musterfrau", "betrag", 12)))
                .vorgang();
        vorgaenge.supplement(vorgang.id(), Map.of("ort", "Musterhausen", "betrag", 13));

        assertThat(vorgaenge.find(vorgang.id(), Probe.PRUEFER).orElseThrow().daten())
                .isEqualTo(Map.of("name", "Kunigunde Musterfrau", "betrag", 13, "ort", "Musterhausen"));
        var row = jdbc.sql("select v::text || encode(inhalt, 'escape') from processes.vorgang v where id = :id")
                .param("id", vorgang.id().value())
                .query(String.class)
                .single();
        assertThat(row).contains(vorgang.aktenzeichen()).doesNotContain("Kunigunde", "Musterhausen");

        verschluesselung.destroy(vorgang.id());
        assertThat(vorgaenge.find(vorgang.id(), Probe.PRUEFER).orElseThrow().daten())
                .isEmpty();
        assertThatThrownBy(() -> vorgaenge.supplement(vorgang.id(), Map.of("ort", "x")))
                .hasMessageContaining("it was erased");
    }

    private Verschluesselung service(String... masterKeys) {
        return new VerschluesselungService(store(masterKeys));
    }

    private Schluesselspeicher store(String... masterKeys) {
        return new Schluesselspeicher(jdbc, new MasterKeys(List.of(masterKeys)), Clock.systemUTC());
    }

    private static String key(int number) {
        var bytes = new byte[32];
        bytes[0] = (byte) number;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
