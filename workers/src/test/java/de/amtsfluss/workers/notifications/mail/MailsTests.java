package de.amtsfluss.workers.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What is made of a mail server's refusals, and of the addresses that mails come back to. */
class MailsTests {

    private static final UUID ID = UUID.fromString("0f5f5b2e-1d1c-4a0e-8a3c-0123456789ab");

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such user Erika Musterfrau, Refused[why=SMTP 550]",
        "RCPT, 451 try again Erika Musterfrau, Later[why=SMTP 451]",
        "DATA, 554 spam, Refused[why=SMTP 554]",
        "MAIL, 550 sender not allowed, Later",
    })
    void tellsWhatIsRefusedForGoodFromWhatIsNot(String command, String answer, String outcome) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var thread = Thread.ofVirtual().start(() -> refuse(server, command, answer));

            var handover = mails(server.getLocalPort()).send(mail("erika.musterfrau@example.org"));

            assertThat(handover.toString()).startsWith(outcome).doesNotContain("Erika");
            thread.interrupt();
        }
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() throws IOException {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }

        assertThat(mails(port).send(mail("erika@example.org"))).isInstanceOf(Handover.Later.class);
    }

    @Test
    void theReturnAddressNamesTheDispatchAndIsFoundAgain() {
        var address = returnAddress("versand@stadt.example");

        assertThat(address.of(ID)).isEqualTo("versand+%s@stadt.example".formatted(ID));
        assertThat(address.find("Versand <VERSAND+%s@Stadt.example>, x@y.example".formatted(ID)))
                .contains(ID);
        assertThat(returnAddress(null).of(ID)).isEqualTo("amt+%s@stadt.example".formatted(ID));
        assertThatThrownBy(() -> returnAddress("keine")).hasMessageContaining("it has no '@'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "versand@stadt.example",
                "versand+x@stadt.example",
                "versand+0f5f5b2e-1d1c-4a0e-8a3c-0123456789ab@anders.example",
                "versand+0f5f5b2e-1d1c-4a0e-8a3c-0123456789ab@stadt.example.boese.example",
                "boeseversand+0f5f5b2e-1d1c-4a0e-8a3c-0123456789ab@stadt.example"
            })
    void findsNoDispatchInOtherAddresses(String text) {
        assertThat(returnAddress("versand@stadt.example").find(text)).isEqualTo(Optional.empty());
    }

    private static ReturnAddress returnAddress(@Nullable String address) {
        return new ReturnAddress(properties(address));
    }

    private static MailProperties properties(@Nullable String returnAddress) {
        return new MailProperties(
                "amt@stadt.example",
                returnAddress,
                URI.create("https://amtsfluss.example"),
                URI.create("https://portal.example"));
    }

    private static Mails mails(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "20000");
        return new Mails(sender, properties(null));
    }

    private static Mail mail(String to) {
        return new Mail(
                ID, to, new MailText("Betreff", "Text", "<p>Text</p>"), "versand+%s@stadt.example".formatted(ID));
    }

    /** A mail server that takes everything up to one command. */
    private static void refuse(ServerSocket server, String refused, String answer) {
        try (var socket = server.accept();
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                var out = socket.getOutputStream()) {
            var reply = "220 mail.example";
            var data = false;
            while (reply != null) {
                out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
                var line = in.readLine();
                while (data && line != null && !line.equals(".")) {
                    line = in.readLine();
                }
                if (line == null) {
                    return;
                }
                var done = data;
                data = line.startsWith("DATA");
                var command = done ? "DATA" : line;
                reply = command.startsWith(refused) && !data ? answer : data ? "354 go on" : "250 ok";
            }
        } catch (IOException e) {
            // The client may hang up at any time.
        }
    }
}
