package de.amtsfluss.workers.documents;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the documents.
 *
 * @param templates a folder whose files replace single files of the delivered {@code letters/}, without a restart
 */
@ConfigurationProperties("amtsfluss.workers.documents")
record DocumentsProperties(@Nullable Path templates) {}
