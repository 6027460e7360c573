package de.amtsfluss.processes.aktenplan;

import static de.amtsfluss.processes.aktenplan.UntrustedXml.child;
import static de.amtsfluss.processes.aktenplan.UntrustedXml.children;
import static de.amtsfluss.processes.aktenplan.UntrustedXml.text;

import de.amtsfluss.processes.Aktenplaneinheit;
import de.amtsfluss.processes.Aussonderungsart;
import de.amtsfluss.processes.aktenplan.AktenplanDatei.Read;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads the message Aktenplan.Aktenplan.0301 of xdomea 3.1 and says all that is wrong with it. */
final class AktenplanXml {

    private static final String NAMESPACE = "urn:xoev-de:xdomea:schema:3.1.0";
    private static final String MESSAGE = "Aktenplan.Aktenplan.0301";
    private static final Pattern KENNZEICHEN = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,49}");
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_FINDINGS = 20;

    /** AnzahlJahre is an unsigned short in xdomea. */
    private static final int MOST_YEARS = 65_535;

    private final List<String> findings = new ArrayList<>();
    private final List<Aktenplaneinheit> einheiten = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private AktenplanXml() {}

    static Read read(byte[] content) {
        try {
            return new AktenplanXml().read(UntrustedXml.root(content));
        } catch (SAXException | IOException e) {
            return new Read.Unsound(List.of("Die Datei ist kein XML ohne Dokumenttyp: " + e.getMessage()));
        }
    }

    private Read read(Element message) {
        var plan = child(message, "Aktenplan");
        if (!NAMESPACE.equals(message.getNamespaceURI()) || !MESSAGE.equals(message.getLocalName()) || plan.isEmpty()) {
            return new Read.Unsound(
                    List.of("Die Datei ist keine Nachricht %s von xdomea 3.1 (%s).".formatted(MESSAGE, NAMESPACE)));
        }
        var bezeichnung = text(plan.get(), "Bezeichnung").filter(AktenplanXml::fits);
        var version = text(plan.get(), "Version").filter(AktenplanXml::fits);
        if (bezeichnung.isEmpty() || version.isEmpty()) {
            findings.add("Dem Aktenplan fehlt die Bezeichnung oder die Version.");
        }
        children(plan.get(), "Einheit").forEach(einheit -> read(einheit, null));
        if (einheiten.isEmpty()) {
            findings.add("Der Aktenplan hat keine Einheit, die verwendet werden kann.");
        }
        return findings.isEmpty()
                ? new Read.Sound(new AktenplanDatei(bezeichnung.orElseThrow(), version.orElseThrow(), einheiten))
                : new Read.Unsound(findings.stream().limit(MOST_FINDINGS).toList());
    }

    private void read(Element element, @Nullable String parent) {
        var kennzeichen = text(element, "Kennzeichen").orElse("");
        if (!KENNZEICHEN.matcher(kennzeichen).matches()) {
            findings.add("Einer Einheit unter „%s“ fehlt ein Kennzeichen aus Ziffern, Buchstaben, Punkten und Strichen."
                    .formatted(parent == null ? "Aktenplan" : parent));
            return;
        }
        if (!known.add(kennzeichen)) {
            findings.add("Das Kennzeichen „%s“ kommt zweimal vor.".formatted(kennzeichen));
            return;
        }
        bezeichnung(element, kennzeichen)
                .ifPresent(bezeichnung -> art(element, kennzeichen)
                        .ifPresent(art -> einheiten.add(new Aktenplaneinheit(
                                kennzeichen,
                                bezeichnung,
                                parent,
                                art,
                                years(element, kennzeichen),
                                text(element, "Stillgelegt")
                                        .filter(AktenplanXml::isTrue)
                                        .isPresent(),
                                day(element, kennzeichen, "Beginn"),
                                day(element, kennzeichen, "Ende")))));
        children(element, "Einheit").forEach(part -> read(part, kennzeichen));
    }

    private Optional<String> bezeichnung(Element element, String kennzeichen) {
        var text = text(element, "BetreffKurz")
                .or(() -> text(element, "Inhaltsangabe"))
                .filter(AktenplanXml::fits);
        if (text.isEmpty()) {
            findings.add("%s: Es fehlt ein Betreff von höchstens %d Zeichen.".formatted(kennzeichen, LONGEST_TEXT));
        }
        return text;
    }

    private Optional<Aussonderungsart> art(Element element, String kennzeichen) {
        var art = child(element, "Aussonderungsart")
                .flatMap(outer -> child(outer, "Aussonderungsart"))
                .flatMap(code -> text(code, "code"))
                .flatMap(Aussonderungsart::of);
        if (art.isEmpty()) {
            findings.add("%s: Die Aussonderungsart muss A, B oder V sein.".formatted(kennzeichen));
        }
        return art;
    }

    private @Nullable Integer years(Element element, String kennzeichen) {
        var dauer = child(element, "Aufbewahrungsdauer");
        if (dauer.flatMap(found -> text(found, "Unbefristet"))
                .filter(AktenplanXml::isTrue)
                .isPresent()) {
            return null;
        }
        var years = dauer.flatMap(found -> text(found, "AnzahlJahre")).filter(text -> text.matches("\\d{1,5}"));
        if (years.isEmpty() || Integer.parseInt(years.get()) > MOST_YEARS) {
            findings.add("%s: Es fehlt die Aufbewahrungsdauer (0 bis %d Jahre oder unbefristet)."
                    .formatted(kennzeichen, MOST_YEARS));
            return null;
        }
        return Integer.valueOf(years.get());
    }

    private @Nullable LocalDate day(Element element, String kennzeichen, String name) {
        var text = child(element, "Gueltigkeit").flatMap(found -> text(found, name));
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text.get());
        } catch (DateTimeException e) {
            findings.add("%s: „%s“ der Gültigkeit ist kein Tag.".formatted(kennzeichen, name));
            return null;
        }
    }

    private static boolean isTrue(String text) {
        return text.equals("true") || text.equals("1");
    }

    private static boolean fits(String text) {
        return text.length() <= LONGEST_TEXT;
    }
}
