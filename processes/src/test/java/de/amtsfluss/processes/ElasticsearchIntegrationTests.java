package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumentblatt.Volltext;
import de.amtsfluss.processes.akte.datei.Dateien;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** The same promises, kept by Elasticsearch, and what becomes of them while it is away. */
@SpringBootTest(properties = "amtsfluss.processes.suche.elasticsearch.index=probe")
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE, Part.ELASTICSEARCH})
@DirtiesContext
class ElasticsearchIntegrationTests extends AktensucheContract {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Gives the orders back to the contexts of other tests. */
    @AfterAll
    static void searchByPostgresqlAgain(@Autowired JdbcClient jdbc) {
        jdbc.sql("update suche.ziel set kennung = 'postgresql'").update();
    }

    /** The index is made when the application has started, and until then nothing can be asked. */
    @BeforeEach
    void awaitIndex() {
        await().atMost(PATIENCE).until(() -> send("POST", "/probe/_refresh", "").statusCode(), status -> status == 200);
    }

    @Override
    void settle() {
        assertThat(send("POST", "/probe/_refresh", "").statusCode()).isEqualTo(200);
    }

    /** The distribution of the local stack has no module {@code analysis-common}, and so no analyzer {@code german}. */
    @Override
    boolean findsStems() {
        return send("POST", "/_analyze", "{\"analyzer\":\"german\",\"text\":\"Hunde\"}")
                        .statusCode()
                == 200;
    }

    @Override
    long kept(Vorgang vorgang) {
        settle();
        var answer = send(
                        "POST", "/probe/_count", "{\"query\":{\"term\":{\"vorgang\":\"%s\"}}}".formatted(vorgang.id()))
                .body();
        return Long.parseLong(answer.replaceAll("^\\{\"count\":(\\d+).*", "$1"));
    }

    @Test
    void ordersWaitWhileTheServerIsAway(LocalStack stack) {
        var forgotten = probe.open("Ausfall");
        probe.kept(forgotten, "Ausfall.pdf", Dateien.pdf("Ausfall"), Richtung.EINGANG);
        awaitRead(forgotten, Volltext.GELESEN);
        assertThat(search("Ausfall").anzahl()).isEqualTo(2);

        stack.part(Part.ELASTICSEARCH).kill();
        assertThatExceptionOfType(SucheUnavailableException.class)
                .isThrownBy(() -> search("Ausfall"))
                .withMessageNotContaining("Ausfall");
        suche.forget(forgotten.id());
        var opened = probe.open("Ausfall");
        var dokument = probe.kept(opened, "Neu.pdf", Dateien.pdf("Ausfall"), Richtung.EINGANG);
        stack.part(Part.ELASTICSEARCH).restart();

        awaitRead(opened, Volltext.GELESEN);
        await().atMost(PATIENCE).until(() -> kept(forgotten) == 0);
        assertThat(search("Ausfall").treffer())
                .hasSize(2)
                .allSatisfy(hit -> assertThat(hit.vorgang()).isEqualTo(opened.id()));
        assertThat(jdbc.sql("select versuche from processes.suchauftrag where id = :id")
                        .param("id", dokument.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anIndexThatWasDeletedIsMadeAnewAndEverythingIsReadAgain() {
        var before = probe.open("Davor");
        awaitFound(before);

        send("DELETE", "/probe-1", "");
        var after = probe.open("Danach");

        await().atMost(PATIENCE).until(() -> send("GET", "/probe-1", "").statusCode() == 200);
        awaitFound(after);
        awaitFound(before);
        assertThat(jdbc.sql("select count(*) from suche.eintrag")
                        .query(Long.class)
                        .single())
                .describedAs("entries that PostgreSQL would have to forget too")
                .isZero();
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        var uri = URI.create(System.getProperty("amtsfluss.processes.suche.elasticsearch.uri") + path);
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected an answer, but the test was interrupted", e);
        }
    }
}
