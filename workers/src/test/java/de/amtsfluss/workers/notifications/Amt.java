package de.amtsfluss.workers.notifications;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Anschrift;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Beteiligter.Rolle;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Versandregister;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.Versendung;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.vorgang.NeuerVorgang;
import de.amtsfluss.processes.vorgang.Vorgangsanlage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An office: it opens Vorgaenge, files documents and has them sent by the jobs of a model. */
@Component
public class Amt {

    public static final Akteur CLERK = new Akteur("mia.mustermann", "Mia Mustermann", Set.of("steueramt"));
    public static final Akteur MAIL_ROOM = new Akteur("pia.musterfrau", "Pia Musterfrau", Set.of("poststelle"));

    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

    private final Vorgaenge vorgaenge;
    private final Vorgangsanlage vorgangsanlage;
    private final Dokumente dokumente;
    private final Versandregister versand;
    private final DeliverDocument deliver;
    private final SendNotification send;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    Amt(
            Vorgaenge vorgaenge,
            Vorgangsanlage vorgangsanlage,
            Dokumente dokumente,
            Versandregister versand,
            DeliverDocument deliver,
            SendNotification send,
            TransactionTemplate transactions,
            JdbcClient jdbc) {
        this.vorgaenge = vorgaenge;
        this.vorgangsanlage = vorgangsanlage;
        this.dokumente = dokumente;
        this.versand = versand;
        this.deliver = deliver;
        this.send = send;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Somebody with all that can be known, and an address of her own for mails. */
    public static Beteiligter person(Versandweg wish) {
        var number = KEYS.incrementAndGet();
        return person("Erika Musterfrau", wish, "erika%d@example.org".formatted(number), "konto-" + number);
    }

    public static Beteiligter person(String name, Versandweg wish, @Nullable String email, @Nullable String konto) {
        var anschrift = new Anschrift("Musterstraße 1", "33602", "Bielefeld");
        return new Beteiligter(Rolle.ANTRAGSTELLER, name, null, anschrift, email, null, wish, konto);
    }

    public static Beteiligter withoutAnschrift(Beteiligter person) {
        return new Beteiligter(
                person.rolle(), person.name(), null, null, person.email(), null, person.wunsch(), person.konto());
    }

    public Vorgang vorgang(Beteiligter... persons) {
        return Objects.requireNonNull(transactions.execute(status -> vorgangsanlage.create(
                VorgangId.random(),
                new NeuerVorgang(
                        KEYS.incrementAndGet(),
                        "hundesteuer-anmelden",
                        "200.2-20.31",
                        "Hundesteuer",
                        null,
                        "portal",
                        Set.of("steueramt"),
                        Map.of("geheimnis", "Steuerschuld 4711"),
                        List.of(persons)))));
    }

    /** Those a Vorgang is about, as they are now. */
    public void changed(Vorgang vorgang, Beteiligter... persons) {
        transactions.executeWithoutResult(status -> vorgangsanlage.replaceBeteiligte(vorgang.id(), List.of(persons)));
    }

    /** A filed PDF of two pages. */
    public DokumentId dokument(Vorgang vorgang) {
        return filed(vorgang, "application/pdf", pdf("Bescheid " + vorgang.aktenzeichen()));
    }

    public DokumentId filed(Vorgang vorgang, String mediaType, byte[] content) {
        var id = DokumentId.random();
        dokumente.draft(id, vorgang.id(), "Bescheid.pdf", mediaType, content);
        dokumente.file(id);
        return id;
    }

    private static byte[] pdf(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (var number = 1; number <= 2; number++) {
                var page = new PDPage();
                document.addPage(page);
                try (var stream = new PDPageContentStream(document, page)) {
                    stream.beginText();
                    stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    stream.newLineAtOffset(50, 700);
                    stream.showText(text + " Seite " + number);
                    stream.endText();
                }
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A new order to send a document. */
    public Auftrag deliver(Vorgang vorgang, DokumentId dokument, Map<String, String> headers) {
        var all = new HashMap<>(Map.of("template", "bescheid"));
        all.putAll(headers);
        var input = new DeliverDocument.Input(vorgang.id().toString(), dokument.toString(), null);
        var job = new Job<>(1, 1, KEYS.incrementAndGet(), vorgang.verfahren(), all, input);
        return () -> {
            var variables = ((JobResult.Completed) deliver.handle(job)).variables();
            return UUID.fromString(String.valueOf(variables.get("versandId")));
        };
    }

    /** A new order to send a document in the usual way, done. */
    public Versendung deliver(Vorgang vorgang) {
        var id = deliver(vorgang, dokument(vorgang), Map.of()).run();
        return versand.find(id).orElseThrow();
    }

    /** A new order to tell somebody. */
    public Runnable send(Vorgang vorgang, String template, String recipient, Map<String, @Nullable Object> angaben) {
        var input = new SendNotification.Input(vorgang.id().toString(), angaben, null);
        var headers = Map.of("template", template, "recipient", recipient);
        var job = new Job<>(1, 1, KEYS.incrementAndGet(), vorgang.verfahren(), headers, input);
        return () -> send.handle(job);
    }

    /** A new order to tell an office of a Vorgang; its template is one of another procedure. */
    public Runnable sendToOffice(Vorgang vorgang, String office) {
        jdbc.sql("update processes.vorgang set verfahren = 'container-leeren' where id = :id")
                .param("id", vorgang.id().value())
                .update();
        transactions.executeWithoutResult(status ->
                vorgaenge.supplement(vorgang.id(), Map.of("containerId", "BI-C-0001", "ort", "Siegfriedplatz 1")));
        return send(vorgang, "container-erinnerung", office, Map.of());
    }

    /** A new order of a model that learns only at run time which office is told, and tells it something more. */
    public Runnable sendToOfficeAtRunTime(Vorgang vorgang, String office, Map<String, @Nullable Object> angaben) {
        sendToOffice(vorgang, office);
        var input = new SendNotification.Input(vorgang.id().toString(), angaben, office);
        var headers = Map.of("template", "container-erinnerung");
        var job = new Job<>(1, 1, KEYS.incrementAndGet(), "container-leeren", headers, input);
        return () -> send.handle(job);
    }

    /** Somebody takes the template of what waits away. */
    public void breakTemplate(Vorgang vorgang) {
        jdbc.sql("update processes.versand set template = 'fehlt' where vorgang_id = :id")
                .param("id", vorgang.id().value())
                .update();
    }

    public List<Versendung> versendungen(Vorgang vorgang) {
        return versand.of(vorgang.id(), CLERK);
    }

    /** What processes were told that wait for a dispatch: day and way, the oldest first. */
    public List<String> messages(UUID correlationKey) {
        return jdbc.sql("""
                select facts ->> 'versandtAm' || ' ' || (facts ->> 'versandweg') from processes.message_outbox
                where name = 'versand.erfolgt' and correlation_key = :key order by seq""")
                .param("key", correlationKey.toString())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** A job of a model, which may come again. */
    public interface Auftrag {

        UUID run();
    }
}
