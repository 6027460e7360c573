package de.amtsfluss.deploy.localstack;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** What {@code deploy/run} tells the person in front of it. */
final class RunTexts {

    private static final double BYTES_PER_MIB = 1024.0 * 1024.0;
    private static final double MILLIS_PER_SECOND = 1000.0;

    private RunTexts() {}

    static String help() {
        return """
                Usage: deploy/run [option...]

                Builds what is missing, starts the servers that Amtsfluss works with and Amtsfluss itself, and
                stays until Ctrl-C. Everything listens on 127.0.0.1 only.

                  --state DIR        where data, logs and secrets are kept (.amtsfluss in the project's root)
                  --fresh            wipe that folder first
                  --stack-only       start the servers without Amtsfluss
                  --with-elasticsearch
                                     search by Elasticsearch, started along with the others, not by PostgreSQL
                  --demo             play a day of 20 containers in six minutes, over MQTT
                  --long-running     give Amtsfluss and its servers more memory and both compilers of the
                                     JVM: they start later and are faster then
                  --set NAME=VALUE   set one of Amtsfluss's properties, for example
                                     management.server.port=9180 for its meters
                  --ignore-memory    start even if the machine seems to have too little free memory
                  --help             this text

                Ports, each with its usual number:

                %s
                Exit codes: 1 build or unexpected error, 2 bad option, 3 state folder in use, 4 port taken,
                5 too little memory, 6 a part's files or a JDK are missing, 7 a part died, 8 a part did not get
                ready in time, 9 state folder unusable, 130 stopped by Ctrl-C, 143 stopped by a signal.
                """.formatted(portOptions());
    }

    private static String portOptions() {
        return Arrays.stream(Port.values())
                .map(port -> "  %-32s %5d  %s%n"
                        .formatted(
                                port.option() + " NUMBER",
                                port.defaultNumber(),
                                port.part().label()))
                .collect(Collectors.joining());
    }

    static String ready(LocalStack stack, Duration sinceStart) {
        boolean application = stack.parts().stream().anyMatch(part -> part.part() == Part.APPLICATION);
        return """

                %s ready after %s.

                %s%s
                Memory
                %s
                Ctrl-C stops everything; the state stays in %s.
                """.formatted(
                        application ? "Amtsfluss is" : "The stack is",
                        seconds(sinceStart),
                        addresses(stack, application),
                        application ? nextSteps(stack) : "",
                        memory(stack),
                        stack.state());
    }

    private static String addresses(LocalStack stack, boolean application) {
        String pages = application ? "Pages       http://localhost:%d/%n".formatted(stack.port(Port.APPLICATION)) : "";
        return pages
                + """
                Mails       http://127.0.0.1:%d/api/user (then /api/user/ADDRESS/messages/INBOX)
                Post        a mail to post@stadt.example (SMTP, port %d) comes in within a minute, see pia.musterfrau
                Login       http://127.0.0.1:%d/admin (admin, password in secrets.properties)
                Logs        %s

                Demo users, all with the password amtsfluss
                  mia.mustermann    group betriebshof: the depot crew, sees and closes orders
                  max.mustermann    group disposition: the dispatcher, sees finished orders and their PDF
                  erika.musterfrau  group steueramt: the tax office, sees none of it
                  rolf.mustermann   group prozess-freigabe: releases procedures and tables
                  karl.mustermann, lea.musterfrau   group steueramt: colleagues of erika.musterfrau
                  otto.mustermann   group ordnungsamt: the office for public order
                  pia.musterfrau    group poststelle: the mail room
                  rita.musterfrau   group registratur: the registry
                  dora.musterfrau   groups datenschutz and archiv: data protection, and the archive
                  lena.musterfrau   group leitstelle: the control centre, confirms dangers
                  vera.musterfrau   group verkehrsueberwachung: watches parking spaces
                  gustav.mustermann group gruenpflege: waters trees
                  henry.mustermann  group hochwasserdienst: the flood service
                  klara.musterfrau  group krisenstab: the crisis staff, sees floods
                  ulla.musterfrau   group umweltamt: assesses the quality of the air
                  sven.mustermann   group sensorbetrieb: looks after sensors, batteries and coverage
                  paula.mustermann  no group: a citizen
                """.formatted(
                                stack.port(Port.MAIL_API),
                                stack.port(Port.SMTP),
                                stack.port(Port.KEYCLOAK),
                                stack.state().resolve("logs"));
    }

    private static String nextSteps(LocalStack stack) {
        String secret = stack.springProperties().getOrDefault("amtsfluss.lorawan-triggers.webhook-secret", "");
        return """

                Try next: a container reports that it is full, and an order appears for mia.mustermann
                  curl -i 'http://localhost:%d/api/lorawan/chirpstack?event=up' -H 'Authorization: Bearer %s' \\
                    -H 'Content-Type: application/json' -d '{"deduplicationId": "%s",
                    "time": "%s", "deviceInfo": {"applicationName": "Container",
                    "deviceProfileName": "EM400-MUD", "deviceName": "Siegfriedplatz", "devEui": "24e124713d000001"},
                    "devAddr": "00189440", "fCnt": %d, "fPort": 85, "data": "AXVcA2e4AASCIgEFAAA="}'
                """.formatted(
                        stack.port(Port.APPLICATION),
                        secret,
                        UUID.randomUUID(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00"),
                        Instant.now().getEpochSecond());
    }

    private static String memory(LocalStack stack) {
        long total =
                stack.parts().stream().mapToLong(RunningPart::residentBytes).sum();
        return stack.parts().stream()
                        .map(part -> line(part.part().label(), part.residentBytes(), part.timeToReady()))
                        .collect(Collectors.joining())
                + "  %-12s %6.0f MiB%n".formatted("in total", total / BYTES_PER_MIB);
    }

    private static String line(String label, long bytes, Duration timeToReady) {
        return String.format(
                Locale.ROOT, "  %-12s %6.0f MiB, ready after %s%n", label, bytes / BYTES_PER_MIB, seconds(timeToReady));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS_PER_SECOND);
    }
}
