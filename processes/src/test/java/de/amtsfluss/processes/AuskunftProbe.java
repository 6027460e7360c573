package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Antraege.Antrag;
import de.amtsfluss.processes.Antraege.Einreichung;
import de.amtsfluss.processes.Auskuenfte.Format;
import de.amtsfluss.processes.Auskuenfte.Neu;
import de.amtsfluss.processes.Auskuenfte.Outcome;
import de.amtsfluss.processes.Auskunft.Kandidat;
import de.amtsfluss.processes.Auskunft.Nachweis;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Auskunft.Urteil;
import de.amtsfluss.processes.Beteiligter.Rolle;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import de.amtsfluss.processes.vorgang.NeuerVorgang;
import de.amtsfluss.processes.vorgang.Vorgangsanlage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for Auskunft on a real database, as an officer for data protection would. */
@SpringBootTest(properties = "amtsfluss.roles=web")
@WithLocalStack(Part.POSTGRESQL)
abstract class AuskunftProbe {

    static final Akteur DORA = new Akteur("dora.musterfrau", "Dora Musterfrau", Set.of("datenschutz"));
    static final LocalDate BORN = LocalDate.of(1980, 2, 29);
    static final Anschrift ANSCHRIFT = new Anschrift("Musterstraße 1", "33602", "Bielefeld");

    @Autowired
    Auskuenfte auskuenfte;

    @Autowired
    Antraege antraege;

    @Autowired
    Vorgangsanlage anlage;

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    Dokumente dokumente;

    @Autowired
    Entscheidungen entscheidungen;

    @Autowired
    Verschluesselung verschluesselung;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    JsonMapper json;

    /** No test meets the people of another. */
    final String nachname = "Müßterhölm"
            + UUID.randomUUID().toString().replaceAll("[^a-f]", "x").substring(0, 20);

    void assertRefused(UUID id, String sentence) {
        assertThat(auskuenfte.release(id, DORA))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.saetze()).anyMatch(satz -> satz.contains(sentence)));
    }

    UUID released(Person person, VorgangId vorgang) {
        var id = searched(person).id();
        done(auskuenfte.judge(id, vorgang, Urteil.BESTAETIGT, DORA));
        check(id, vorgang);
        done(auskuenfte.release(id, DORA));
        return id;
    }

    void check(UUID id, VorgangId vorgang) {
        var stand = auskuenfte.preview(id, vorgang, DORA).orElseThrow().stand();
        done(auskuenfte.check(id, vorgang, Set.of(), stand, DORA));
    }

    Auskunft searched(Person person) {
        var id = request(person).id();
        done(auskuenfte.identify(id, Nachweis.AUSWEIS, DORA));
        return done(auskuenfte.search(id, DORA));
    }

    Auskunft request(Person person) {
        return done(auskuenfte.request(neu(person), DORA));
    }

    static Neu neu(Person person) {
        return new Neu(today(), Kanal.BRIEF, person);
    }

    Auskunft now(Auskunft auskunft) {
        return now(auskunft.id());
    }

    Auskunft now(UUID id) {
        return auskuenfte.find(id, DORA).orElseThrow();
    }

    static Auskunft done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).auskunft();
    }

    static Kandidat of(Auskunft auskunft, VorgangId vorgang) {
        return auskunft.kandidaten().stream()
                .filter(kandidat -> kandidat.vorgang().equals(vorgang))
                .findFirst()
                .orElseThrow();
    }

    String text(UUID id, Format format) {
        return new String(auskuenfte.answer(id, format, DORA).orElseThrow(), StandardCharsets.UTF_8);
    }

    JsonNode answer(UUID id) {
        return json.readTree(text(id, Format.JSON));
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Berlin"));
    }

    VorgangId applied(String vorname, String familienname, @Nullable LocalDate geburtsdatum, @Nullable Akteur konto) {
        var angaben = new HashMap<String, @Nullable Object>(
                Map.of("vorname", vorname, "nachname", familienname, "versandweg", "brief", "art", "klein"));
        if (geburtsdatum != null) {
            angaben.put("geburtsdatum", geburtsdatum.toString());
        }
        var taken =
                antraege.einreichen(new Antrag(UUID.randomUUID(), "antrag-probe", Kanal.PORTAL, angaben, konto, null));
        assertThat(taken).isInstanceOf(Einreichung.Angenommen.class);
        return ((Einreichung.Angenommen) taken).vorgang().id();
    }

    static Beteiligter person(String name, @Nullable LocalDate geburtsdatum) {
        return new Beteiligter(Rolle.ANTRAGSTELLER, name, geburtsdatum, ANSCHRIFT, null, null, Versandweg.BRIEF, null);
    }

    VorgangId vorgang(Beteiligter... persons) {
        return vorgang(Map.of(), persons);
    }

    VorgangId vorgang(Map<String, @Nullable Object> daten, Beteiligter... persons) {
        var vorgang = transactions.execute(status -> anlage.create(
                VorgangId.random(),
                new NeuerVorgang(
                        null,
                        "hundesteuer-anmelden",
                        "999-1",
                        "Hundesteuer",
                        null,
                        "brief",
                        Set.of("steueramt"),
                        daten,
                        List.of(persons))));
        return Objects.requireNonNull(vorgang).id();
    }

    void received(VorgangId vorgang, String name) {
        var content = new ByteArrayInputStream("Ein Text".getBytes(StandardCharsets.UTF_8));
        assertThat(dokumente.receive(new Eingang(vorgang, null, name, null, Richtung.EINGANG, null), content))
                .isInstanceOf(Dokumente.Upload.Kept.class);
    }

    void decide(VorgangId vorgang) {
        var question = new Entscheidungen.Question(
                new DecisionId("containerLeerung"),
                Map.of("fraktion", "Glas", "fuellstandProzent", 97.5, "ort", "Nirgendwo"));
        assertThat(entscheidungen.decide(UUID.randomUUID(), vorgang, question))
                .isInstanceOf(Entscheidungen.Outcome.Made.class);
    }

    List<String> protokoll() {
        return jdbc.sql("select p::text from processes.protokoll p where objektart = 'AUSKUNFT' order by kette, nummer")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
