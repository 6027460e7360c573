package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.context.Context;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.valuemapper.ValueMapper;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The functions an expression may call beside those of FEEL, in the form FEEL's interpreter looks them up. */
final class Functions {

    /** No functions but those of FEEL. */
    static final Functions NONE = new Functions(Map.of());

    private static final ValueMapper VALUES = ValueMapper.defaultValueMapper();

    private final scala.collection.immutable.Map<String, scala.collection.immutable.List<ValFunction>> functions;

    private Functions(Map<String, scala.collection.immutable.List<ValFunction>> functions) {
        this.functions = scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(functions));
    }

    /** What a function does with its arguments; a problem becomes the problem of the expression that calls it. */
    interface Body {
        Feel.Outcome call(List<@Nullable Object> arguments);
    }

    /**
     * A function.
     *
     * @param unbounded whether a call may take long, so that an evaluation needs a time limit
     */
    record Function(List<String> parameters, Body body, boolean unbounded) {}

    /** Makes a function that decides by a logic; its arguments are the facts. */
    static Function of(Logic logic, List<String> parameters) {
        return new Function(parameters, arguments -> decide(logic, facts(parameters, arguments)), logic.unbounded());
    }

    /** Returns arguments by the names of their parameters. */
    static Map<String, @Nullable Object> facts(List<String> parameters, List<@Nullable Object> arguments) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        for (int number = 0; number < parameters.size(); number++) {
            facts.put(parameters.get(number), arguments.get(number));
        }
        return facts;
    }

    private static Feel.Outcome decide(Logic logic, Map<String, @Nullable Object> facts) {
        return logic instanceof Formula formula ? formula.call(facts) : outcome(logic.decide(0, facts));
    }

    /** Returns a result as that of a function. */
    static Feel.Outcome outcome(DecisionResult result) {
        return switch (result) {
            case Decided decided -> new Feel.Outcome(decided.value(), null);
            case NotDecided not -> new Feel.Outcome(null, not.sentence());
        };
    }

    /** Takes functions by the names they are called by. */
    static Functions of(Map<String, Function> functions) {
        if (functions.isEmpty()) {
            return NONE;
        }
        Map<String, scala.collection.immutable.List<ValFunction>> all = new HashMap<>();
        functions.forEach((name, function) -> all.put(
                name, CollectionConverters.asScala(List.of(feel(function))).toList()));
        return new Functions(all);
    }

    /** Returns facts and functions as FEEL takes them. */
    Context with(Map<String, @Nullable Object> facts) {
        return new Context.StaticContext(
                scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(facts)), functions);
    }

    private static ValFunction feel(Function function) {
        return new ValFunction(
                CollectionConverters.asScala(function.parameters()).toList(),
                arguments -> {
                    List<@Nullable Object> values = new ArrayList<>();
                    CollectionConverters.asJava(arguments).forEach(value -> values.add(VALUES.unpackVal(value)));
                    Feel.Outcome outcome = function.body().call(values);
                    return outcome.problem() == null ? outcome.value() : new ValError(outcome.problem());
                },
                false);
    }
}
