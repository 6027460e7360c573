package de.amtsfluss.workers.posteingang.mail;

import static de.amtsfluss.workers.posteingang.Poststelle.about;
import static de.amtsfluss.workers.posteingang.Poststelle.inhalt;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.Posteingaenge;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Posteingang.Anlage;
import de.amtsfluss.processes.Posteingang.Nichtuebernahme;
import de.amtsfluss.processes.Posteingang.Status;
import de.amtsfluss.workers.notifications.NotificationsTest;
import de.amtsfluss.workers.notifications.Post;
import de.amtsfluss.workers.notifications.Uhr;
import de.amtsfluss.workers.posteingang.Poststelle;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Mails in a real mailbox become post on a real database, whoever wrote them. */
@NotificationsTest
class EmailEingangTests {

    private static final String TEXT = "Content-Type: text/plain; charset=UTF-8\n\n";

    private final EmailEingang eingang;
    private final EmailProperties properties;
    private final Posteingaenge posteingaenge;
    private final Uhr uhr;

    /** Of this test only. */
    private final String betreff = "Post " + UUID.randomUUID();

    EmailEingangTests(EmailEingang eingang, EmailProperties properties, Posteingaenge posteingaenge, Uhr uhr) {
        this.eingang = eingang;
        this.properties = properties;
        this.posteingaenge = posteingaenge;
        this.uhr = uhr;
    }

    @Test
    void aMailIsRegisteredOnceEvenIfTheProcessIsKilledBeforeItIsMarked() throws MessagingException {
        arrives("Content-Type: multipart/mixed; boundary=g\n\n--g\n" + TEXT
                + "Guten Tag, anbei der Nachweis. Grüße\n--g\n"
                + "Content-Type: text/plain; name=\"=?UTF-8?Q?Nachweis_f=C3=BCr_Bello.txt?=\"\n"
                + "Content-Disposition: attachment\n\nGeimpft\n--g--\n");
        new EmailEingang(properties, Poststelle.killedAfterKeeping(posteingaenge), uhr).run();
        assertThat(about(posteingaenge, betreff)).hasSize(1);

        eingang.run();
        eingang.run();

        assertThat(about(posteingaenge, betreff)).singleElement().satisfies(post -> {
            assertThat(post.kanal()).isEqualTo(Kanal.EMAIL);
            assertThat(post.status()).isEqualTo(Status.EINGEGANGEN);
            assertThat(post.eingegangenUm()).isNotNull();
            assertThat(inhalt(post).absender()).isEqualTo("Erika Müller <erika@example.org>");
            assertThat(inhalt(post).anlagen())
                    .extracting(Anlage::name)
                    .containsExactly("Nachricht.txt", "Nachweis für Bello.txt", "Original.eml");
            assertThat(text(post)).contains("Guten Tag", "Grüße").doesNotContain("Geimpft");
            assertThat(inhalt(post).nichtUebernommen()).isEmpty();
        });
    }

    @Test
    void aSecondDeliveryIsTheSameMailAndAnotherTextWithItsIdIsShownAsARepeat() throws MessagingException {
        var id = "<%s@example.org>".formatted(UUID.randomUUID());
        arrives("Message-ID: " + id + "\n" + TEXT + "Eins");
        arrives("Received: from anderswo\nMessage-ID: " + id + "\n" + TEXT + "Eins");
        arrives("Message-ID: " + id + "\n" + TEXT + "Untergeschoben");

        eingang.run();

        var found = about(posteingaenge, betreff);
        assertThat(found).hasSize(2);
        var first = found.stream()
                .filter(post -> post.wiederholungVon() == null)
                .map(Posteingang::eingangsnummer)
                .toList();
        assertThat(first).hasSize(1);
        assertThat(found).extracting(Posteingang::wiederholungVon).containsExactlyInAnyOrder(null, first.getFirst());
    }

