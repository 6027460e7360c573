package de.amtsfluss.processes.schluessel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the keys.
 *
 * @param masterKeys the keys that the keys of the Vorgaenge are wrapped with, 32 bytes in Base64 each; the first wraps
 *     new ones, the others unwrap older ones. Whoever has them and both databases can read everything.
 * @param url the database of the keys, as JDBC address; without it they lie in the application's own database and share
 *     its backups, so that a deleted key lives on in these
 * @param username who logs in there
 * @param password the password
 */
@ConfigurationProperties("amtsfluss.processes.schluessel")
record SchluesselProperties(
        @DefaultValue List<String> masterKeys,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {}
