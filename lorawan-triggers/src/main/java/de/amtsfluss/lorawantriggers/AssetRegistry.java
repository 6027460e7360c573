package de.amtsfluss.lorawantriggers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The register of assets and of the sensors that watch them. Every change is written into the Protokoll. */
public interface AssetRegistry {

    /**
     * Registers an asset, or replaces what is known under its id, together with a sensor that watches it. What was
     * measured and asked for stays with the asset when its sensor changes.
     *
     * @param asset the asset
     * @param device the sensor; one that watches the asset already is replaced in type, calibration and variables
     * @param ersetzt the sensor of the asset that it takes the place of from its {@code gueltigAb} on, if any
     * @return what became of it; on a refusal nothing is changed
     */
    Registered register(Asset asset, Device device, @Nullable DevEui ersetzt);

    /** Registers an asset with a sensor that takes nobody's place. */
    default Registered register(Asset asset, Device device) {
        return register(asset, device, null);
    }

    /**
     * Ends the watch of a sensor over an asset.
     *
     * @return what became of it; on a refusal nothing is changed
     */
    Unmounted unmount(String assetId, DevEui devEui, Instant at);

    /**
     * Registers all lines of a CSV file or, if anything is wrong, none.
     *
     * @param csv UTF-8, separated by semicolons, the first line names the columns: id, art, ort, breite, laenge,
     *     bezirk, devEui, geraetetyp; beside them, as needed, gueltigAb (ISO 8601; 12 hours ago if absent), ersetzt (a
     *     devEui), and columns named {@code merkmal.‹name›}, {@code kalibrierung.‹name›}, {@code variable.‹name›}
     * @param dryRun only to find out whether it could be registered
     */
    Imported importCsv(String csv, boolean dryRun);

    /** The asset of that id. */
    Optional<Asset> asset(String id);

    /**
     * Assets ordered by their id.
     *
     * @param text a part of id, place or the number of a sensor, in any case; empty for all
     * @param art only those of this kind, absent for all
     */
    List<Asset> search(String text, @Nullable String art, int limit, int offset);

    /** The sensors that watch or watched an asset, the latest first. */
    List<Device> devices(String assetId);

    /** The sensor as it watches an asset at that time. */
    Optional<Device> device(DevEui devEui, Instant at);

    /** What became of a registration. */
    sealed interface Registered {

        /** Asset and sensor are known now. */
        record Done() implements Registered {}

        /**
         * Nothing was changed.
         *
         * @param sentence why, for the person who registers
         */
        record Refused(String sentence) implements Registered {}
    }

    /** What became of the end of a watch. */
    enum Unmounted {
        /** It has ended. */
        DONE,
        /** The sensor does not watch this asset. */
        NOT_THERE,
        /** The watch had not begun at that time. */
        TOO_EARLY
    }

    /**
     * What became of a file.
     *
     * @param assets how many assets it has
     * @param errors everything that is wrong, each with its line; empty if it was registered or could be
     */
    record Imported(int assets, List<String> errors) {

        /** Keeps its own copy of the list. */
        public Imported {
            errors = List.copyOf(errors);
        }
    }
}
