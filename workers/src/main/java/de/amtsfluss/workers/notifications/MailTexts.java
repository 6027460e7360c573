package de.amtsfluss.workers.notifications;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Fills the mail templates {@code letters/**}: the first line is the subject, the rest after an empty line the body.
 */
@Component
class MailTexts {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final NotificationsProperties properties;

    MailTexts(NotificationsProperties properties) {
        this.properties = properties;
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("letters/");
        resolver.setSuffix(".txt");
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    MailText of(Notification notification) {
        var vorgang = notification.vorgang();
        var context = new Context(Locale.GERMANY);
        context.setVariable("vorgang", vorgang);
        context.setVariable("daten", vorgang.daten());
        context.setVariable("link", properties.publicAddress() + "/vorgaenge/" + vorgang.id());
        var filled = engine.process(vorgang.verfahren() + "/" + notification.template(), context);
        var lines = filled.split("\n", 2);
        return new MailText(lines[0].strip(), lines.length == 1 ? "" : lines[1].strip());
    }

    /**
     * A filled mail.
     *
     * @param subject its subject
     * @param body its text
     */
    record MailText(String subject, String body) {}
}
