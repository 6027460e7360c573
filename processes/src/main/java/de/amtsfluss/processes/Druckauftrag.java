package de.amtsfluss.processes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch of letters that are printed together.
 *
 * @param id identifies it
 * @param erstelltAm when it was made
 * @param briefe how many letters it has
 * @param seiten how many pages, with the separator sheets
 * @param uebergebenAm the day on which it was handed over to the post, absent until then
 */
public record Druckauftrag(
        UUID id,
        Instant erstelltAm,
        int briefe,
        int seiten,
        @Nullable LocalDate uebergebenAm) {}
