package de.amtsfluss.decisiontables.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Collects what the expressions of a decision use of its scope. */
final class Uses {

    private final Scope scope;
    private final List<String> findings;
    private final Map<String, FeelType> needed = new LinkedHashMap<>();
    private final Map<String, FeelType> perhaps = new LinkedHashMap<>();
    private final Map<String, Functions.Function> functions = new HashMap<>();

    private boolean large;

    Uses(Scope scope, List<String> findings) {
        this.scope = scope;
        this.findings = findings;
    }

    /** Takes the names of an expression; one that is not declared is an input, as editors do not make one draw it. */
    void take(Feel.Expression expression) {
        expression.names().needed().stream().filter(this::isAllowed).forEach(this::need);
        takeOptional(expression);
    }

    /** Takes the names of a cell, which uses only inputs that are there already, or declared. */
    void takeCell(Feel.Expression cell) {
        for (String name : cell.names().needed()) {
            if (needed.containsKey(name) || scope.declared().containsKey(name)) {
                large |= !needed.containsKey(name) && scope.mayBeLarge(name);
                need(name);
            } else if (isAllowed(name)) {
                find("expected the cell %s to use only the inputs %s, but it names '%s'"
                        .formatted(cell.text(), needed.keySet(), name));
            }
        }
        takeOptional(cell);
    }

    /** Takes a function that the compiler made for itself. */
    void add(String name, Functions.Function function) {
        functions.put(name, function);
    }

    Map<String, FeelType> needed() {
        return needed;
    }

    /** Says whether one of the functions may take long, or one over the inputs that only cells name. */
    boolean unbounded() {
        return large || functions.values().stream().anyMatch(Functions.Function::unbounded);
    }

    /** Says whether a function may take long over one of the inputs. */
    boolean mayBeLarge() {
        return Stream.concat(needed.keySet().stream(), perhaps.keySet().stream())
                .anyMatch(scope::mayBeLarge);
    }

    Facts facts() {
        needed.keySet().forEach(perhaps::remove);
        return new Facts(needed, perhaps, Functions.of(functions), scope.closed());
    }

    private void need(String name) {
        needed.putIfAbsent(name, type(name));
    }

    private FeelType type(String name) {
        return scope.declared().getOrDefault(name, FeelType.Basic.ANY);
    }

    private void takeOptional(Feel.Expression expression) {
        expression.names().perhaps().forEach(name -> perhaps.put(name, type(name)));
        expression.names().functions().forEach(name -> {
            Functions.Function function = scope.functions().get(name);
            if (function != null) {
                functions.put(name, function);
            } else if (!functions.containsKey(name) && scope.foreign().containsKey(name)) {
                requires(name);
            }
        });
    }

    private boolean isAllowed(String name) {
        if (scope.declared().containsKey(name)) {
            return true;
        }
        if (scope.foreign().containsKey(name)) {
            requires(name);
            return false;
        }
        if (scope.closed()) {
            find("expected it to name only its parameters %s, but it names '%s'"
                    .formatted(scope.declared().keySet().stream().sorted().toList(), name));
        }
        return !scope.closed();
    }

    private void requires(String name) {
        find("expected it to require %s, which it names as '%s', but it does not"
                .formatted(scope.foreign().get(name), name));
    }

    private void find(String finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
