package de.amtsfluss.processes.aussonderung;

import static de.amtsfluss.processes.aussonderung.AussonderungProbe.ARCHIV;
import static de.amtsfluss.processes.aussonderung.AussonderungProbe.DATENSCHUTZ;
import static de.amtsfluss.processes.aussonderung.AussonderungProbe.LONG_AGO;
import static de.amtsfluss.processes.aussonderung.AussonderungProbe.REGISTRATUR;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Akten;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aussonderung;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungen;
import de.amtsfluss.processes.Aussonderungen.Abholung;
import de.amtsfluss.processes.Aussonderungen.Import;
import de.amtsfluss.processes.Aussonderungen.Outcome;
import de.amtsfluss.processes.Aussonderungsart;
import de.amtsfluss.processes.Aussonderungseintrag;
import de.amtsfluss.processes.Aussonderungseintrag.Stand;
import de.amtsfluss.processes.Bewertung;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Probe;
import de.amtsfluss.processes.Protokolleinsicht;
import de.amtsfluss.processes.Vertraulichkeit;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** From the end of the retention to the list, the archive and the order to erase; what is erased is in its own test. */
@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class AussonderungIntegrationTests {

    private static final Akteur BOTH =
            new Akteur("bodo.mustermann", "Bodo Mustermann", Set.of("registratur", "archiv"));

    @Autowired
    Aussonderungen aussonderungen;

    @Autowired
    Ermittlung ermittlung;

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    Dokumente dokumente;

    @Autowired
    Akten akten;

    @Autowired
    Protokolleinsicht protokolle;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    AussonderungProbe probe;

    @BeforeEach
    void openProbe() {
        probe = new AussonderungProbe(vorgaenge, dokumente, akten, jdbc);
    }

    @Test
    void anAkteIsListedFromTheDayAfterItsLastDayOnAndOnce() {
        var last = LONG_AGO;
        var vorgang = probe.closed("Probe", last);

        ermittlung.run(last);
        assertThat(listed(vorgang)).isZero();

        var list = ermittlung.run(last.plusDays(1)).orElseThrow();
        ermittlung.run(last.plusDays(1));
        assertThat(listed(vorgang)).isOne();
        var eintrag = eintrag(list, vorgang);
        assertThat(eintrag.aufbewahrungsende()).isEqualTo(last);
        assertThat(eintrag.betreff()).isEqualTo("Probe");
        assertThat(eintrag.vorschlag()).contains(Bewertung.VERNICHTEN);
        assertThat(eintrag.stand()).isEqualTo(Stand.OFFEN);
    }

    @Test
    void whatIsHeldOrOpenOrKeptLongerByItsProcedureIsNotListed() {
        var held = probe.closed("Probe", LONG_AGO);
        akten.hold(akten.of(held.id(), probe.clerk()).orElseThrow().id(), REGISTRATUR, true, "Klage");
        var open = probe.closed("Probe", LONG_AGO);
        jdbc.sql("update processes.vorgang set status = 'OFFEN' where id = :id")
                .param("id", open.id().value())
                .update();
        var longer = probe.closed("Probe", LONG_AGO);
        jdbc.sql("update processes.vorgang set abgeschlossen_am = now() where id = :id")
                .param("id", longer.id().value())
                .update();
        var unsent = probe.closed("Probe", LONG_AGO);
        jdbc.sql("""
                insert into processes.versand (id, auftrag, ursprung, vorgang_id, template, angaben, empfaenger, weg,
                    hauptsache, zustand, naechster_am, angelegt_am)
                values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), :id, 'brief', '{}', 'x', 'BRIEF', true,
                    'IM_DRUCK', now(), now())""").param("id", unsent.id().value()).update();

        ermittlung.run();

        assertThat(List.of(held, open, longer, unsent))
                .allSatisfy(vorgang -> assertThat(listed(vorgang)).isZero());
    }

    @Test
    void aVorgangWithoutAnAkteIsListedByTheTimeOfItsProcedure() {
        var vorgang = probe.withoutAkte("Probe");

        var list = ermittlung.run(LocalDate.of(2018, 5, 6)).orElseThrow();

        assertThat(eintrag(list, vorgang).akte()).isNull();
        // The model of the probe keeps its data for a day from the end of the Vorgang.
        assertThat(eintrag(list, vorgang).aufbewahrungsende()).isEqualTo(LocalDate.of(2018, 5, 5));
        assertThat(erased(vorgang, Bewertung.VERNICHTEN, list).sentences()).isEmpty();
        assertThat(vorgaenge.find(vorgang.id()).orElseThrow().daten()).isEmpty();
    }

    @Test
    void nobodyDoesWhatIsForAnother() {
        var vorgang = probe.closed("Probe", LONG_AGO);
        assertThat(aussonderungen.gather(ARCHIV)).isEqualTo(new Outcome.Refused("Das darf nur die Registratur."));
        assertThat(aussonderungen.gather(probe.clerk())).isInstanceOf(Outcome.NotFound.class);
        var list = gather();
        var eintrag = eintrag(list, vorgang).id();

        for (var stranger : List.of(Probe.FREMDER, probe.clerk())) {
            assertThat(aussonderungen.list(stranger)).isEmpty();
            assertThat(aussonderungen.find(list, stranger)).isEmpty();
            assertThat(aussonderungen.eintraege(list, stranger)).isEmpty();
            assertThat(aussonderungen.offer(list, stranger)).isInstanceOf(Outcome.NotFound.class);
            assertThat(aussonderungen.erase(list, stranger)).isInstanceOf(Outcome.NotFound.class);
            assertThat(aussonderungen.fetch(list, stranger)).isInstanceOf(Abholung.NotFound.class);
        }
        assertThat(aussonderungen.find(list, DATENSCHUTZ)).isPresent();
        assertThat(aussonderungen.offer(list, DATENSCHUTZ)).isInstanceOf(Outcome.Refused.class);
        assertThat(aussonderungen.offer(list, ARCHIV)).isInstanceOf(Outcome.Refused.class);
        assertThat(aussonderungen.appraise(list, eintrag, Bewertung.VERNICHTEN, ARCHIV))
                .as("before it was offered")
                .isEqualTo(new Outcome.Refused("Das ist nicht möglich, solange das Verzeichnis „erstellt“ ist."));
        assertThat(aussonderungen.offer(list, BOTH)).isInstanceOf(Outcome.Done.class);
        assertThat(aussonderungen.appraise(list, eintrag, Bewertung.VERNICHTEN, REGISTRATUR))
                .isEqualTo(new Outcome.Refused("Das darf nur das Archiv."));
        assertThat(aussonderungen.appraise(list, eintrag, Bewertung.VERNICHTEN, BOTH))
                .isEqualTo(new Outcome.Refused("Wer anbietet, darf nicht auch bewerten (Vier-Augen-Prinzip)."));
        assertThat(aussonderungen.appraise(list, UUID.randomUUID(), Bewertung.VERNICHTEN, ARCHIV))
                .isInstanceOf(Outcome.NotFound.class);
        assertThat(aussonderungen.erase(list, REGISTRATUR)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whoAppraisedDoesNotEraseEvenFromBothGroups() {
        var vorgang = probe.closed("Probe", LONG_AGO);
        var list = offered();
        aussonderungen.appraiseRest(list, Bewertung.VERNICHTEN, BOTH);
        aussonderungen.completeAppraisal(list, BOTH);

        assertThat(aussonderungen.erase(list, BOTH))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.sentences())
                                .contains(
                                        vorgang.aktenzeichen()
                                                + ": Wer bewertet oder übernommen hat, darf nicht auch löschen (Vier-Augen-Prinzip)."));
        assertThat(aussonderungen.erasureOf(vorgang.id().value(), REGISTRATUR)).isEmpty();
        assertThat(aussonderungen.erase(list, REGISTRATUR)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whatTheAktenplanLeavesOpenMustBeDecidedByTheArchive() {
        var open = probe.closed("Probe", LONG_AGO);
        probe.setEinheit(open, "888-8");
        var clear = probe.closed("Probe", LONG_AGO);
        var list = offered();

        aussonderungen.appraiseRest(list, null, ARCHIV);

        assertThat(eintrag(list, open).aussonderungsart()).isEqualTo(Aussonderungsart.BEWERTEN);
        assertThat(eintrag(list, open).bewertung()).isNull();
        assertThat(eintrag(list, clear).bewertung()).isEqualTo(Bewertung.VERNICHTEN);
        assertThat(aussonderungen.completeAppraisal(list, ARCHIV))
                .isEqualTo(new Outcome.Refused(open.aktenzeichen() + " ist noch nicht bewertet."));
        aussonderungen.appraise(list, eintrag(list, open).id(), Bewertung.ARCHIVWUERDIG, ARCHIV);
        assertThat(stand(aussonderungen.completeAppraisal(list, ARCHIV))).isEqualTo(Aussonderung.Stand.BEWERTET);
        assertThat(aussonderungen.appraise(list, eintrag(list, open).id(), Bewertung.VERNICHTEN, ARCHIV))
                .as("after the appraisal has ended")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(protokolle.of(open.id(), probe.clerk())).anySatisfy(entry -> {
            assertThat(entry.was().aktion()).isEqualTo(Aktion.ENTSCHIEDEN);
            assertThat(entry.was().neuerWert()).isEqualTo("ARCHIVWUERDIG");
        });
    }

    @Test
    void whatTheArchiveTakesOverIsErasedOnlyWhenItSaysThatItHasIt() throws IOException {
        var vorgang = probe.open("Chronik");
        var dokument = probe.document(vorgang, "../Chronik Müller.pdf", "Seltenes");
        var original = dokumente.find(dokument.id()).orElseThrow().content();
        probe.close(vorgang, LONG_AGO);
        var list = offered();
        var eintrag = eintrag(list, vorgang).id();
        aussonderungen.appraise(list, eintrag, Bewertung.ARCHIVWUERDIG, ARCHIV);
        aussonderungen.appraiseRest(list, Bewertung.VERNICHTEN, ARCHIV);
        aussonderungen.completeAppraisal(list, ARCHIV);

        assertThat(aussonderungen.fetch(list, ARCHIV)).isInstanceOf(Abholung.Refused.class);
        assertThat(aussonderungen.handOver(list, REGISTRATUR)).isInstanceOf(Outcome.Done.class);
        assertThat(aussonderungen.fetch(list, DATENSCHUTZ)).isInstanceOf(Abholung.Refused.class);
        assertThat(aussonderungen.fetch(list, REGISTRATUR)).isInstanceOf(Abholung.Refused.class);
        var files = unzip(((Abholung.Ready) aussonderungen.fetch(list, ARCHIV)).paket());
        aussonderungen.erase(list, REGISTRATUR);
        assertThat(dokumente.find(dokument.id())).as("not confirmed").isPresent();

        var metadata = files.keySet().stream()
                .filter(name -> name.endsWith("akte.json"))
                .findFirst()
                .orElseThrow();
        var akte = json.readTree(files.get(metadata));
        assertThat(akte.get("eintrag").asString()).isEqualTo(eintrag.toString());
        var file = akte.get("vorgaenge").get(0).get("dokumente").get(0);
        assertThat(file.get("sha256").asString()).isEqualTo(dokument.sha256());
        var path = metadata.replace("akte.json", "") + file.get("datei").asString();
        assertThat(path).doesNotContain("..");
        assertThat(files.get(path)).isEqualTo(original);
        assertThat(new String(files.get(metadata + ".sha256"), StandardCharsets.UTF_8))
                .matches("[0-9a-f]{64}  akte.json\n");

        aussonderungen.confirmImport(list, eintrag, new Import.Fehlgeschlagen("Herr Müller: Datei defekt"), ARCHIV);
        aussonderungen.erase(list, REGISTRATUR);
        assertThat(eintrag(list, vorgang).importfehler()).isEqualTo("Herr Müller: Datei defekt");
        assertThat(dokumente.find(dokument.id())).as("failed").isPresent();
        assertThat(aussonderungen.confirmImport(list, eintrag, new Import.Erfolgreich(" "), ARCHIV))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(aussonderungen.confirmImport(list, eintrag, new Import.Erfolgreich("StA 4711"), REGISTRATUR))
                .isInstanceOf(Outcome.Refused.class);
        aussonderungen.confirmImport(list, eintrag, new Import.Erfolgreich("StA 4711"), ARCHIV);
        assertThat(stand(aussonderungen.erase(list, REGISTRATUR))).isEqualTo(Aussonderung.Stand.ABGESCHLOSSEN);
        assertThat(aussonderungen.erasureOf(dokument.id().value(), probe.clerk()))
                .hasValueSatisfying(nachweis -> assertThat(nachweis.satz())
                        .contains(vorgang.aktenzeichen(), "31.12.2020", "übernommen hat (Archivkennung StA 4711)"));
    }

    @Test
    void whatIsSecretIsListedWithoutItsSubjectAndFetchedByWhoMayReadIt() {
        var vorgang = probe.closed("Geheimnis", LONG_AGO);
        var cleared = new Akteur(probe.clerk().kennung(), "Petra", gruppen(probe.clerk(), "vs-geheim"));
        var akte = akten.of(vorgang.id(), cleared).orElseThrow().id();
        akten.classify(akte, cleared, Vertraulichkeit.GEHEIM, "Anzeige");
        var list = offered();
        assertThat(eintrag(list, vorgang).betreff()).isNull();
        aussonderungen.appraise(list, eintrag(list, vorgang).id(), Bewertung.ARCHIVWUERDIG, ARCHIV);
        aussonderungen.appraiseRest(list, Bewertung.VERNICHTEN, ARCHIV);
        aussonderungen.completeAppraisal(list, ARCHIV);
        aussonderungen.handOver(list, REGISTRATUR);

        assertThat(aussonderungen.fetch(list, ARCHIV)).isInstanceOf(Abholung.Refused.class);
        assertThat(aussonderungen.fetch(
                        list, new Akteur("anna.mustermann", "Anna Mustermann", gruppen(ARCHIV, "vs-geheim"))))
                .isInstanceOf(Abholung.Ready.class);
    }

    private static Set<String> gruppen(Akteur akteur, String another) {
        var gruppen = new HashSet<>(akteur.gruppen());
        gruppen.add(another);
        return gruppen;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLoeschsperreOrAReopenedAkteStopsTheErasureAtTheLastMoment(boolean held) {
        var vorgang = probe.closed("Probe", LONG_AGO);
        var akte = akten.of(vorgang.id(), probe.clerk()).orElseThrow().id();
        var list = appraised(vorgang, Bewertung.VERNICHTEN, offered());
        if (held) {
            akten.hold(akte, REGISTRATUR, true, "Klage");
        } else {
            akten.reopen(akte, REGISTRATUR, "Nachtrag");
        }

        var outcome = aussonderungen.erase(list, REGISTRATUR);

        assertThat(outcome.toString())
                .contains(vorgang.aktenzeichen() + ": "
                        + (held ? "Für die Akte gilt eine Löschsperre." : "Die Akte ist nicht zu den Akten verfügt."));
        assertThat(vorgaenge.find(vorgang.id()).orElseThrow().daten()).isNotEmpty();
        assertThat(aussonderungen.setAside(list, eintrag(list, vorgang).id(), REGISTRATUR))
                .isInstanceOf(Outcome.Done.class);
        ermittlung.run();
        assertThat(listed(vorgang)).as("while something stands against it").isZero();
        if (held) {
            akten.hold(akte, REGISTRATUR, false, "Erledigt");
            ermittlung.run();
            assertThat(listed(vorgang)).as("afterwards").isOne();
        }
    }

    private AussonderungId gather() {
        return ermittlung.run().orElseThrow();
    }

    private AussonderungId offered() {
        var list = gather();
        aussonderungen.offer(list, REGISTRATUR);
        return list;
    }

    private AussonderungId appraised(Vorgang vorgang, Bewertung bewertung, AussonderungId list) {
        aussonderungen.offer(list, REGISTRATUR);
        aussonderungen.appraise(list, eintrag(list, vorgang).id(), bewertung, ARCHIV);
        aussonderungen.appraiseRest(list, Bewertung.VERNICHTEN, ARCHIV);
        aussonderungen.completeAppraisal(list, ARCHIV);
        return list;
    }

    private Outcome.Refused erased(Vorgang vorgang, Bewertung bewertung, AussonderungId list) {
        return aussonderungen.erase(appraised(vorgang, bewertung, list), REGISTRATUR) instanceof Outcome.Refused refused
                ? refused
                : new Outcome.Refused(List.of());
    }

    private Aussonderungseintrag eintrag(AussonderungId list, Vorgang vorgang) {
        return aussonderungen.eintraege(list, REGISTRATUR).stream()
                .filter(one -> one.kennzeichen().equals(vorgang.aktenzeichen()))
                .findFirst()
                .orElseThrow();
    }

    private long listed(Vorgang vorgang) {
        return aussonderungen.list(REGISTRATUR).stream()
                .flatMap(list -> aussonderungen.eintraege(list.id(), REGISTRATUR).stream())
                .filter(one -> one.vorgaenge().contains(vorgang.id()) && one.stand() != Stand.ZURUECKGESTELLT)
                .count();
    }

    private static Aussonderung.Stand stand(Outcome outcome) {
        return ((Outcome.Done) outcome).aussonderung().stand();
    }

    private static Map<String, byte[]> unzip(Aussonderungen.Paket paket) throws IOException {
        var out = new ByteArrayOutputStream();
        paket.writeTo(out);
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
