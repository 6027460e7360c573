package de.amtsfluss.workers.notifications.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.amtsfluss.processes.Druckauftraege;
import de.amtsfluss.processes.Druckauftraege.Outcome;
import de.amtsfluss.processes.Versandregister;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.Versendung;
import de.amtsfluss.processes.Versendung.Zustand;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.workers.notifications.Amt;
import de.amtsfluss.workers.notifications.NotificationsTest;
import de.amtsfluss.workers.notifications.Post;
import de.amtsfluss.workers.notifications.Uhr;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails that come back, and the letters that replace them. */
@NotificationsTest
class RuecklaufTests {

    private final Amt amt;
    private final Ruecklauf ruecklauf;
    private final Versandregister versand;
    private final Druckauftraege druckauftraege;
    private final Uhr uhr;

    RuecklaufTests(Amt amt, Ruecklauf ruecklauf, Versandregister versand, Druckauftraege druckauftraege, Uhr uhr) {
        this.amt = amt;
        this.ruecklauf = ruecklauf;
        this.versand = versand;
        this.druckauftraege = druckauftraege;
        this.uhr = uhr;
    }

    @Test
    void aMailThatComesBackBecomesALetterWhoseDayCounts() throws MessagingException {
        var vorgang = amt.vorgang(Amt.person(Versandweg.EMAIL));
        var id = mailed(vorgang);
        assertThat(amt.messages(id)).containsExactly(today() + " EMAIL");

        for (var repeat = 0; repeat < 2; repeat++) {
            Post.comesBack(report(id, "failed", "5.1.1"));
            ruecklauf.run();
            ruecklauf.run();
        }

        assertThat(amt.versendungen(vorgang))
                .extracting(Versendung::weg, Versendung::zustand, Versendung::ursprung, Versendung::hauptsache)
                .containsExactlyInAnyOrder(
                        tuple(Versandweg.EMAIL, Zustand.ZURUECKGEKOMMEN, id, true),
                        tuple(Versandweg.BRIEF, Zustand.VORGEMERKT, id, true));
        assertThat(versand.find(id)).hasValueSatisfying(mail -> {
            assertThat(mail.fehler()).isEqualTo("5.1.1");
            assertThat(mail.ersetztDurch()).isNotNull();
        });

        uhr.forward(Duration.ofDays(2));
        var batch = ((Outcome.Done) druckauftraege.create(Amt.MAIL_ROOM)).druckauftrag();
        druckauftraege.confirm(batch.id(), today(), Amt.MAIL_ROOM);

        assertThat(versand.find(id))
                .hasValueSatisfying(mail -> assertThat(mail.zustand()).isEqualTo(Zustand.ERSETZT));
        assertThat(amt.messages(id)).containsExactly(today().minusDays(2) + " EMAIL", today() + " BRIEF");
    }

    @Test
    void aHintToTheInboxThatComesBackBecomesALetterToo() throws MessagingException {
        var vorgang = amt.vorgang(Amt.person(Versandweg.POSTFACH));
        var sent = amt.deliver(vorgang);
        var hint = hint(vorgang);
        versand.handedOver(hint.id(), today());

        Post.comesBack(report(hint.id(), "failed", "5.2.2"));
        ruecklauf.run();

        assertThat(amt.versendungen(vorgang))
                .filteredOn(letter -> letter.weg() == Versandweg.BRIEF)
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.ursprung()).isEqualTo(sent.id());
                    assertThat(letter.dokument()).isEqualTo(sent.dokument());
                });
    }

    @Test
    void aHintToALetterThatComesBackNeedsNoOther() throws MessagingException {
        var vorgang = amt.vorgang(Amt.person("Erika Musterfrau", Versandweg.POSTFACH, "erika@example.org", null));
        amt.deliver(vorgang);
        var hint = hint(vorgang);
        versand.handedOver(hint.id(), today());

        Post.comesBack(report(hint.id(), "failed", "5.1.1"));
        ruecklauf.run();

        assertThat(amt.versendungen(vorgang))
                .extracting(Versendung::weg)
                .containsExactlyInAnyOrder(Versandweg.BRIEF, Versandweg.EMAIL);
        assertThat(versand.find(hint.id()))
                .hasValueSatisfying(mail -> assertThat(mail.zustand()).isEqualTo(Zustand.ZURUECKGEKOMMEN));
    }

    @ParameterizedTest
    @CsvSource({"delayed, 4.4.7", "delivered, 2.0.0", "relayed, 2.0.0", "'', ''"})
    void whatIsNoFailureChangesNothing(String action, String status) throws MessagingException {
        var vorgang = amt.vorgang(Amt.person(Versandweg.EMAIL));
        var id = mailed(vorgang);

        Post.comesBack(report(id, action, status));
        ruecklauf.run();

        assertThat(amt.versendungen(vorgang)).extracting(Versendung::zustand).containsExactly(Zustand.UEBERGEBEN);
    }

    @Test
    void strangeMailsAreLeftAloneAndHoldUpNobody() throws MessagingException {
        var vorgang = amt.vorgang(Amt.person(Versandweg.EMAIL));
        var id = mailed(vorgang);
        Post.comesBack(
                mail("To: versand+%s@stadt.example\r\nContent-Type: text/plain\r\n\r\nAction: failed".formatted(id)));
        Post.comesBack(
                mail("To: versand+%s@stadt.example\r\nContent-Type: multipart/report;;; =\r\n\r\nx".formatted(id)));
        Post.comesBack(mail(
                "To: versand+%s@stadt.example\r\nContent-Type: multipart/report; report-type=delivery-status\r\n\r\nx"
                        .formatted(id)));
        Post.comesBack(report(UUID.randomUUID(), "failed", "5.1.1"));
        ruecklauf.run();
        assertThat(amt.versendungen(vorgang)).extracting(Versendung::zustand).containsExactly(Zustand.UEBERGEBEN);

        Post.comesBack(report(id, "Failed", "nonsense\u0000"));
        ruecklauf.run();

        assertThat(versand.find(id)).hasValueSatisfying(mail -> {
            assertThat(mail.zustand()).isEqualTo(Zustand.ZURUECKGEKOMMEN);
            assertThat(mail.fehler()).isEqualTo("failed");
        });
    }

    private UUID mailed(Vorgang vorgang) {
        var id = amt.deliver(
                        vorgang, amt.dokument(vorgang), Map.of("art", "NACHFORDERUNG", "template", "nachforderung"))
                .run();
        versand.handedOver(id, today());
        return id;
    }

    private Versendung hint(Vorgang vorgang) {
        return amt.versendungen(vorgang).stream()
                .filter(sent -> sent.weg() == Versandweg.EMAIL)
                .findFirst()
                .orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(uhr.instant(), ZoneId.of("Europe/Berlin"));
    }

    /** As mail servers write it (RFC 3464, appendix E). */
    private static MimeMessage report(UUID id, String action, String status) throws MessagingException {
        return mail("""
                From: MAILER-DAEMON@mail.example
                To: versand+%s@stadt.example
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type="delivery-status"; boundary="grenze"

                --grenze
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --grenze
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example
                Arrival-Date: Thu, 26 Nov 2026 09:00:00 +0100

                Final-Recipient: rfc822; erika@example.org
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 <erika@example.org>: Recipient address rejected

                --grenze
                Content-Type: text/rfc822-headers

                Message-ID: <%s@amtsfluss>
                --grenze--
                """.formatted(id, action, status, id).replace("\n", "\r\n"));
    }

    private static MimeMessage mail(String text) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
