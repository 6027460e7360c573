package de.amtsfluss.workers.notifications.dispatch;

import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Beteiligter.Rolle;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows who the names of recipients in models stand for: roles in a Vorgang, and webhooks. */
@Component
public class Recipients {

    private final Vorgaenge vorgaenge;
    private final WebhookProperties properties;

    Recipients(Vorgaenge vorgaenge, WebhookProperties properties) {
        this.vorgaenge = vorgaenge;
        this.properties = properties;
    }

    /** Whether the name is a role. */
    public boolean isRole(String name) {
        return role(name).isPresent();
    }

    /** Whether the name is a webhook. */
    public boolean isWebhook(String name) {
        return properties.webhooks().containsKey(name);
    }

    /** Who has a role in a Vorgang, as known now; nobody any more if the Vorgang was erased. */
    public Optional<Beteiligter> find(VorgangId vorgang, String name) {
        return vorgaenge.beteiligte(vorgang).stream()
                .filter(person -> role(name).filter(person.rolle()::equals).isPresent())
                .findFirst();
    }

    private static Optional<Rolle> role(String name) {
        return Arrays.stream(Rolle.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
