package de.amtsfluss.workers.posteingang.ordner;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The folder that a scanner writes to.
 *
 * @param scanOrdner the folder; without it no scans are taken in
 */
@ConfigurationProperties("amtsfluss.workers.posteingang")
record ScanOrdnerProperties(@Nullable Path scanOrdner) {}
