package de.amtsfluss.forms.aufgaben;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.amtsfluss.processes.Aufgabe;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task for machines.
 *
 * @param key identifies it; a text, since the number does not fit into what JavaScript can count
 * @param bezeichnung what to do
 * @param verfahren the procedure
 * @param vorgang the Vorgang it belongs to
 * @param aktenzeichen the reference of the Vorgang
 * @param betreff the subject of the Vorgang
 * @param bearbeiter who has claimed it
 * @param gruppen the groups whose members may claim it
 * @param prioritaet 0 to 100, the more urgent the higher
 * @param erstelltAm since when it waits
 * @param faelligAm until when it should be done
 * @param formular the form to be filled in
 */
record AufgabeJson(
        String key,
        String bezeichnung,
        String verfahren,
        @Nullable String vorgang,
        @Nullable String aktenzeichen,
        @Nullable String betreff,
        @Nullable String bearbeiter,
        Set<String> gruppen,
        int prioritaet,
        Instant erstelltAm,
        @Nullable Instant faelligAm,
        @Nullable String formular) {

    static AufgabeJson of(Aufgabe aufgabe) {
        return new AufgabeJson(
                aufgabe.key().toString(),
                aufgabe.bezeichnung(),
                aufgabe.verfahren(),
                Optional.ofNullable(aufgabe.vorgang()).map(Object::toString).orElse(null),
                aufgabe.aktenzeichen(),
                aufgabe.betreff(),
                aufgabe.bearbeiter(),
                aufgabe.gruppen(),
                aufgabe.prioritaet(),
                aufgabe.erstelltAm(),
                aufgabe.faelligAm(),
                aufgabe.formular());
    }

    /**
     * A task with what is needed to do it.
     *
     * @param aufgabe the task; its values stand beside the others
     * @param anleitung how to do it, empty if the model says nothing
     * @param formularSchema the form as form-js reads it
     */
    record Detail(
            @JsonUnwrapped AufgabeJson aufgabe,
            String anleitung,
            @Nullable JsonNode formularSchema) {}
}
