package de.amtsfluss.deploy.rehearsal;

import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests their {@link Rehearsal}, and keeps account of the elements they reach. */
final class RehearsalExtension implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace OURS = Namespace.create(RehearsalExtension.class);
    private static final Duration ASSERTION_INTERVAL = Duration.ofMillis(10);
    private static final Duration ASSERTION_TIMEOUT = Duration.ofSeconds(30);

    @Override
    public void beforeAll(ExtensionContext context) {
        // Whoever waits ends as soon as it is so; only a failing test takes the whole time.
        CamundaAssert.setAssertionInterval(ASSERTION_INTERVAL);
        CamundaAssert.setAssertionTimeout(ASSERTION_TIMEOUT);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try (var client = camunda(context).createClient()) {
            Reached.keep(client);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Rehearsal.class;
    }

    /** One for the preparation and the test itself. */
    @Override
    public Rehearsal resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(OURS)
                .computeIfAbsent(Rehearsal.class, unused -> new Rehearsal(camunda(context)), Rehearsal.class);
    }

    private static CamundaProcessTestContext camunda(ExtensionContext context) {
        var made = context.getStore(CamundaProcessTestExtension.NAMESPACE)
                .get(CamundaProcessTestExtension.STORE_KEY_CONTEXT, CamundaProcessTestContext.class);
        if (made == null) {
            throw new IllegalStateException("Expected Camunda Process Test to have begun, but it has not");
        }
        return made;
    }
}
