package de.amtsfluss.workers.notifications;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The world outside: a mail server with a mailbox, another system with a webhook, and the folder of a printer. */
public final class Post implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String SECRET = "ein-geheimnis-nur-fuer-tests";
    public static final Path FOLDER = Path.of("target", "druckauftraege");

    private static final GreenMail MAIL = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private static final List<Call> CALLS = new CopyOnWriteArrayList<>();
    private static final List<Integer> ANSWERS = new CopyOnWriteArrayList<>();
    private static final HttpServer WEB = web();
    private static final GreenMailUser MAILBOX = mailbox();
    private static final GreenMailUser OFFICE = MAIL.setUser("stadt@stadt.example", "stadt", "geheim");

    private static GreenMailUser mailbox() {
        MAIL.start();
        return MAIL.setUser("versand@stadt.example", "versand", "geheim");
    }

    private static HttpServer web() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var signature = exchange.getRequestHeaders().getFirst("X-Amtsfluss-Signature");
                CALLS.add(new Call(
                        String.valueOf(signature), exchange.getRequestBody().readAllBytes()));
                exchange.sendResponseHeaders(ANSWERS.isEmpty() ? 204 : ANSWERS.removeFirst(), -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(Map.of(
                        "spring.mail.host",
                        "127.0.0.1",
                        "spring.mail.port",
                        String.valueOf(MAIL.getSmtp().getPort()),
                        "amtsfluss.workers.notifications.return-address",
                        "versand@stadt.example",
                        "amtsfluss.workers.notifications.portal-address",
                        "https://portal.example/postfach",
                        "amtsfluss.workers.notifications.recipients.disposition",
                        "disposition@stadt.example",
                        "amtsfluss.workers.notifications.print-folder",
                        FOLDER.toString(),
                        "amtsfluss.workers.notifications.webhooks.fachverfahren.url",
                        "http://127.0.0.1:%d/".formatted(WEB.getAddress().getPort()),
                        "amtsfluss.workers.notifications.webhooks.fachverfahren.secret",
                        SECRET))
                .and(
                        "amtsfluss.workers.notifications.mailbox.host=127.0.0.1",
                        "amtsfluss.workers.notifications.mailbox.port="
                                + MAIL.getImap().getPort(),
                        "amtsfluss.workers.notifications.mailbox.tls=false",
                        "amtsfluss.workers.notifications.mailbox.username=versand",
                        "amtsfluss.workers.notifications.mailbox.password=geheim",
                        "amtsfluss.workers.posteingang.mailbox.host=127.0.0.1",
                        "amtsfluss.workers.posteingang.mailbox.port="
                                + MAIL.getImap().getPort(),
                        "amtsfluss.workers.posteingang.mailbox.tls=false",
                        "amtsfluss.workers.posteingang.mailbox.username=stadt",
                        "amtsfluss.workers.posteingang.mailbox.password=geheim")
                .applyTo(context);
    }

    /** The mails to an address, the oldest first. */
    public static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(to -> to.toString().equals(address));
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a mail into the mailbox of undelivered mails. */
    public static void comesBack(MimeMessage mail) {
        MAILBOX.deliver(mail);
    }

    /** Puts a mail into the mailbox that post comes to. */
    public static void comesIn(MimeMessage mail) {
        OFFICE.deliver(mail);
    }

    /** The calls of the webhook since the last time, whose next answers are to be these. */
    public static List<Call> calls(Integer... nextAnswers) {
        var calls = List.copyOf(CALLS);
        CALLS.clear();
        ANSWERS.addAll(List.of(nextAnswers));
        return calls;
    }

    /** A call of the webhook. */
    public record Call(String signature, byte[] body) {}
}
