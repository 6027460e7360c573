package de.amtsfluss.workers.notifications.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.amtsfluss.processes.Postfach;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.Versendung;
import de.amtsfluss.processes.Versendung.Zustand;
import de.amtsfluss.workers.notifications.Amt;
import de.amtsfluss.workers.notifications.NotificationsTest;
import de.amtsfluss.workers.notifications.Post;
import de.amtsfluss.workers.notifications.Uhr;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What mail server and webhook get, and what becomes of it when they do not take it. */
@NotificationsTest
class DispatchTests {

    private static final Map<String, String> NACHFORDERUNG =
            Map.of("art", "NACHFORDERUNG", "template", "nachforderung");

    private final Amt amt;
    private final EmailDispatch mails;
    private final WebhookDispatch webhooks;
    private final Postfach postfach;
    private final TransactionTemplate transactions;
    private final Uhr uhr;

    DispatchTests(
            Amt amt,
            EmailDispatch mails,
            WebhookDispatch webhooks,
            Postfach postfach,
            TransactionTemplate transactions,
            Uhr uhr) {
        this.amt = amt;
        this.mails = mails;
        this.webhooks = webhooks;
        this.postfach = postfach;
        this.transactions = transactions;
        this.uhr = uhr;
    }

    @Test
    void aMailSaysThatThereIsSomethingAndNotWhat() throws Exception {
        var person = Amt.person(Versandweg.EMAIL);
        var vorgang = amt.vorgang(person);
        var id = amt.deliver(vorgang, amt.dokument(vorgang), NACHFORDERUNG).run();

        sendAll();

        var mail = only(Objects.requireNonNull(person.email()));
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(part(mail, "text/plain"))
                .contains(vorgang.aktenzeichen(), "https://portal.example/postfach", "Guten Tag Erika Musterfrau")
                .doesNotContain("Steuerschuld");
        assertThat(part(mail, "text/html"))
                .contains("<html lang=\"de\"", "<a href=\"https://portal.example/postfach\"", vorgang.aktenzeichen())
                .doesNotContain("Steuerschuld");
        assertThat(mail.getHeader("Message-ID")).containsExactly("<%s@amtsfluss>".formatted(id));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Return-Path")).containsExactly("<versand+%s@stadt.example>".formatted(id));
        assertThat(amt.versendungen(vorgang))
                .extracting(Versendung::zustand, sent -> String.valueOf(sent.versandtAm()))
                .containsExactly(tuple(Zustand.UEBERGEBEN, today()));
        assertThat(amt.messages(id)).containsExactly(today() + " EMAIL");
        assertThat(postfach.of(vorgang.id())).hasSize(1);
    }

