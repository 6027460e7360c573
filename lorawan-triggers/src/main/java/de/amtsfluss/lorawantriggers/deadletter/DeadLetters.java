package de.amtsfluss.lorawantriggers.deadletter;

import de.amtsfluss.lorawantriggers.deadletter.DeadLetterRepository.Kept;
import de.amtsfluss.lorawantriggers.intake.Intake;
import de.amtsfluss.lorawantriggers.networkserver.NetworkServer;
import de.amtsfluss.lorawantriggers.uplink.DeadLetter;
import de.amtsfluss.lorawantriggers.uplink.UplinkLog;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Sensorik;
import de.amtsfluss.processes.Sensorik.Filter;
import de.amtsfluss.processes.Sensorik.Stand;
import de.amtsfluss.processes.Sensorik.UnzustellbareMeldung;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows what could not be used, and sends it through again. */
@Component
public class DeadLetters {

    private final DeadLetterRepository letters;
    private final UplinkLog uplinks;
    private final Intake intake;
    private final List<NetworkServer> servers;
    private final TransactionTemplate transaction;
    private final Protokoll protokoll;
    private final Clock clock;

    DeadLetters(
            DeadLetterRepository letters,
            UplinkLog uplinks,
            Intake intake,
            List<NetworkServer> servers,
            TransactionTemplate transaction,
            Protokoll protokoll,
            Clock clock) {
        this.letters = letters;
        this.uplinks = uplinks;
        this.intake = intake;
        this.servers = servers;
        this.transaction = transaction;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    /** The letters that match, the newest first. */
    public List<UnzustellbareMeldung> list(Filter filter) {
        return letters.list(filter, Sensorik.PAGE_SIZE).stream()
                .map(DeadLetters::meldung)
                .toList();
    }

    /** One letter. */
    public Optional<UnzustellbareMeldung> find(UUID id) {
        return letters.find(List.of(id)).stream().map(DeadLetters::meldung).findFirst();
    }

    /**
     * Sends open letters through again, the oldest first.
     *
     * @param by who wants it
     * @return how many
     * @throws IllegalStateException if Kafka does not take one; those before it were sent
     */
    public int replay(Set<UUID> ids, String by) {
        return handle(ids, Stand.WIEDERHOLT, by);
    }

    /** Puts open letters aside and says how many. */
    public int discard(Set<UUID> ids, String by) {
        return handle(ids, Stand.VERWORFEN, by);
    }

    private int handle(Set<UUID> ids, Stand state, String by) {
        var handled = 0;
        for (var kept : letters.find(ids)) {
            if (Boolean.TRUE.equals(transaction.execute(status -> handle(kept, state, by)))) {
                handled++;
            }
        }
        return handled;
    }

    /** Marks first: should Kafka not take the letter, the mark is rolled back. A repeat would be recognised. */
    private boolean handle(Kept kept, Stand state, String by) {
        if (!letters.handle(kept.id(), state, by, clock.instant())) {
            return false;
        }
        protokoll.write(
                null,
                new Handlung(Objektart.SENSOR, kept.id(), Aktion.ERLEDIGT)
                        .with("unzustellbareMeldung", kept.letter().reason(), state.name()));
        if (state == Stand.WIEDERHOLT) {
            send(kept.letter());
        }
        return true;
    }

    /** As it was, to where it came from: if its cause is not gone, it will be a dead letter again. */
    private void send(DeadLetter letter) {
        var original = Base64.getDecoder().decode(letter.payload());
        var topic = letter.topic();
        try {
            if (topic != null && letter.source().equals(DeadLetter.OWN_TOPIC)) {
                uplinks.append(topic, letter.devEui(), original).join();
            } else {
                intake.accept(server(letter), event(letter), original, letter.contentType(), topic)
                        .join();
            }
        } catch (CompletionException e) {
            throw new IllegalStateException("Expected Kafka to take a letter again, but it does not", e);
        }
    }

    private NetworkServer server(DeadLetter letter) {
        return servers.stream()
                .filter(server -> server.source().equals(letter.source()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a letter of a known network server, but found '%s'".formatted(letter.source())));
    }

    /** ChirpStack names the kind of event last in the topic; of what came by webhook it is not kept. */
    private static String event(DeadLetter letter) {
        var topic = letter.topic();
        return topic == null ? "up" : topic.substring(topic.lastIndexOf('/') + 1);
    }

    private static UnzustellbareMeldung meldung(Kept kept) {
        var letter = kept.letter();
        return new UnzustellbareMeldung(
                kept.id(),
                letter.reason(),
                letter.detail(),
                letter.receivedAt(),
                letter.topic() == null ? letter.source() : "%s, %s".formatted(letter.source(), letter.topic()),
                letter.devEui() == null ? null : letter.devEui().value(),
                text(Base64.getDecoder().decode(letter.payload())),
                kept.state(),
                kept.handledBy(),
                kept.handledAt());
    }

    private static String text(byte[] original) {
        try {
            return Objects.requireNonNull(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(original)))
                    .toString();
        } catch (CharacterCodingException e) {
            return HexFormat.ofDelimiter(" ").formatHex(original);
        }
    }
}
