package de.amtsfluss.processes.suche;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the search.
 *
 * @param textauszugDauer how long reading the text of a file may take
 */
@ConfigurationProperties("amtsfluss.processes.suche")
record SucheProperties(@DefaultValue("30s") Duration textauszugDauer) {}
