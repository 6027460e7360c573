package de.amtsfluss.workers.documents.template;

import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.workers.documents.karte.Kartenskizze;
import de.amtsfluss.workers.documents.template.Angaben.Rechtsbehelf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One template with everything it is made of, read once. A change of a file leads to another one. */
final class LetterTemplate {

    private static final String CHARACTERS_XML_FORBIDS = "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]";

    private final String name;
    private final SortedMap<String, LetterFile> files;
    private final Angaben angaben;
    private final Map<?, ?> absender;
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    private LetterTemplate(String name, SortedMap<String, LetterFile> files) {
        this.name = name;
        this.files = files;
        this.angaben = Angaben.read(file(name + "/angaben.yaml"));
        this.absender = Angaben.yaml(file("layout/absender.yaml"));
        engine.setTemplateResolver(new LetterResolver(files));
    }

    /**
     * Reads a template and checks its files.
     *
     * @param name procedure and template, for example {@code container-leeren/container-protokoll}
     * @param all the files of all letters
     * @throws BrokenTemplateException if a file is missing or wrong
     */
    static LetterTemplate read(String name, SortedMap<String, LetterFile> all) {
        var own = all.values().stream()
                .filter(file ->
                        Stream.of(name + "/", "layout/", "rechtsbehelf/").anyMatch(file.path()::startsWith))
                .collect(Collectors.toMap(LetterFile::path, file -> file, (one, other) -> one, TreeMap::new));
        var template = new LetterTemplate(name, own);
        own.values().stream().filter(file -> file.path().endsWith(".html")).forEach(Markup::check);
        own.values().stream()
                .filter(file -> file.path().endsWith(".css"))
                .forEach(file -> MarkupRules.refusalOfStyle(file.text()).ifPresent(reason -> {
                    throw new BrokenTemplateException(file, 0, reason, null);
                }));
        template.file(name + "/brief.html");
        return template;
    }

    /**
     * Fills the template.
     *
     * @param vorgang whose data are filled in
     * @param now the moment that counts as the letter's date
     * @param style the style sheet in {@code layout/}
     * @throws BrokenTemplateException if the template asks for what is not there
     */
    FilledLetter fill(Vorgang vorgang, Instant now, String style) {
        var day = Schreibweise.today(now);
        var remedy = remedy(day);
        var context = new Context(Locale.GERMANY);
        context.setVariable("vorgang", vorgang);
        context.setVariable("daten", vorgang.daten());
        context.setVariable("absender", absender);
        context.setVariable("amt", office());
        context.setVariable("schreibe", new Schreibweise());
        context.setVariable("jetzt", now);
        context.setVariable("titel", angaben.titel());
        context.setVariable("stil", file("layout/" + style).text());
        context.setVariable(
                "rechtsbehelf", remedy == null ? null : remedy.path().replace(".html", ""));
        var filled = Markup.read(file(name + "/brief.html").origin(), process(context));
        var pictures = pictures(filled, vorgang);
        requirePictures(filled, pictures);
        return new FilledLetter(
                name,
                version(remedy),
                "%s %s".formatted(angaben.titel(), vorgang.aktenzeichen()),
                author(),
                angaben.fileName(vorgang.aktenzeichen()),
                filled,
                pictures);
    }

    private String process(Context context) {
        try {
            return engine.process(name + "/brief", context).replaceAll(CHARACTERS_XML_FORBIDS, " ");
        } catch (TemplateProcessingException e) {
            var file = files.get(e.getTemplateName() + ".html");
            var line = e.getLine();
            throw new BrokenTemplateException(
                    file == null ? name : file.origin(), line == null ? 0 : line, reason(e), e);
        }
    }

    private static String reason(Throwable failure) {
        var deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    /** The block of the kind that holds on the day: each is named after the first day on which it is used. */
    private @Nullable LetterFile remedy(LocalDate day) {
        if (angaben.rechtsbehelf() == Rechtsbehelf.KEINER) {
            return null;
        }
        var folder = "rechtsbehelf/%s/".formatted(angaben.rechtsbehelf().name().toLowerCase(Locale.ROOT));
        return files.subMap(folder, folder + day + ".html\0").values().stream()
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new BrokenTemplateException(
                        folder, 0, "there is no text of the Rechtsbehelfsbelehrung for %s".formatted(day), null));
    }

    private Map<?, ?> office() {
        if (absender.get("aemter") instanceof Map<?, ?> offices && offices.get(angaben.amt()) instanceof Map<?, ?> it) {
            return it;
        }
        throw new BrokenTemplateException(
                file("layout/absender.yaml"), 0, "the office '%s' is missing".formatted(angaben.amt()), null);
    }

    private String author() {
        return "%s, %s".formatted(absender.get("stadt"), office().get("name"));
    }

    /** The checksum of the files that made the letter, so that a later reader can tell by which text it was written. */
    private String version(@Nullable LetterFile remedy) {
        var digest = LetterFile.newDigest();
        files.values().stream()
                .filter(file -> !file.path().startsWith("rechtsbehelf/") || file.equals(remedy))
                .forEach(file -> digest.update(
                        "%s %s%n".formatted(file.path(), file.sha256()).getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private void requirePictures(Document filled, Map<String, byte[]> pictures) {
        sources(filled).filter(path -> !pictures.containsKey(path)).findFirst().ifPresent(path -> {
            throw new BrokenTemplateException(
                    file(name + "/brief.html"), 0, "there is no picture %s".formatted(path), null);
        });
    }

    /** Those of the folders, and the sketch if the letter shows it. */
    private Map<String, byte[]> pictures(Document filled, Vorgang vorgang) {
        var pictures = files.values().stream()
                .filter(file -> file.path().endsWith(".png"))
                .collect(Collectors.toMap(LetterFile::path, LetterFile::content));
        if (sources(filled).anyMatch(Kartenskizze.PATH::equals)) {
            pictures.put(Kartenskizze.PATH, Kartenskizze.png(vorgang.daten()));
        }
        return pictures;
    }

    private static Stream<String> sources(Document filled) {
        var found = filled.getElementsByTagName("img");
        return IntStream.range(0, found.getLength()).mapToObj(i -> ((Element) found.item(i)).getAttribute("src"));
    }

    private LetterFile file(String path) {
        var file = files.get(path);
        if (file == null) {
            throw new BrokenTemplateException("letters/" + path, 0, "there is no such file", null);
        }
        return file;
    }
}
