package de.amtsfluss.workers.notifications.mail;

import de.amtsfluss.processes.Vorgang;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Fills the mail templates {@code letters/**}: the first line is the subject, the rest after an empty line the body.
 * What goes to citizens gets an HTML part as well, made from the text or by an {@code .html} beside it.
 */
@Component
public class MailTexts {

    private static final String FOLDER = "letters/";
    private static final String FRAME = "benachrichtigung/mail";
    private static final String DIGEST = "benachrichtigung/tagesuebersicht";

    /** What could end a line or turn the direction of what follows (UAX 9), and so change what a reader believes. */
    private static final Pattern NOT_IN_A_LINE =
            Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    private static final Pattern ISO_DAY = Pattern.compile("^(\\d{4})-(\\d{2})-(\\d{2})$");

    private final SpringTemplateEngine texts = engine(TemplateMode.TEXT, ".txt");
    private final SpringTemplateEngine pages = engine(TemplateMode.HTML, ".html");
    private final MailProperties properties;

    MailTexts(MailProperties properties) {
        this.properties = properties;
    }

    private static SpringTemplateEngine engine(TemplateMode mode, String suffix) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix(FOLDER);
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /** For the office: it may name the data of the Vorgang, and links to it. */
    public MailText forOffice(String template, Vorgang vorgang) {
        return text(
                vorgang.verfahren() + "/" + template,
                context(Map.of(
                        "vorgang",
                        vorgang,
                        "daten",
                        vorgang.daten(),
                        "link",
                        properties.publicAddress() + "/vorgaenge/" + vorgang.id())));
    }

    /**
     * For a citizen: it names reference and {@code angaben} (days as 31.12.2026), links to the portal, and gets none of
     * the data.
     */
    public MailText forPerson(
            String template, Vorgang vorgang, String name, Map<String, ? extends @Nullable Object> angaben) {
        var path = vorgang.verfahren() + "/" + template;
        var context = context(Map.of(
                "aktenzeichen", vorgang.aktenzeichen(),
                "name", line(name),
                "angaben", lines(angaben),
                "link", properties.portalAddress().toString()));
        var text = text(path, context);
        context.setVariable("betreff", text.subject());
        context.setVariable("absaetze", text.paragraphs());
        var page = new ClassPathResource(FOLDER + path + ".html").exists() ? path : FRAME;
        return new MailText(text.subject(), text.body(), pages.process(page, context));
    }

    /** For a clerk: how many tasks are open, and nothing of what they are about. */
    public MailText digest(int open, int overdue) {
        return text(
                DIGEST,
                context(Map.of(
                        "offen", open, "ueberfaellig", overdue, "link", properties.publicAddress() + "/aufgaben")));
    }

    private MailText text(String path, Context context) {
        var lines = texts.process(path, context).split("\n", 2);
        return new MailText(line(lines[0]), lines.length == 1 ? "" : lines[1].strip(), null);
    }

    private static Context context(Map<String, ?> variables) {
        return new Context(Locale.GERMANY, new LinkedHashMap<String, Object>(variables));
    }

    private static Map<String, @Nullable Object> lines(Map<String, ? extends @Nullable Object> values) {
        var lines = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((name, value) -> lines.put(name, value instanceof String text ? day(line(text)) : value));
        return lines;
    }

    /** Processes write days by ISO 8601, people read them otherwise. */
    private static String day(String text) {
        return ISO_DAY.matcher(text).replaceFirst("$3.$2.$1");
    }

    private static String line(String text) {
        return NOT_IN_A_LINE.matcher(text).replaceAll(" ").strip();
    }
}
