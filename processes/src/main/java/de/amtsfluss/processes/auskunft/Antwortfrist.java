package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Auskunft;
import de.amtsfluss.processes.Auskunft.Verlaengerung;
import de.amtsfluss.processes.Frist;
import de.amtsfluss.processes.Frist.Beginn;
import de.amtsfluss.processes.Frist.Dauer;
import de.amtsfluss.processes.Frist.Einheit;
import de.amtsfluss.processes.Frist.Regel;
import de.amtsfluss.processes.Frist.Regime;
import de.amtsfluss.processes.Fristen;
import de.amtsfluss.processes.Fristergebnis;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Until when a request is to be answered (Art. 12 Abs. 3 DSGVO). It is counted as Art. 3 of Regulation (EEC, Euratom)
 * No 1182/71 has it, which here leads to the same day as § 31 VwVfG NRW: the day of receipt does not count, and an end
 * on a Saturday, Sunday or holiday moves to the next working day.
 */
@Component
class Antwortfrist {

    private static final int REGULAR_MONTHS = 1;
    private static final int EXTENDED_MONTHS = 3;

    private final Fristen fristen;

    Antwortfrist(Fristen fristen) {
        this.fristen = fristen;
    }

    LocalDate regular(LocalDate receipt) {
        return compute(receipt, REGULAR_MONTHS);
    }

    LocalDate extended(LocalDate receipt) {
        return compute(receipt, EXTENDED_MONTHS);
    }

    /** Why it cannot be extended: the person has to be told within the first month (Satz 3), and it is done once. */
    Optional<String> refusalToExtend(Auskunft auskunft, Verlaengerung verlaengerung, LocalDate today) {
        if (auskunft.verlaengerung() != null) {
            return Optional.of("Die Frist ist schon verlängert.");
        }
        var told = verlaengerung.mitgeteiltAm();
        if (told.isAfter(today) || told.isBefore(auskunft.eingegangenAm()) || told.isAfter(auskunft.fristAm())) {
            return Optional.of("Die Verlängerung muss innerhalb eines Monats nach Eingang mitgeteilt worden sein"
                    + " (Art. 12 Abs. 3 Satz 3 DSGVO).");
        }
        return Optional.empty();
    }

    private LocalDate compute(LocalDate receipt, int months) {
        var regel = new Regel(new Dauer(months, Einheit.MONATE), Beginn.EREIGNIS, Regime.VWVFG, true);
        return switch (fristen.compute(new Frist.Ablauf(regel, receipt))) {
            case Fristergebnis.Berechnet berechnet -> berechnet.ende();
            case Fristergebnis.OhneFrist ohne -> throw refused(receipt, ohne.grund());
            case Fristergebnis.Abgelehnt abgelehnt -> throw refused(receipt, abgelehnt.toString());
        };
    }

    private static IllegalStateException refused(LocalDate receipt, String why) {
        return new IllegalStateException(
                "Expected to compute the period of a request received on %s, but: %s".formatted(receipt, why));
    }
}
