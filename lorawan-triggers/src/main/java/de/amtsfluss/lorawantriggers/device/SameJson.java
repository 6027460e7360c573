package de.amtsfluss.lorawantriggers.device;

import tools.jackson.databind.JsonNode;

/**
 * Whether two JSON values say the same: 5 and 5.0 do; so do null, what is absent, and what is no number, for which JSON
 * has no word.
 */
final class SameJson {

    /** What two ways to compute the same number may differ by. */
    private static final double PRECISION = 1e-9;

    private SameJson() {}

    static boolean isSame(JsonNode one, JsonNode other) {
        if (isNothing(one) || isNothing(other)) {
            return isNothing(one) && isNothing(other);
        }
        if (one.isNumber() && other.isNumber()) {
            var a = one.asDouble();
            var b = other.asDouble();
            return Math.abs(a - b) <= PRECISION * Math.max(1, Math.abs(a));
        }
        if (one.isObject() && other.isObject()) {
            return holdsIn(one, other)
                    && other.properties().stream()
                            .allMatch(entry -> one.has(entry.getKey()) || isNothing(entry.getValue()));
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

    private static boolean holdsIn(JsonNode one, JsonNode other) {
        return one.properties().stream().allMatch(entry -> isSame(entry.getValue(), other.path(entry.getKey())));
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || (node.isNumber() && !Double.isFinite(node.asDouble()));
    }
}
