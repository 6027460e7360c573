package de.amtsfluss.workers.hundesteuer;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in about a dog, read from the data of the Vorgang.
 *
 * @param daten the data
 */
record Anmeldung(Map<String, @Nullable Object> daten) {

    /** No reason to be exempt. */
    static final String NONE = "keiner";

    LocalDate angeschafftAm() {
        return LocalDate.parse(text("angeschafftAm", ""));
    }

    int weitereHunde() {
        return daten.get("weitereHunde") instanceof Number number ? number.intValue() : 0;
    }

    boolean jaehrlich() {
        return text("zahlweise", "").equals("jaehrlich");
    }

    boolean befreiungBeantragt() {
        return !text("befreiungGrund", NONE).equals(NONE);
    }

    /** Name and breed, as the Bescheid calls the dog. */
    String hund() {
        return text("hundName", "Hund");
    }

    String rasse() {
        var rasse = text("rasse", "andere");
        return rasse.equals("andere") ? text("rasseAngabe", "Mischling") : rasse;
    }

    /**
     * The facts the table {@code hundesteuerBefreiung} asks for: what does not belong to the reason is none, 0 or no,
     * as its description says.
     *
     * @param heute the day of the decision
     * @param eingegangen whether a file was handed in
     */
    Map<String, @Nullable Object> befreiungFacts(LocalDate heute, boolean eingegangen) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("grund", text("befreiungGrund", NONE));
        facts.put("merkzeichen", text("schwerbehindertMerkzeichen", "keines"));
        facts.put("alterMonate", alterMonate(heute));
        facts.put("assistenzhundBefreit", Boolean.TRUE.equals(daten.get("hatBefreitenAssistenzhund")));
        facts.put("nachweis", eingegangen || "liegtVor".equals(daten.get("nachweisStand")));
        facts.put("pflegeMonate", daten.get("pflegedauerMonate") instanceof Number number ? number.intValue() : 0);
        facts.put("stichtag", angeschafftAm().toString());
        return facts;
    }

    private int alterMonate(LocalDate heute) {
        var born = LocalDate.parse(text("hundGeburtsdatum", heute.toString()));
        return (int) Math.max(0, Period.between(born, heute).toTotalMonths());
    }

    private String text(String name, String otherwise) {
        return daten.get(name) instanceof String text && !text.isBlank() ? text.strip() : otherwise;
    }
}
