package de.amtsfluss.workers.documents.template;

import de.amtsfluss.processes.Vorgang;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** All templates by name, each read once until one of the files changes. */
public final class LetterTemplates {

    private final LetterFiles files;
    private volatile Templates templates;

    /** Those of the files. */
    public LetterTemplates(LetterFiles files) {
        this.files = files;
        this.templates = new Templates(files.current(), new ConcurrentHashMap<>());
    }

    /**
     * Fills a template for paper.
     *
     * @throws BrokenTemplateException if there is none of the name or it is wrong; then another is never used instead
     */
    public FilledLetter forPaper(String name, Vorgang vorgang, Instant now) {
        return template(name).fill(vorgang, now, "papier.css");
    }

    /**
     * Fills a template for the screen.
     *
     * @throws BrokenTemplateException if there is none of the name or it is wrong; then another is never used instead
     */
    public FilledLetter forScreen(String name, Vorgang vorgang, Instant now) {
        return template(name).fill(vorgang, now, "bildschirm.css");
    }

    private LetterTemplate template(String name) {
        var current = files.current();
        var known = templates;
        if (!known.files().equals(current)) {
            known = new Templates(current, new ConcurrentHashMap<>());
            templates = known;
        }
        return known.byName().computeIfAbsent(name, wanted -> LetterTemplate.read(wanted, current));
    }

    private record Templates(SortedMap<String, LetterFile> files, Map<String, LetterTemplate> byName) {}
}
