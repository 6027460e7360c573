package de.amtsfluss.workers.notifications.print;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the print queue; {@code print-cron} says when a batch is made by itself, 9 o'clock on working days
 * without it (an example, to be set by the city).
 *
 * @param printFolder the folder batches are written to as {@code druckauftrag-‹day›-‹id›.pdf}, for the mail room's
 *     printer; who may read it sees the letters. Without it they are downloaded from the page only
 */
@ConfigurationProperties("amtsfluss.workers.notifications")
record PrintProperties(@Nullable Path printFolder) {}
