package de.amtsfluss.lorawantriggers;

import java.util.Optional;

/** The register of containers and their sensors. */
public interface Containers {

    /**
     * Registers a container with its sensor, or replaces what is known under its id. The history of its filling stays
     * with the container when the sensor changes.
     */
    Registered register(Container container);

    /** The container that a sensor looks into. */
    Optional<Container> findBySensor(DevEui devEui);

    /** What became of a registration. */
    sealed interface Registered {

        /** The container is known now. */
        record Done() implements Registered {}

        /**
         * The sensor looks into another container; nothing was changed.
         *
         * @param containerId that container
         */
        record SensorTaken(String containerId) implements Registered {}

        /**
         * No such device type is installed; nothing was changed.
         *
         * @param typ the unknown type
         */
        record UnknownType(String typ) implements Registered {}
    }
}
