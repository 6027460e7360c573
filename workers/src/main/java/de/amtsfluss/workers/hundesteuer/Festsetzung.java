package de.amtsfluss.workers.hundesteuer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dog tax of a household from the month on in which a dog was taken in, until the end of the year of the Bescheid.
 *
 * <p>It begins on the first of that month and is a twelfth of the yearly rate for each month (Hundesteuersatzung der
 * Stadt Bielefeld; its paragraphs are to be confirmed). The rate depends on the number of dogs and holds for each.
 *
 * @param posten what is to be paid for which dogs and year
 * @param steuerpflichtAb the first day
 * @param faelligkeiten when to pay which part of it
 */
record Festsetzung(List<Posten> posten, LocalDate steuerpflichtAb, List<Faelligkeit> faelligkeiten) {

    private static final int MONTHS = 12;

    /** Example values: the day for who pays once a year is to be confirmed by the office. */
    private static final int YEARLY_MONTH = 7;

    private static final int YEARLY_DAY = 1;

    /** 15 February, May, August and November. */
    private static final int QUARTERLY_DAY = 15;

    private static final String ON_ANNOUNCEMENT = "einen Monat nach Bekanntgabe";

    /**
     * Sets the tax.
     *
     * @param anmeldung the dog
     * @param befreiung what is to be paid for it, and whether it counts
     * @param saetze the yearly rate for a number of dogs on a day
     * @param heute the day of the Bescheid
     */
    static Festsetzung of(Anmeldung anmeldung, Befreiung befreiung, Saetze saetze, LocalDate heute) {
        var ab = anmeldung.angeschafftAm().withDayOfMonth(1);
        var posten = new ArrayList<Posten>();
        for (var jahr = ab.getYear(); jahr <= heute.getYear(); jahr++) {
            var erster = jahr == ab.getYear() ? ab : LocalDate.of(jahr, Month.JANUARY, 1);
            posten.addAll(posten(anmeldung, befreiung, saetze, erster));
        }
        return new Festsetzung(List.copyOf(posten), ab, faelligkeiten(posten, anmeldung.jaehrlich(), heute));
    }

    private static List<Posten> posten(Anmeldung anmeldung, Befreiung befreiung, Saetze saetze, LocalDate erster) {
        var others = anmeldung.weitereHunde();
        var count = others + (befreiung.zaehltMit() ? 1 : 0);
        var satz = count == 0 ? BigDecimal.ZERO : saetze.satz(count, erster);
        var own = new Posten(anmeldung.hund(), anmeldung.rasse(), erster, 1, befreiung.anteilProzent(), satz);
        if (others == 0 || !befreiung.zaehltMit()) {
            return List.of(own);
        }
        var name = others == 1 ? "Ihr weiterer Hund" : "Ihre weiteren %d Hunde".formatted(others);
        return List.of(own, new Posten(name, "bereits angemeldet", erster, others, 100, satz));
    }

    private static List<Faelligkeit> faelligkeiten(List<Posten> posten, boolean jaehrlich, LocalDate heute) {
        var later = new ArrayList<Faelligkeit>();
        var now = BigDecimal.ZERO;
        for (var one : posten) {
            if (one.ab().getYear() < heute.getYear()) {
                now = now.add(one.steuer());
            }
        }
        for (var month = 1; month <= MONTHS; month += jaehrlich ? MONTHS : 3) {
            var last = month + (jaehrlich ? MONTHS : 3) - 1;
            var betrag = sum(posten, heute.getYear(), month, last);
            var am = jaehrlich
                    ? LocalDate.of(heute.getYear(), YEARLY_MONTH, YEARLY_DAY)
                    : LocalDate.of(heute.getYear(), month + 1, QUARTERLY_DAY);
            if (am.isBefore(heute.plusMonths(1))) {
                now = now.add(betrag);
            } else if (betrag.signum() > 0) {
                later.add(new Faelligkeit(am, null, betrag));
            }
        }
        if (now.signum() > 0) {
            later.addFirst(new Faelligkeit(null, ON_ANNOUNCEMENT, now));
        }
        return List.copyOf(later);
    }

    private static BigDecimal sum(List<Posten> posten, int jahr, int firstMonth, int lastMonth) {
        return posten.stream()
                .filter(one -> one.ab().getYear() == jahr)
                .map(one -> one.steuer(firstMonth, lastMonth))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal betrag() {
        return posten.stream().map(Posten::steuer).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As kept at the Vorgang, for the Bescheid. */
    Map<String, @Nullable Object> daten() {
        var daten = new HashMap<String, @Nullable Object>();
        daten.put("posten", posten.stream().map(Posten::daten).toList());
        daten.put("steuerpflichtAb", steuerpflichtAb.toString());
        daten.put("betrag", betrag());
        daten.put(
                "faelligkeiten", faelligkeiten.stream().map(Faelligkeit::daten).toList());
        return daten;
    }

    /** The yearly rate for a number of dogs on a day. */
    interface Saetze {
        BigDecimal satz(int anzahlHunde, LocalDate stichtag);
    }

    /**
     * What the dog is exempt from.
     *
     * @param anteilProzent the share that is to be paid
     * @param zaehltMit whether the dog counts for the rate of the others
     */
    record Befreiung(int anteilProzent, boolean zaehltMit) {
        static final Befreiung NONE = new Befreiung(100, true);
    }

    /**
     * What is to be paid for some dogs and one year.
     *
     * @param bezeichnung which dogs
     * @param rasse their breed
     * @param ab the first day of the year that counts
     * @param anzahl how many dogs
     * @param anteilProzent the share that is to be paid
     * @param satz the yearly rate per dog
     */
    record Posten(String bezeichnung, String rasse, LocalDate ab, int anzahl, int anteilProzent, BigDecimal satz) {

        int monate() {
            return MONTHS + 1 - ab.getMonthValue();
        }

        BigDecimal steuer() {
            return steuer(1, MONTHS);
        }

        BigDecimal steuer(int firstMonth, int lastMonth) {
            var months = Math.max(0, lastMonth + 1 - Math.max(firstMonth, ab.getMonthValue()));
            var hundredths = satz.multiply(BigDecimal.valueOf((long) months * anzahl * anteilProzent));
            // Rounded down to the cent, in favour of who pays.
            return hundredths.divide(BigDecimal.valueOf(MONTHS * 100L), 2, RoundingMode.DOWN);
        }

        private Map<String, @Nullable Object> daten() {
            var daten = new HashMap<String, @Nullable Object>();
            daten.put("bezeichnung", bezeichnung);
            daten.put("rasse", rasse);
            daten.put("jahr", ab.getYear());
            daten.put("anzahl", anzahl);
            daten.put("anteilProzent", anteilProzent);
            daten.put("satz", satz);
            daten.put("monate", monate());
            daten.put("steuer", steuer());
            return daten;
        }
    }

    /**
     * When to pay a part.
     *
     * @param am the day, absent if it depends on the announcement
     * @param wann in words, absent if there is a day
     * @param betrag how much
     */
    record Faelligkeit(@Nullable LocalDate am, @Nullable String wann, BigDecimal betrag) {

        private Map<String, @Nullable Object> daten() {
            var daten = new HashMap<String, @Nullable Object>();
            daten.put("am", am == null ? null : am.toString());
            daten.put("wann", wann);
            daten.put("betrag", betrag);
            return daten;
        }
    }
}
