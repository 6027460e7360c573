package de.amtsfluss.workers.posteingang;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.NeuePost;
import de.amtsfluss.processes.NeuePost.Angaben;
import de.amtsfluss.processes.NeuePost.Datei;
import de.amtsfluss.processes.Posteingaenge;
import de.amtsfluss.processes.Posteingaenge.Aufnahme;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.workers.notifications.Amt;
import de.amtsfluss.workers.notifications.NotificationsTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The jobs of the post one after the other, with the delivered decision table, on a real database. */
@NotificationsTest
class PostJobsTests {

    private static final Akteur CLERK = new Akteur("erika.musterfrau", "Erika Musterfrau", Set.of("steueramt"));

    private final List<JobHandler<?>> handlers;
    private final Posteingaenge posteingaenge;
    private final Dokumente dokumente;
    private final Amt amt;
    private final JdbcClient jdbc;
    private final long process = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    private final Map<String, @Nullable Object> variables = new HashMap<>();

    PostJobsTests(
            List<JobHandler<?>> handlers, Posteingaenge posteingaenge, Dokumente dokumente, Amt amt, JdbcClient jdbc) {
        this.handlers = handlers;
        this.posteingaenge = posteingaenge;
        this.dokumente = dokumente;
        this.amt = amt;
        this.jdbc = jdbc;
    }

    @Test
    void aLetterAboutTheDogTaxGoesToTheTaxOfficeWithItsReason() {
        var post = arrives(
                "Ich möchte für meinen Hund die Hundesteuer zahlen und bitte um einen Bescheid. Danke für Ihre Mühe.");

        classify();
        assertThat(stelle()).isEqualTo("steueramt");
        run("posteingang.zuordnen", Map.of());

        assertThat(variables).containsEntry("gruppen", List.of("steueramt")).containsEntry("bearbeiter", "");
        assertThat(posteingaenge.begruendungen(post.eingangsnummer(), CLERK))
                .containsExactly("Die Post geht an das Amt für Finanzen, weil es um die Hundesteuer geht"
                        + " (Hundesteuersatzung, Beispielregel).");
        assertThat(posteingaenge.find(post.eingangsnummer(), Poststelle.PIA)).isEmpty();
        assertThat(variables.toString()).doesNotContain("Bescheid");
    }

    @Test
    void whatIsUnsureStaysWithTheMailRoomThatFilesItOnce() {
        var post = arrives("Guten Tag");

        classify();
        assertThat(stelle()).isEqualTo("poststelle");
        run("posteingang.ablegen", Map.of());
        run("posteingang.ablegen", Map.of());

        assertThat(posteingaenge.find(post.eingangsnummer(), Poststelle.PIA))
                .hasValueSatisfying(filed -> assertThat(filed.status()).isEqualTo(Posteingang.Status.ABGELEGT));
    }

    @Test
    void postOfAVorgangGoesToWhoWorksOnIt() {
        var vorgang = amt.vorgang(Amt.person(Versandweg.BRIEF));
        jdbc.sql("""
                insert into processes.user_task (key, process_instance_key, element_instance_key, bpmn_process_id, element_id,
                    state, assignee, candidate_groups, priority, created_at, position)
                select :key, process_instance_key, :key, verfahren, 'userTask_Probe', 'CREATED', 'erika.musterfrau',
                    '{steueramt}', 50, now(), 1 from processes.vorgang where id = :id""").param("key", process).param("id", vorgang.id().value()).update();
        arrives("Mein Aktenzeichen ist " + vorgang.aktenzeichen() + ".");

        classify();
        assertThat(stelle()).isEqualTo("vorgang");
        run("posteingang.zuordnen", Map.of());

        assertThat(variables)
                .containsEntry("gruppen", List.of("steueramt"))
                .containsEntry("bearbeiter", "erika.musterfrau");
        assertThat(dokumente.of(vorgang.id())).isEmpty();
    }

    private Posteingang arrives(String text) {
        var file = new Datei("Brief.txt", null, (text + "\n" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        var post = NeuePost.scan(
                UUID.randomUUID(),
                Kanal.BRIEF,
                LocalDate.of(2026, 11, 20),
                new Angaben(null, null, null),
                List.of(file));
        var taken = ((Aufnahme.Aufgenommen) posteingaenge.aufnehmen(post, Poststelle.PIA)).posteingang();
        variables.put("posteingangId", taken.id().toString());
        variables.put("ausloeserId", taken.id().toString());
        return taken;
    }

    /** As the model has it; each job comes twice. */
    private void classify() {
        for (var attempt = 0; attempt < 2; attempt++) {
            run("posteingang.erkennen", Map.of());
            assertThat(variables).containsEntry("neu", true);
            run("decision.evaluate", Map.of("decision", "posteingangZuordnung"));
        }
        variables.put("stelle", stelle());
    }

    private String stelle() {
        return variables.get("entscheidung") instanceof Map<?, ?> decided ? String.valueOf(decided.get("stelle")) : "";
    }

    private void run(String jobType, Map<String, String> headers) {
        handlers.stream()
                .filter(handler -> handler.jobType().equals(jobType))
                .forEach(handler -> run(handler, headers));
    }

    private <T> void run(JobHandler<T> handler, Map<String, String> headers) {
        var wanted = new HashMap<String, @Nullable Object>();
        for (var component : handler.inputType().getRecordComponents()) {
            wanted.put(component.getName(), variables.get(component.getName()));
        }
        var input = JsonMapper.shared().convertValue(wanted, handler.inputType());
        var result = handler.handle(new Job<>(1, process, process, "posteingang", headers, input));
        variables.putAll(((JobResult.Completed) result).variables());
    }
}
