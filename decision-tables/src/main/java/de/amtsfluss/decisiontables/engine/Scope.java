package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the expressions of a decision may name: DMN 1.3, 7.3.1 and 10.4.
 *
 * @param declared inputs, parameters and what the required decisions give, with their types
 * @param results which of the declared names are given by which decision
 * @param functions the business knowledge models and services it requires
 * @param foreign what else the file has by that name, but the decision does not require, with its element
 * @param closed whether it may name nothing but what is declared, as functions do
 */
record Scope(
        Map<String, FeelType> declared,
        Map<String, DecisionId> results,
        Map<String, Functions.Function> functions,
        Map<String, String> foreign,
        boolean closed) {

    /** Returns a scope within this one that knows some names more. */
    Scope with(Set<String> locals) {
        Map<String, FeelType> all = new HashMap<>(declared);
        locals.forEach(local -> all.put(local, FeelType.Basic.ANY));
        return new Scope(all, results, functions, foreign, closed);
    }

    /** Returns the declared names that a decision uses and another decision gives. */
    Map<String, DecisionId> resultsFor(Facts facts) {
        Map<String, DecisionId> used = new HashMap<>(results);
        used.keySet()
                .removeIf(name ->
                        !facts.needed().containsKey(name) && !facts.perhaps().containsKey(name));
        return used;
    }

    /** Says whether an input may have any number of parts; what other decisions give is bounded where they are made. */
    boolean mayBeLarge(String name) {
        return !results.containsKey(name)
                && declared.getOrDefault(name, FeelType.Basic.ANY).mayBeLarge();
    }
}
