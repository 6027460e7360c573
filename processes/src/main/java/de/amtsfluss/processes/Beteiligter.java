package de.amtsfluss.processes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a Vorgang is about or who takes part in it (§ 13 VwVfG NRW).
 *
 * @param rolle as what
 * @param name the full name
 * @param geburtsdatum the day of birth
 * @param anschrift where letters go
 * @param email where e-mails go
 * @param telefon the telephone number
 * @param wunsch how this person wants to be told
 * @param konto the account at the portal
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

    /** As what somebody takes part. */
    public enum Rolle {
        /** Who has applied. */
        ANTRAGSTELLER
    }
}
