package de.amtsfluss.deploy.benchmarks.decisiontables;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnDecisionResult;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;

/**
 * Operaton's DMN engine as its documentation starts it; {@link IsolatedClassLoader} says why it is loaded apart.
 *
 * <p>What the two class loaders share has to be public.
 */
public final class OperatonEngine implements Engine {

    private final DmnEngine operaton;

    /** Starts the engine. */
    public OperatonEngine() {
        operaton = isolated(() ->
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine());
    }

    /** Operaton and FEEL look for their parts by the class loader of the thread. */
    private static <T> T isolated(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(OperatonEngine.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public Decision decision(ComparedTable table) {
        DmnDecision decision =
                isolated(() -> operaton.parseDecision(table.id(), new ByteArrayInputStream(TableFile.feel(table))));
        List<Map<String, Object>> questions = table.questions();
        return new Decision() {
            @Override
            public Object evaluate(int question) {
                return operaton.evaluateDecision(decision, questions.get(question));
            }

            @Override
            public Map<String, Object> outputs(Object result) {
                return ((DmnDecisionResult) result).getSingleResult().getEntryMap();
            }
        };
    }

    @Override
    public void close() {
        // Holds neither threads nor connections.
    }
}
