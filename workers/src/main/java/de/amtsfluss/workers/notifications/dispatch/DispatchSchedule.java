package de.amtsfluss.workers.notifications.dispatch;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Role;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every two seconds for what is to be sent, where this copy does the workers' part. */
@Component
@ConditionalOnRole(Role.WORKERS)
@EnableScheduling
class DispatchSchedule {

    private final EmailDispatch mails;
    private final WebhookDispatch webhooks;
    private final Turn mailsTurn = new Turn();
    private final Turn webhooksTurn = new Turn();

    DispatchSchedule(EmailDispatch mails, WebhookDispatch webhooks) {
        this.mails = mails;
        this.webhooks = webhooks;
    }

    @Scheduled(fixedRate = 2_000)
    void mails() {
        Handelnder.system("versand").run(() -> mailsTurn.take(mails::step));
    }

    @Scheduled(fixedRate = 2_000)
    void webhooks() {
        Handelnder.system("versand").run(() -> webhooksTurn.take(webhooks::step));
    }
}
