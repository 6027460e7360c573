package de.amtsfluss.processes.posteingang;

import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Posteingang.Inhalt;
import de.amtsfluss.processes.Posteingang.Vorschlag;
import de.amtsfluss.processes.suche.Textauszug;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Recognises what post is about: a Vorgang whose Aktenzeichen it names, the subject by words, the language. Nothing is
 * ever answered to the sender, so that nobody learns by a letter whether a Vorgang exists.
 */
@Component
class Posterkennung {

    /** As {@code 700.3-70.41/0042-2026}, also with blanks as people and text layers of scans write it. */
    private static final Pattern AKTENZEICHEN = Pattern.compile(
            "(?<![\\d.])(\\d{1,4}(?:\\.\\d{1,4}){0,3})\\s?-\\s?(\\d{1,4}(?:\\.\\d{1,4}){0,3})\\s?/\\s?(\\d{4,7})\\s?-\\s?(\\d{4})(?!\\d)");

    /** More than a letter names. */
    private static final int MOST = 50;

    private final PosteingangRepository repository;
    private final Vorgangssuche vorgaenge;
    private final Textauszug textauszug;
    private final Stichworte stichworte;

    Posterkennung(
            PosteingangRepository repository, Vorgangssuche vorgaenge, Textauszug textauszug, Stichworte stichworte) {
        this.repository = repository;
        this.vorgaenge = vorgaenge;
        this.textauszug = textauszug;
        this.stichworte = stichworte;
    }

    Ergebnis recognise(Posteingang posteingang, Inhalt inhalt) {
        var subject = Optional.ofNullable(inhalt.betreff()).orElse("");
        var text = text(posteingang, inhalt);
        var all = subject + "\n" + text;
        var named = vorgaenge.byAktenzeichen(aktenzeichen(all));
        var fakten = new LinkedHashMap<String, Object>();
        fakten.put("aktenzeichen", state(named));
        fakten.put("dokumentart", text.isBlank() ? "bild" : "text");
        fakten.put("thema", stichworte.thema(all));
        fakten.put("sprache", Sprache.of(all).wort());
        fakten.put("kanal", posteingang.kanal().name());
        var one = named.size() == 1 ? named.getFirst() : null;
        return new Ergebnis(
                fakten, new Vorschlag(one == null ? null : one.id(), one == null ? null : one.aktenzeichen()));
    }

    private String text(Posteingang posteingang, Inhalt inhalt) {
        return inhalt.anlagen().stream()
                .flatMap(anlage -> repository.content(posteingang.id(), anlage.id()).stream()
                        .flatMap(content -> read(anlage.mediaType(), content)))
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> read(String mediaType, byte[] content) {
        return switch (textauszug.read(mediaType, content)) {
            case Textauszug.Gelesen.Text text -> Stream.of(text.text());
            case Textauszug.Gelesen.Nothing ignored -> Stream.empty();
            case Textauszug.Gelesen.Broken ignored -> Stream.empty();
        };
    }

    /** The references that a text names, each once, as they are written at a Vorgang. */
    static List<String> aktenzeichen(String text) {
        return AKTENZEICHEN
                .matcher(text)
                .results()
                .map(found -> "%s-%s/%s-%s".formatted(found.group(1), found.group(2), found.group(3), found.group(4)))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String state(List<Vorgangssuche.Treffer> named) {
        return switch (named.size()) {
            case 0 -> "keines";
            case 1 -> named.getFirst().offen() ? "offen" : "abgeschlossen";
            default -> "mehrere";
        };
    }

    /**
     * What was recognised.
     *
     * @param fakten for the decision table; no personal data
     * @param vorschlag for those who decide
     */
    record Ergebnis(Map<String, Object> fakten, Vorschlag vorschlag) {}
}
