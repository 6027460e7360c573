package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** GreenMail: takes every mail by SMTP and shows it by IMAP and its HTTP interface; mails are gone when it stops. */
record MailServer(Site site) implements Server {

    private static final int HEAP = 64;
    private static final String GREETING = "220 ";

    @Override
    public Part part() {
        return Part.MAIL;
    }

    @Override
    public void prepare() {
        // Configured by its command line alone.
    }

    @Override
    public Command command() throws IOException {
        return new JavaCommand(site.folder(part()), HEAP)
                .temporaryFolder(site.emptyTemporaryFolder(part()))
                .startUpArchive(site.startUpArchive(part()), !site.throwAway())
                .options("-Dgreenmail.smtp.hostname=127.0.0.1", "-Dgreenmail.smtp.port=" + site.port(Port.SMTP))
                .options("-Dgreenmail.imap.hostname=127.0.0.1", "-Dgreenmail.imap.port=" + site.port(Port.IMAP))
                .options("-Dgreenmail.api.hostname=127.0.0.1", "-Dgreenmail.api.port=" + site.port(Port.MAIL_API))
                .options("-Dgreenmail.auth.disabled")
                .jar(site.distribution().require(part(), "greenmail-standalone.jar"))
                .build();
    }

    @Override
    public boolean isReady() throws IOException {
        byte[] answer = Probe.ask(site.port(Port.SMTP), new byte[0], GREETING.length());
        return new String(answer, StandardCharsets.US_ASCII).equals(GREETING)
                && !Probe.get("http://%s/api/service/readiness".formatted(site.address(Port.MAIL_API)))
                        .isEmpty();
    }
}
