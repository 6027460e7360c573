package de.amtsfluss.processes.akte;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the eAkte.
 *
 * @param hoechstgroesse how large a file from outside may be
 */
@ConfigurationProperties("amtsfluss.processes.akte")
record AkteProperties(@DefaultValue("20MB") DataSize hoechstgroesse) {}
