package de.amtsfluss.deploy.benchmarks.decisiontables;

import io.camunda.zeebe.dmn.DecisionEngine;
import io.camunda.zeebe.dmn.DecisionEngineFactory;
import io.camunda.zeebe.dmn.DecisionEvaluationResult;
import io.camunda.zeebe.dmn.ParsedDecisionRequirementsGraph;
import io.camunda.zeebe.dmn.impl.VariablesContext;
import io.camunda.zeebe.msgpack.spec.MsgPackReader;
import io.camunda.zeebe.msgpack.spec.MsgPackToken;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/** Zeebe's DMN library, called as Zeebe's engine calls it: with variables as a map, and MessagePack as result. */
final class ZeebeEngine implements Engine {

    /** One for each thread, as each partition of Zeebe has one: the result is written into a buffer of the engine. */
    private final ThreadLocal<DecisionEngine> zeebe =
            ThreadLocal.withInitial(DecisionEngineFactory::createDecisionEngine);

    @Override
    public Decision decision(ComparedTable table) {
        ParsedDecisionRequirementsGraph graph = zeebe.get().parse(new ByteArrayInputStream(TableFile.feel(table)));
        if (!graph.isValid()) {
            throw new IllegalStateException(
                    "Expected Zeebe to read the table, but: %s".formatted(graph.getFailureMessage()));
        }
        List<Map<String, Object>> questions = table.questions();
        return new Decision() {
            @Override
            public Object evaluate(int question) {
                return zeebe.get()
                        .evaluateDecisionById(graph, table.id(), new VariablesContext(questions.get(question)));
            }

            @Override
            public Map<String, Object> outputs(Object result) {
                DecisionEvaluationResult evaluated = (DecisionEvaluationResult) result;
                if (evaluated.isFailure()) {
                    throw new IllegalStateException(
                            "Expected Zeebe to decide, but: %s".formatted(evaluated.getFailureMessage()));
                }
                return map(evaluated.getOutput());
            }
        };
    }

    private static Map<String, Object> map(DirectBuffer output) {
        MsgPackReader reader = new MsgPackReader().wrap(output, 0, output.capacity());
        int size = reader.readMapHeader();
        Map<String, Object> map = new HashMap<>();
        for (int entry = 0; entry < size; entry++) {
            String name = BufferUtil.bufferAsString(reader.readToken().getValueBuffer());
            map.put(name, value(reader.readToken()));
        }
        return map;
    }

    private static Object value(MsgPackToken token) {
        return switch (token.getType()) {
            case STRING -> BufferUtil.bufferAsString(token.getValueBuffer());
            case INTEGER -> token.getIntegerValue();
            case FLOAT -> token.getFloatValue();
            default ->
                throw new IllegalStateException(
                        "Expected texts and numbers from Zeebe, but got '%s'".formatted(token.getType()));
        };
    }

    @Override
    public void close() {
        zeebe.remove();
    }
}