    @Test
    void whoDiesAfterTheMailServerTookItSendsTheSameMailAgainAndTellsTheProcessOnce() throws Exception {
        var person = Amt.person(Versandweg.EMAIL);
        var vorgang = amt.vorgang(person);
        var id = amt.deliver(vorgang, amt.dokument(vorgang), NACHFORDERUNG).run();

        transactions.executeWithoutResult(status -> {
            sendAll();
            status.setRollbackOnly();
        });
        assertThat(amt.messages(id)).isEmpty();
        sendAll();
        sendAll();

        var sent = Post.mailsTo(Objects.requireNonNull(person.email()));
        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst().getMessageID()).isEqualTo(sent.getLast().getMessageID());
        assertThat(amt.messages(id)).hasSize(1);
    }

    @Test
    void hostileNamesStayNames() throws Exception {
        var name = "<script>alert(1)</script>\r\nBcc: opfer@example.org\r\n\r\nKlick & <b>mich</b>";
        var email = Objects.requireNonNull(Amt.person(Versandweg.EMAIL).email());
        var vorgang = amt.vorgang(Amt.person(name, Versandweg.EMAIL, email, null));
        amt.send(vorgang, "eingang", "antragsteller", Map.of("dauer", "zwei\r\nX-Boese: 1 <i>Wochen</i>"))
                .run();

        sendAll();

        var mail = only(email);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Boese")).isNull();
        assertThat(Post.mailsTo("opfer@example.org")).isEmpty();
        assertThat(part(mail, "text/html"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; Bcc: opfer@example.org Klick &amp; &lt;b&gt;mich")
                .doesNotContain("<script", "<b>", "<i>");
        assertThat(part(mail, "text/plain"))
                .contains("Guten Tag <script>alert(1)</script> Bcc: opfer@example.org Klick & <b>mich</b>,");
    }

    @Test
    void anAddressThatIsNoneLeadsToALetter() {
        for (var address :
                List.of("erika@example.org\r\nBcc: opfer@example.org", "a@b.example, opfer@example.org", "keine")) {
            var vorgang = amt.vorgang(Amt.person("Erika Musterfrau", Versandweg.EMAIL, address, null));
            var id = amt.deliver(vorgang, amt.dokument(vorgang), NACHFORDERUNG).run();

            sendAll();

            assertThat(amt.versendungen(vorgang))
                    .extracting(Versendung::weg, Versendung::zustand, Versendung::ursprung)
                    .containsExactlyInAnyOrder(
                            tuple(Versandweg.EMAIL, Zustand.ZURUECKGEKOMMEN, id),
                            tuple(Versandweg.BRIEF, Zustand.VORGEMERKT, id));
            assertThat(amt.messages(id)).isEmpty();
        }
        assertThat(Post.mailsTo("opfer@example.org")).isEmpty();
    }

    @Test
    void aMailToNobodyHoldsUpNobody() {
        var erased = amt.vorgang(Amt.person(Versandweg.EMAIL));
        var person = Amt.person(Versandweg.EMAIL);
        var fine = amt.vorgang(person);
        amt.deliver(erased, amt.dokument(erased), NACHFORDERUNG).run();
        amt.changed(erased);
        amt.deliver(fine, amt.dokument(fine), NACHFORDERUNG).run();

        sendAll();

        assertThat(Post.mailsTo(Objects.requireNonNull(person.email()))).hasSize(1);
        assertThat(amt.versendungen(erased)).extracting(Versendung::zustand).contains(Zustand.ZURUECKGEKOMMEN);
    }

    @Test
    void aBrokenTemplateWaitsAndHoldsUpNobody() {
        var broken = amt.vorgang(Amt.person(Versandweg.EMAIL));
        var person = Amt.person(Versandweg.EMAIL);
        var fine = amt.vorgang(person);
        amt.deliver(broken, amt.dokument(broken), NACHFORDERUNG).run();
        transactions.executeWithoutResult(status -> amt.breakTemplate(broken));
        amt.deliver(fine, amt.dokument(fine), NACHFORDERUNG).run();

        sendAll();

        assertThat(Post.mailsTo(Objects.requireNonNull(person.email()))).hasSize(1);
        assertThat(amt.versendungen(broken)).singleElement().satisfies(waiting -> {
            assertThat(waiting.zustand()).isEqualTo(Zustand.VORGEMERKT);
            assertThat(waiting.versuche()).isEqualTo(1);
            assertThat(waiting.fehler()).isEqualTo("TemplateInputException");
        });
    }

    @Test
    void aNoticeGoesToInboxAndMailAndNoProcessWaitsForIt() throws Exception {
        var person = Amt.person(Versandweg.POSTFACH);
        var vorgang = amt.vorgang(person);
        var auftrag = amt.send(vorgang, "eingang", "antragsteller", Map.of("dauer", "zwei Wochen"));

        auftrag.run();
        auftrag.run();
        sendAll();

        assertThat(postfach.of(vorgang.id()))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("voraussichtlich zwei Wochen"));
        assertThat(part(only(Objects.requireNonNull(person.email())), "text/plain"))
                .contains("zwei Wochen");
        assertThat(amt.versendungen(vorgang))
                .allSatisfy(sent -> assertThat(amt.messages(sent.ursprung())).isEmpty());
    }

    @Test
    void aWebhookIsCalledUntilItAnswersAndLearnsNothingPersonal() throws Exception {
        var vorgang = amt.vorgang(Amt.person(Versandweg.BRIEF));
        var auftrag = amt.deliver(vorgang, amt.dokument(vorgang), Map.of("recipient", "fachverfahren"));
        var id = auftrag.run();
        Post.calls(503, 302, 200);

        for (var attempt = 0; attempt < 3; attempt++) {
            callAll();
            callAll();
            assertThat(amt.messages(id)).hasSize(attempt / 2);
            uhr.forward(Duration.ofMinutes(10));
        }
        assertThat(auftrag.run()).isEqualTo(id);
        callAll();

        var calls = Post.calls();
        assertThat(calls).hasSize(3).allSatisfy(call -> {
            assertThat(call.signature()).isEqualTo("sha256=" + hmac(call.body()));
            assertThat(new String(call.body(), StandardCharsets.UTF_8))
                    .contains(
                            "\"event\":\"hundesteuer-anmelden.bescheid\"",
                            vorgang.id().toString(),
                            id.toString(),
                            vorgang.aktenzeichen())
                    .doesNotContain("Musterfrau", "Steuerschuld");
        });
        assertThat(amt.versendungen(vorgang)).singleElement().satisfies(sent -> {
            assertThat(sent.zustand()).isEqualTo(Zustand.UEBERGEBEN);
            assertThat(sent.versuche()).isEqualTo(2);
        });
    }

    @Test
    void anOfficeStillGetsItsMailOnce() throws Exception {
        var vorgang = amt.vorgang();
        var before = Post.mailsTo("disposition@stadt.example").size();
        var auftrag = amt.sendToOffice(vorgang, "disposition");

        auftrag.run();
        auftrag.run();

        var mails = Post.mailsTo("disposition@stadt.example");
        assertThat(mails).hasSize(before + 1);
        assertThat(mails.getLast().getContentType()).startsWith("text/plain");
        assertThat(mails.getLast().getContent().toString()).contains("/vorgaenge/" + vorgang.id());
    }

    @Test
    void aModelMayNameTheOfficeAtRunTimeAndTellItMore() throws Exception {
        var vorgang = amt.vorgang();
        var before = Post.mailsTo("disposition@stadt.example").size();

        amt.sendToOfficeAtRunTime(vorgang, "disposition", Map.of("ort", "Ein anderer Platz"))
                .run();

        var mails = Post.mailsTo("disposition@stadt.example");
        assertThat(mails).hasSize(before + 1);
        assertThat(mails.getLast().getContent().toString()).contains("Container BI-C-0001", "Ein anderer Platz");
    }

    private void sendAll() {
        new Turn().take(mails::step);
    }

    private void callAll() {
        new Turn().take(webhooks::step);
    }

    private String today() {
        return uhr.instant().toString().substring(0, "2026-11-26".length());
    }

    private static MimeMessage only(String address) {
        assertThat(Post.mailsTo(address)).hasSize(1);
        return Post.mailsTo(address).getFirst();
    }

    private static String part(MimeMessage mail, String type) throws Exception {
        return part((MimeMultipart) mail.getContent(), type);
    }

    private static String part(MimeMultipart parts, String type) throws Exception {
        for (var number = 0; number < parts.getCount(); number++) {
            var part = parts.getBodyPart(number);
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
            if (part.getContent() instanceof MimeMultipart inner) {
                return part(inner, type);
            }
        }
        throw new AssertionError("Expected a part of type %s, but there is none".formatted(type));
    }

    private static String hmac(byte[] body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Post.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
