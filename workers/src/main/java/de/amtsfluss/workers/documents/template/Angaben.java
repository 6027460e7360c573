package de.amtsfluss.workers.documents.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What is said of a template beside its text, its {@code angaben.yaml}.
 *
 * @param titel what the document is, for example {@code Hundesteuerbescheid}
 * @param dateiname the file name without ending; {@code {aktenzeichen}} stands for the reference
 * @param amt the office in {@code layout/absender.yaml}
 * @param rechtsbehelf what can be done against the decision
 */
record Angaben(String titel, String dateiname, String amt, Rechtsbehelf rechtsbehelf) {

    /** What can be done against a decision (§ 37 Abs. 6 VwVfG NRW), as the decision table of the same name says. */
    enum Rechtsbehelf {
        /** Action before the administrative court (§ 74 VwGO, § 110 JustG NRW). */
        KLAGE,
        /** Objection to the office, for taxes and charges of the city (§ 70 VwGO). */
        WIDERSPRUCH,
        /** Nothing, since it is no administrative act. */
        KEINER
    }

    static Angaben read(LetterFile file) {
        var values = yaml(file);
        var wanted = text(file, values, "rechtsbehelf");
        for (var rechtsbehelf : Rechtsbehelf.values()) {
            if (rechtsbehelf.name().equals(wanted)) {
                return new Angaben(
                        text(file, values, "titel"),
                        text(file, values, "dateiname"),
                        text(file, values, "amt"),
                        rechtsbehelf);
            }
        }
        throw new BrokenTemplateException(
                file, 0, "'rechtsbehelf' is '%s', not KLAGE, WIDERSPRUCH or KEINER".formatted(wanted), null);
    }

    String fileName(String aktenzeichen) {
        return dateiname.replace("{aktenzeichen}", aktenzeichen).replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "-");
    }

    static Map<?, ?> yaml(LetterFile file) {
        try {
            Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(file.text());
            if (loaded instanceof Map<?, ?> map) {
                return map;
            }
            throw new BrokenTemplateException(file, 1, "it is no YAML map", null);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new BrokenTemplateException(file, mark == null ? 0 : mark.getLine() + 1, problem(e), e);
        } catch (YAMLException e) {
            throw new BrokenTemplateException(file, 0, String.valueOf(e.getMessage()), e);
        }
    }

    private static String problem(MarkedYAMLException e) {
        return String.valueOf(e.getProblem() == null ? e.getMessage() : e.getProblem());
    }

    private static String text(LetterFile file, Map<?, ?> values, String key) {
        @Nullable Object value = values.get(key);
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new BrokenTemplateException(file, 0, "the text '%s' is missing".formatted(key), null);
    }
}
