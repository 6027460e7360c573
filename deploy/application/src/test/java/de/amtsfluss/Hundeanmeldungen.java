package de.amtsfluss;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Port;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registrations of dogs that are handed in while parts die: what has become of each, down to letter and mail. */
final class Hundeanmeldungen {

    private static final String ADDRESS = "kilian.mustermann@example.org";
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>]+>)");

    private final LocalStack stack;
    private final JdbcClient jdbc;
    private final Api api;
    private final Duration patience;
    private final List<UUID> ids = new ArrayList<>();
    private final List<CompletableFuture<Void>> submissions = new ArrayList<>();

    Hundeanmeldungen(LocalStack stack, JdbcClient jdbc, Duration patience) {
        this.stack = stack;
        this.jdbc = jdbc;
        this.patience = patience;
        this.api = new Api(stack);
    }

    /** Hands in one more, beside what the caller does; it is sent until it is taken, as by one who got no answer. */
    void handIn() {
        var id = UUID.randomUUID();
        var angaben = Hundeformular.angaben("andere", ids.size() % 2 == 0 ? "email" : "brief")
                .replace("paul.mustermann@example.org", ADDRESS);
        ids.add(id);
        submissions.add(CompletableFuture.runAsync(
                () -> await().atMost(patience)
                        .ignoreExceptions()
                        .until(() -> submit(id, angaben), status -> status == 201),
                Thread::startVirtualThread));
    }

    private int submit(UUID id, String angaben) throws IOException, InterruptedException {
        return api.post(
                        "/api/antraege/hundesteuer-anmelden?kanal=BRIEF&id=" + id,
                        angaben,
                        api.token("erika.musterfrau"))
                .statusCode();
    }

    /**
     * Each has led to one Vorgang, one filed and sent Bescheid, one confirmation, and one mail where that was wished.
     */
    void assertNoneIsLostOrDoubled() {
        submissions.forEach(CompletableFuture::join);
        await().atMost(patience)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(dispatched("bescheid"))
                        .as(() -> "Bescheide sent; the others wait at " + waiting())
                        .isEqualTo(ids.size()));
        await().atMost(patience).until(this::mailsOnTheirWay, onTheirWay -> onTheirWay == 0);

        assertThat(count("vorgang where id = any(:ids)")).isEqualTo(ids.size());
        assertThat(filed("count(*)")).isEqualTo(ids.size());
        assertThat(filed("count(distinct vorgang_id)")).isEqualTo(ids.size());
        assertThat(dispatched("bescheid")).isEqualTo(ids.size());
        assertThat(dispatched("eingang")).isEqualTo(ids.size());
        await().atMost(patience)
                .untilAsserted(() ->
                        assertThat(mails()).hasSize(count("versand where vorgang_id = any(:ids) and weg = 'EMAIL'")));
    }

    /** Where those stand in their process that have no Bescheid. */
    private List<String> waiting() {
        return jdbc.sql("""
                select v.id || ' ' || coalesce(string_agg(e.element_id, ', '), 'not begun')
                from processes.vorgang v
                left join processes.element_instance e
                    on e.process_instance_key = v.process_instance_key and e.state = 'ACTIVE'
                where v.id = any(:ids) and not exists (
                    select 1 from processes.versand s where s.vorgang_id = v.id and s.template = 'bescheid')
                group by v.id""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> requireNonNull(row.getString(1)))
                .list();
    }

    private int dispatched(String template) {
        return jdbc.sql("""
                select count(*) from processes.versand
                where vorgang_id = any(:ids) and template = :template and auftrag not like '%:hinweis'""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("template", template)
                .query(Integer.class)
                .single();
    }

    private int filed(String what) {
        return jdbc.sql("select " + what
                        + " from processes.dokument where vorgang_id = any(:ids) and abgelegt_am is not null")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    private int mailsOnTheirWay() {
        return count("versand where vorgang_id = any(:ids) and weg = 'EMAIL' and zustand = 'VORGEMERKT'");
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from processes." + what)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /** A mail that goes out twice has the same Message-ID, by which mail systems recognise it (RFC 5322, 3.6.4). */
    private Set<String> mails() throws IOException, InterruptedException {
        var answer = api.send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/api/user/%s/messages/".formatted(stack.port(Port.MAIL_API), ADDRESS))));
        return Api.json(answer).findValuesAsString("mimeMessage").stream()
                .flatMap(mail -> MESSAGE_ID.matcher(mail).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
