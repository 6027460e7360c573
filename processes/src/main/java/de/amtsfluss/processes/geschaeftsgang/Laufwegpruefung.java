package de.amtsfluss.processes.geschaeftsgang;

import de.amtsfluss.processes.Beteiligungsschritt;
import de.amtsfluss.processes.Beteiligungsschritt.Adressat;
import de.amtsfluss.processes.Geschaeftsgaenge.NeuerSchritt;
import de.amtsfluss.processes.Geschaeftsgang;
import de.amtsfluss.processes.Verfuegung;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is wrong with steps that somebody enters.
 *
 * @param today the day in Berlin
 * @param hasDraft whether there is a draft to be signed
 * @param authors the login names of who drafted it
 */
record Laufwegpruefung(LocalDate today, boolean hasDraft, Set<String> authors) {

    static final int LONGEST_TEXT = 500;
    private static final int MOST_STEPS = 50;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    /** What is wrong with a new Laufweg. */
    Map<String, String> check(List<NeuerSchritt> laufweg) {
        var messages = new LinkedHashMap<String, String>();
        if (laufweg.isEmpty() || laufweg.size() > MOST_STEPS) {
            messages.put(
                    "schritte", "Ein Laufweg hat mindestens einen und höchstens %d Schritte.".formatted(MOST_STEPS));
        }
        var before = 0;
        for (var i = 0; i < laufweg.size(); i++) {
            var schritt = laufweg.get(i);
            var field = "schritte[%d]".formatted(i);
            if (schritt.stufe() < Math.max(1, before) || schritt.stufe() > before + 1) {
                messages.put(field + ".stufe", "Die Stufen zählen von 1 an und ohne Lücke.");
            }
            before = schritt.stufe();
            check(schritt, field + ".", messages);
            if (laufweg.subList(0, i).stream().anyMatch(other -> isSame(schritt, other))) {
                messages.put(field + ".adressat", "Das steht in dieser Stufe schon.");
            }
        }
        if (laufweg.stream().anyMatch(schritt -> isNotLast(schritt, laufweg))) {
            messages.put("schritte", "„zdA“ steht allein in der letzten Stufe.");
        }
        return messages;
    }

    private static boolean isSame(NeuerSchritt one, NeuerSchritt other) {
        return one.stufe() == other.stufe()
                && one.verfuegung() == other.verfuegung()
                && one.adressat().equals(other.adressat());
    }

    private static boolean isNotLast(NeuerSchritt schritt, List<NeuerSchritt> laufweg) {
        return schritt.verfuegung() == Verfuegung.ZU_DEN_AKTEN
                && laufweg.stream()
                                .filter(other -> other.stufe() >= schritt.stufe())
                                .count()
                        > 1;
    }

    /** What is wrong with a step that is to be inserted. */
    Map<String, String> check(NeuerSchritt schritt, Geschaeftsgang into) {
        var messages = new LinkedHashMap<String, String>();
        check(schritt, "", messages);
        var last = into.schritte().stream()
                .mapToInt(Beteiligungsschritt::stufe)
                .max()
                .orElse(0);
        if (schritt.stufe() <= into.stufe() || schritt.stufe() > Math.max(last, into.stufe()) + 1) {
            messages.put("stufe", "Einfügen geht nur in Stufen, die noch nicht begonnen haben.");
        }
        var sameStufe = into.schritte().stream()
                .filter(other -> other.status() == Beteiligungsschritt.Status.ZUKUENFTIG)
                .filter(other -> schritt.parallel() && other.stufe() == schritt.stufe())
                .toList();
        if (sameStufe.stream().anyMatch(other -> isSame(schritt, other))) {
            messages.put("adressat", "Das steht in dieser Stufe schon.");
        }
        var isEndNotLast =
                schritt.verfuegung() == Verfuegung.ZU_DEN_AKTEN && (schritt.parallel() || schritt.stufe() <= last);
        if (isEndNotLast || isBehindTheEnd(schritt, into)) {
            messages.put("stufe", "„zdA“ steht allein in der letzten Stufe.");
        }
        return messages;
    }

    private static boolean isSame(NeuerSchritt one, Beteiligungsschritt other) {
        return one.verfuegung() == other.verfuegung() && one.adressat().equals(other.adressat());
    }

    private static boolean isBehindTheEnd(NeuerSchritt schritt, Geschaeftsgang into) {
        var beforeTheEnd = schritt.parallel() ? schritt.stufe() + 1 : schritt.stufe();
        return into.schritte().stream()
                .filter(other -> other.status() == Beteiligungsschritt.Status.ZUKUENFTIG)
                .filter(other -> other.verfuegung() == Verfuegung.ZU_DEN_AKTEN)
                .anyMatch(end -> beforeTheEnd > end.stufe());
    }

    private void check(NeuerSchritt schritt, String field, Map<String, String> messages) {
        var adressat = schritt.adressat();
        if (!NAME.matcher(adressat.name()).matches()) {
            messages.put(
                    field + "adressat",
                    adressat instanceof Adressat.Person
                            ? "Bitte geben Sie einen Benutzernamen an, zum Beispiel „erika.musterfrau“."
                            : "Bitte geben Sie eine Gruppe an, zum Beispiel „steueramt“.");
        } else if (schritt.verfuegung().isSignature()
                && adressat instanceof Adressat.Person
                && authors.contains(adressat.name())) {
            messages.put(field + "adressat", "Wer den Entwurf verfasst hat, zeichnet ihn nicht (Vier-Augen-Prinzip).");
        }
        if (schritt.verfuegung() == Verfuegung.SCHLUSSZEICHNUNG && !hasDraft) {
            messages.put(field + "verfuegung", "Zur Schlusszeichnung gehört ein Entwurf.");
        }
        var termin = schritt.termin();
        if (termin == null && schritt.verfuegung() == Verfuegung.WIEDERVORLAGE) {
            messages.put(field + "termin", "Bitte geben Sie den Tag der Wiedervorlage an.");
        } else if (termin != null && termin.isBefore(today)) {
            messages.put(field + "termin", "Der Termin ist schon vorbei.");
        }
        if (schritt.notiz() != null && isTooLong(schritt.notiz())) {
            messages.put(field + "notiz", "Die Notiz darf höchstens %d Zeichen lang sein.".formatted(LONGEST_TEXT));
        }
    }

    /** Whether a text is longer than allowed, or has the one character that PostgreSQL does not keep. */
    static boolean isTooLong(String text) {
        return text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0;
    }
}
