package de.amtsfluss.lorawantriggers.device;

import tools.jackson.databind.JsonNode;

/** Whether two JSON values say the same: 5 and 5.0 do. */
final class SameJson {

    /** What two ways to compute the same number may differ by. */
    private static final double PRECISION = 1e-9;

    private SameJson() {}

    static boolean isSame(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            var a = one.asDouble();
            var b = other.asDouble();
            return Math.abs(a - b) <= PRECISION * Math.max(1, Math.abs(a));
        }
        if (one.isObject() && other.isObject()) {
            return one.size() == other.size()
                    && one.properties().stream()
                            .allMatch(entry -> isSame(entry.getValue(), other.path(entry.getKey())));
        }
        if (one.isArray() && other.isArray()) {
            var same = one.size() == other.size();
            for (var i = 0; same && i < one.size(); i++) {
                same = isSame(one.path(i), other.path(i));
            }
            return same;
        }
        return one.equals(other);
    }
}