    @Test
    void whatIsDangerousOrBrokenIsNamedAndTheRestIsTaken() throws MessagingException {
        var program = Base64.getEncoder().encodeToString(new byte[] {'M', 'Z', 0, 1, 2, 3});
        arrives("Content-Type: multipart/mixed; boundary=g\n\n--g\n"
                + "Content-Type: text/html; charset=gibt-es-nicht\n\n"
                + "<p>Hallo</p><script>alert('x')</script><style>p{}</style><img src=\"http://example.org/x.png\">\n"
                + "--g\nContent-Type: application/octet-stream; name=\"rechnung.pdf.exe\"\n"
                + "Content-Transfer-Encoding: base64\n\n" + program + "\n"
                + "--g\nContent-Type: application/pdf; name=\"kaputt.pdf\"\nContent-Transfer-Encoding: base64\n\n"
                + "%%%%!!!\n--g\n;;;: =\n\nUnsinn\n--g--\n");

        eingang.run();

        assertThat(about(posteingaenge, betreff)).singleElement().satisfies(post -> {
            assertThat(inhalt(post).nichtUebernommen())
                    .extracting(Nichtuebernahme::name)
                    .contains("rechnung.pdf.exe", "kaputt.pdf");
            assertThat(text(post)).contains("Hallo").doesNotContain("alert", "script", "example.org", "p{}");
            assertThat(inhalt(post).anlagen()).extracting(Anlage::name).contains("Original.eml");
        });
    }

    @Test
    void ofAlternativesThePlainTextIsTaken() throws MessagingException {
        arrives("Content-Type: multipart/alternative; boundary=g\n\n--g\n" + TEXT + "Schlicht\n--g\n"
                + "Content-Type: text/html\n\n<b>Verziert</b>\n--g--\n");

        eingang.run();

        assertThat(about(posteingaenge, betreff))
                .singleElement()
                .satisfies(post -> assertThat(text(post)).isEqualTo("Schlicht"));
    }

    @Test
    void aMailNestedWithoutEndIsReadNoFurtherThanSensible() throws MessagingException {
        var nested = new StringBuilder();
        for (var level = 0; level < 300; level++) {
            nested.append("Content-Type: multipart/mixed; boundary=g%d\n\n--g%d\n".formatted(level, level));
        }
        arrives(nested + TEXT + "Tief unten");

        eingang.run();

        assertThat(about(posteingaenge, betreff))
                .singleElement()
                .satisfies(post -> assertThat(inhalt(post).nichtUebernommen())
                        .extracting(Nichtuebernahme::grund)
                        .containsExactly("Der Teil ist zu tief verschachtelt."));
    }

    @Test
    void ofAHugeMailOnlyTheHeadIsTakenAndItIsNotFetchedAgain() throws MessagingException {
        arrives(TEXT + "x".repeat(1_100_000));
        var strict = new EmailProperties(
                properties.host(), properties.port(), false, "stadt", "geheim", "INBOX", null, DataSize.ofMegabytes(1));

        new EmailEingang(strict, posteingaenge, uhr).run();
        new EmailEingang(strict, posteingaenge, uhr).run();

        assertThat(about(posteingaenge, betreff)).singleElement().satisfies(post -> {
            assertThat(inhalt(post).nichtUebernommen())
                    .extracting(Nichtuebernahme::grund)
                    .containsExactly("Die E-Mail ist größer als 1 MB. Sie liegt noch im Postfach.");
            assertThat(inhalt(post).anlagen())
                    .singleElement()
                    .satisfies(head -> assertThat(head.groesse()).isLessThan(5_000));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied (Abwesenheit)",
                "Auto-Submitted: auto-generated",
                "Return-Path: <>",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=g",
            })
    void whatNoPersonWroteIsFiledWithItsReason(String header) throws MessagingException {
        arrives(header + "\n\nIch bin nicht da.");

        eingang.run();

        assertThat(about(posteingaenge, betreff)).singleElement().satisfies(post -> {
            assertThat(post.status()).isEqualTo(Status.ABGELEGT);
            assertThat(inhalt(post).verfuegung()).isNotNull();
        });
    }

    @Test
    void aPersonWhoSaysSoIsAPerson() throws MessagingException {
        arrives("Auto-Submitted: no\nReturn-Path: <erika@example.org>\n" + TEXT + "Ich bin da.");

        eingang.run();

        assertThat(about(posteingaenge, betreff))
                .singleElement()
                .extracting(Posteingang::status)
                .isEqualTo(Status.EINGEGANGEN);
    }

    private String text(Posteingang post) {
        var anlage = inhalt(post).anlagen().getFirst();
        return new String(
                posteingaenge.datei(anlage.id(), Poststelle.PIA).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    /** A mail without a date. */
    private void arrives(String rest) throws MessagingException {
        var mail = "From: =?UTF-8?Q?Erika_M=C3=BCller?= <erika@example.org>\nTo: stadt@stadt.example\nSubject: "
                + betreff + "\nMIME-Version: 1.0\n" + rest;
        Post.comesIn(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }
}
