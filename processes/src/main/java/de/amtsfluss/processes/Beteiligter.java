package de.amtsfluss.processes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a Vorgang is about (§ 13 VwVfG NRW, § 78 AO; xdomea: Kontakt). All of it is personal data and is kept
 * encrypted with the Vorgang's key.
 *
 * @param rolle what part somebody has
 * @param name as written in letters
 * @param geburtsdatum tells people of the same name apart
 * @param anschrift where letters go to
 * @param email where e-mails go to
 * @param telefon for questions
 * @param wunsch how somebody wishes to be written to
 * @param konto the account in the portal by which somebody applied, absent without login
 */
public record Beteiligter(
        Rolle rolle,
        String name,
        @Nullable LocalDate geburtsdatum,
        @Nullable Anschrift anschrift,
        @Nullable String email,
        @Nullable String telefon,
        Versandweg wunsch,
        @Nullable String konto) {

    /** What part somebody has in a Vorgang. */
    public enum Rolle {
        /** Who applies, registers or reports. */
        ANTRAGSTELLER,
        /** Who acts for the applicant (§ 14 VwVfG NRW). */
        BEVOLLMAECHTIGTER,
        /** Whom the decision concerns otherwise. */
        BETROFFENER
    }
}
