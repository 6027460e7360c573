package de.amtsfluss.lorawantriggers.device;

import java.util.List;
import java.util.Map;

/** What a device type made of a payload. */
public sealed interface Decoded {

    /**
     * It was understood.
     *
     * @param measurements the values, each in the unit of its quantity; what the payload does not tell is absent
     * @param warnings sentences of the codec and of the profile, in English
     */
    record Values(Map<Quantity, Double> measurements, List<String> warnings) implements Decoded {}

    /**
     * It was not understood.
     *
     * @param sentence why, for the operator
     */
    record Failed(String sentence) implements Decoded {}
}
