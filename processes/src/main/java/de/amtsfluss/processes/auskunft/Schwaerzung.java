package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Auskunftsinhalt;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.vorgang.Kennzeichen;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the data of others out of an answer (Art. 15 Abs. 4 DSGVO): what names one of the other Beteiligte, what only
 * the applicant is asked for if that is somebody else, and what the officer has chosen. What may name others without
 * being known as such is remembered for the officer to look at.
 */
final class Schwaerzung {

    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMANY);
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    /** Shorter parts of names, such as "von", say nothing of a person. */
    private static final int SHORTEST_NAME = 4;

    /** Fewer digits are part of many numbers. */
    private static final int SHORTEST_TELEPHONE = 6;

    private final List<Beteiligter> andere;
    private final Set<String> fremdeFelder;
    private final Set<String> gewaehlt;
    private final Set<String> worte;
    private final Set<String> texte;
    private final Set<String> bekannt;
    private final Set<String> zuPruefen = new LinkedHashSet<>();

    /**
     * For one Vorgang.
     *
     * @param person who asks
     * @param beteiligter which of the Beteiligte that is
     * @param andere the others
     * @param fremdeFelder the keys of the data that are of somebody else
     * @param gewaehlt the keys of the entries that the officer leaves out
     */
    Schwaerzung(
            Person person,
            @Nullable Beteiligter beteiligter,
            List<Beteiligter> andere,
            Set<String> fremdeFelder,
            Set<String> gewaehlt) {
        this.andere = List.copyOf(andere);
        this.fremdeFelder = Set.copyOf(fremdeFelder);
        this.gewaehlt = Set.copyOf(gewaehlt);
        var own = Stream.concat(Stream.of(of(person)), Stream.ofNullable(beteiligter))
                .toList();
        bekannt = own.stream()
                .flatMap(one -> Stream.of(texte(one), worte(one), ort(one)).flatMap(texts -> texts))
                .collect(Collectors.toUnmodifiableSet());
        texte = without(andere.stream().flatMap(Schwaerzung::texte), bekannt);
        worte = without(andere.stream().flatMap(Schwaerzung::worte), bekannt);
    }

    private static Beteiligter of(Person person) {
        return new Beteiligter(
                Beteiligter.Rolle.ANTRAGSTELLER,
                "%s %s".formatted(person.name(), person.fruehererName() == null ? "" : person.fruehererName()),
                person.geburtsdatum(),
                person.anschrift(),
                person.email(),
                null,
                Versandweg.BRIEF,
                person.konto());
    }

    /** Whether others have a part in the Vorgang. */
    boolean dritte() {
        return !andere.isEmpty();
    }

    /** Whether a field of the data must not be told. */
    boolean fremdesFeld(String feld) {
        return fremdeFelder.contains(feld);
    }

    /** Whether an entry must not be told. */
    boolean trifft(String schluessel, @Nullable Object wert) {
        return gewaehlt.contains(schluessel) || (wert != null && nennt(wert.toString()));
    }

    /** A text of an entry, or what stands instead. */
    String text(String schluessel, String text) {
        return trifft(schluessel, text) ? Auskunftsinhalt.GESCHWAERZT : text;
    }

    /** Remembers an entry that the officer has to look at. */
    void pruefen(String schluessel) {
        zuPruefen.add(schluessel);
    }

    /** Remembers an entry that is free text, unless it is only what is known of the person anyway. */
    void pruefenWennFrei(String schluessel, Object wert) {
        if (wert instanceof String text && !bekannt.contains(Kennzeichen.plain(text)) && !isPlainValue(text)) {
            pruefen(schluessel);
        }
    }

    Set<String> zuPruefen() {
        return zuPruefen;
    }

    /** A day, a number or a code says nothing of others. */
    private static boolean isPlainValue(String text) {
        return text.matches("[\\d.:,TZ+-]+|[a-z][A-Za-z]{0,30}|[A-Z_]{1,30}");
    }

    private boolean nennt(String text) {
        var plain = Kennzeichen.plain(text);
        return texte.stream().anyMatch(plain::contains)
                || NO_WORD.splitAsStream(text).map(Kennzeichen::plain).anyMatch(worte::contains);
    }

    /** Name, addresses, telephone and birthday of somebody, as they stand in a text without its spaces and signs. */
    private static Stream<String> texte(Beteiligter one) {
        var texts = new ArrayList<String>();
        texts.add(one.name());
        if (one.email() != null) {
            texts.add(one.email());
        }
        if (one.konto() != null) {
            texts.add(one.konto());
        }
        if (one.anschrift() != null) {
            texts.add(one.anschrift().strasse());
        }
        if (one.geburtsdatum() != null) {
            texts.add(one.geburtsdatum().toString());
            texts.add(GERMAN_DAY.format(one.geburtsdatum()));
        }
        if (one.telefon() != null && one.telefon().replaceAll("\\D", "").length() >= SHORTEST_TELEPHONE) {
            texts.add(one.telefon());
        }
        return texts.stream().map(Kennzeichen::plain).filter(text -> text.length() >= SHORTEST_NAME);
    }

    private static Stream<String> worte(Beteiligter one) {
        return NO_WORD.splitAsStream(one.name()).map(Kennzeichen::plain).filter(word -> word.length() >= SHORTEST_NAME);
    }

    private static Stream<String> ort(Beteiligter one) {
        var anschrift = one.anschrift();
        return anschrift == null ? Stream.of() : Stream.of(Kennzeichen.plain(anschrift.ort()));
    }

    private static Set<String> without(Stream<String> all, Set<String> some) {
        var left = all.collect(Collectors.toCollection(HashSet::new));
        left.removeAll(some);
        return left;
    }
}
