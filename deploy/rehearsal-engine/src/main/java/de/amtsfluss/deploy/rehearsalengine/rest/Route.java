package de.amtsfluss.deploy.rehearsalengine.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is done on calls of a path.
 *
 * @param method the HTTP method
 * @param pattern the path, with variable parts as {@code {name}}
 * @param action what is done
 */
record Route(String method, List<String> pattern, Action action) {

    /** Answers a call. */
    @FunctionalInterface
    interface Action {

        /**
         * Answers.
         *
         * @throws BadRequestException if the call cannot be understood
         */
        Reply answer(Call call);
    }

    static Route of(String method, String pattern, Action action) {
        return new Route(method, parts(pattern), action);
    }

    private static List<String> parts(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** The variable parts, if the route is meant. */
    Optional<Map<String, String>> match(String calledMethod, String calledPath) {
        var called = parts(calledPath);
        if (!method.equals(calledMethod) || called.size() != pattern.size()) {
            return Optional.empty();
        }
        var variable = new HashMap<String, String>();
        for (var index = 0; index < called.size(); index++) {
            var wanted = pattern.get(index);
            if (wanted.startsWith("{")) {
                variable.put(wanted.substring(1, wanted.length() - 1), called.get(index));
            } else if (!wanted.equals(called.get(index))) {
                return Optional.empty();
            }
        }
        return Optional.of(variable);
    }
}
