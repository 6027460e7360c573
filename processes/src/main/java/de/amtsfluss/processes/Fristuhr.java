package de.amtsfluss.processes;

import java.time.LocalDate;
import java.util.List;

/**
 * A period that can stand still, such as while an applicant owes papers. Its length becomes a budget of days; a day on
 * which it stands, even for an hour, is not taken from it.
 *
 * <p>That days of standing are left out whole follows § 209 BGB by analogy; the Rechtsamt has to confirm it for each
 * procedure.
 */
public sealed interface Fristuhr {

    /**
     * Returns how the period is counted.
     *
     * @return its rule
     */
    Frist.Regel regel();

    /**
     * The period has not begun: it begins only with complete documents (§ 42a Abs. 2 Satz 2 VwVfG NRW).
     *
     * @param regel how it will be counted
     */
    record Wartet(Frist.Regel regel) implements Fristuhr {}

    /**
     * The period runs.
     *
     * @param regel how it is counted
     * @param beginn the day of the event, or the first day
     * @param pausen when it stood, in the order of time
     */
    record Laeuft(Frist.Regel regel, LocalDate beginn, List<Pause> pausen) implements Fristuhr {

        /** Copies the pauses. */
        public Laeuft {
            pausen = List.copyOf(pausen);
        }
    }

    /**
     * The period stands.
     *
     * @param regel how it is counted
     * @param beginn the day of the event, or the first day
     * @param pausen when it stood before, in the order of time
     * @param seit the day since which it stands
     * @param grund why, German
     */
    record Steht(Frist.Regel regel, LocalDate beginn, List<Pause> pausen, LocalDate seit, String grund)
            implements Fristuhr {

        /** Copies the pauses. */
        public Steht {
            pausen = List.copyOf(pausen);
        }
    }

    /**
     * A time during which a period stood.
     *
     * @param von the first day
     * @param bis the last day
     * @param grund why, German
     */
    record Pause(LocalDate von, LocalDate bis, String grund) {

        /** Refuses a pause that ends before it begins. */
        public Pause {
            if (bis.isBefore(von)) {
                throw new IllegalArgumentException(
                        "Expected a pause to end on %s or later, but it ends on %s".formatted(von, bis));
            }
        }
    }
}
