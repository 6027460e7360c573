package de.amtsfluss.processes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that lies ready for somebody in the inbox of the portal (§ 9 OZG).
 *
 * @param id identifies it
 * @param vorgang the Vorgang it belongs to
 * @param konto the account whose owner may read it; without one, who proves to know the Vorgang
 * @param betreff what it is about; "Gelöscht" once the data of the Vorgang were erased
 * @param text what it says
 * @param dokument the document that comes with it
 * @param eingestelltAm since when it lies ready
 * @param abgerufenAm when it was first read (§ 41 Abs. 2a VwVfG NRW), absent until then
 */
public record Postfachnachricht(
        UUID id,
        VorgangId vorgang,
        @Nullable String konto,
        String betreff,
        String text,
        @Nullable DokumentId dokument,
        Instant eingestelltAm,
        @Nullable Instant abgerufenAm) {}
