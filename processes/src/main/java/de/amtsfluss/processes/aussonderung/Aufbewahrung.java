package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.model.ModelCatalog;
import de.amtsfluss.processes.model.ModelProcess;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long a procedure keeps the data of its Vorgaenge, as its model says (DIN 66398: start and period). */
@Component
class Aufbewahrung {

    /** The days are those of the office's own calendar. */
    static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final ModelCatalog models;

    Aufbewahrung(ModelCatalog models) {
        this.models = models;
    }

    /**
     * The last day on which a Vorgang must be kept by its procedure; absent where the model does not tell, or where the
     * time starts with something that is not known here (end of the relation to the person).
     */
    Optional<LocalDate> ende(Vorgang vorgang) {
        return models.process(vorgang.verfahren())
                .flatMap(model -> model.property("aufbewahrungsfrist")
                        .map(Period::parse)
                        .flatMap(frist -> beginn(model, vorgang).map(day -> day.plus(frist))));
    }

    private static Optional<LocalDate> beginn(ModelProcess model, Vorgang vorgang) {
        return switch (model.property("aufbewahrungsbeginn").orElse("")) {
            case "Erhebung" -> day(vorgang.angelegtAm());
            case "Vorgangsende" -> day(vorgang.abgeschlossenAm());
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDate> day(@Nullable Instant instant) {
        return Optional.ofNullable(instant).map(there -> LocalDate.ofInstant(there, OFFICE));
    }
}
