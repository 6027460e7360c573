package de.amtsfluss.processes.protokoll.siegel;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the Protokoll.
 *
 * @param siegelDatei the file to which the seals are appended, on a disk that who administers the database cannot
 *     write; without it seals lie in the database only, and who can rewrite all of that can forge them
 */
@ConfigurationProperties("amtsfluss.processes.protokoll")
record SiegelProperties(@Nullable Path siegelDatei) {}
