package de.amtsfluss.processes.antrag;

import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.formular.FormCatalog;
import de.amtsfluss.processes.vorgang.NeuerVorgang;
import de.amtsfluss.processes.vorgang.Vorgangsanlage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what was filled in into a Vorgang with its Beteiligte and into facts for the process. */
@Component
class Antragsakte {

    private final FormCatalog forms;
    private final Vorgaenge vorgaenge;
    private final Vorgangsanlage anlage;
    private final Protokoll protokoll;

    Antragsakte(FormCatalog forms, Vorgaenge vorgaenge, Vorgangsanlage anlage, Protokoll protokoll) {
        this.forms = forms;
        this.vorgaenge = vorgaenge;
        this.anlage = anlage;
        this.protokoll = protokoll;
    }

    Vorgang create(VorgangId id, NeuerVorgang wanted) {
        return anlage.create(id, wanted);
    }

    /** Gives a Vorgang that is there already what was filled in. */
    void fill(VorgangId vorgang, Map<String, @Nullable Object> angaben, List<Beteiligter> beteiligte) {
        vorgaenge.supplement(vorgang, angaben);
        anlage.replaceBeteiligte(vorgang, beteiligte);
    }

    List<Beteiligter> beteiligte(String formular, Map<String, @Nullable Object> angaben, @Nullable String konto) {
        var person = new Person(forms.marked(formular, "beteiligter", angaben));
        return person.values().isEmpty() ? List.of() : List.of(person.applicant(konto));
    }

    /** The values that the form lets the engine have; what was left open is given as null. */
    @SuppressWarnings("NullAway") // the outbox writes JSON, where null is a value
    Map<String, Object> facts(String formular, Map<String, @Nullable Object> angaben) {
        return new HashMap<>(forms.select(formular, angaben));
    }

    /** Replaces the values of the form and the applicant; the account stays. */
    void replace(Vorgang vorgang, AntragRepository.Row row, Map<String, @Nullable Object> angaben) {
        var all = new HashMap<String, @Nullable Object>();
        forms.keys(row.formular()).forEach(key -> all.put(key, angaben.get(key)));
        vorgaenge.supplement(vorgang.id(), all);
        anlage.replaceBeteiligte(vorgang.id(), beteiligte(row.formular(), angaben, row.konto()));
    }

    void noteWithdrawal(VorgangId vorgang) {
        protokoll.write(
                vorgang,
                new Handlung(Objektart.VORGANG, vorgang, Aktion.GEAENDERT).with("antrag", null, "zurueckgenommen"));
    }

    /** What was filled in, without what was left open. */
    Map<String, Object> given(Map<String, @Nullable Object> angaben) {
        var given = new HashMap<String, Object>();
        angaben.forEach((key, value) -> {
            if (value != null && !value.equals("")) {
                given.put(key, value instanceof Number number ? number.doubleValue() : value);
            }
        });
        return given;
    }
}
