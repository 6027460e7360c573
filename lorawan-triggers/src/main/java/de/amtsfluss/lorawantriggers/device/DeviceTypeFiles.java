package de.amtsfluss.lorawantriggers.device;

/**
 * The files of a device type.
 *
 * @param name its folder, {@code ‹vendor›/‹model›}
 * @param codec {@code codec.js}
 * @param profile {@code profile.yaml}
 * @param examples {@code examples.json}
 */
public record DeviceTypeFiles(String name, String codec, String profile, String examples) {}
