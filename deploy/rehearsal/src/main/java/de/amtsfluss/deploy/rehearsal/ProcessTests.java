package de.amtsfluss.deploy.rehearsal;

import io.camunda.process.test.api.CamundaProcessTestExtension;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Tests of procedures extend this class and run with Camunda Process Test. Each test method begins with an empty engine
 * and may take a {@link Rehearsal} as parameter; fields of {@code CamundaClient} and {@code CamundaProcessTestContext}
 * are filled.
 *
 * <p>The engine is chosen outside the tests by the system property {@code cpt.runtime}: {@code rehearsal} (the default)
 * starts the rehearsal engine as a process of its own, once per test run; {@code managed} lets Camunda Process Test
 * start its own containers, which needs Docker.
 */
public abstract class ProcessTests {

    // Camunda's extension insists on a static field, so an annotation of ours would not do.
    @Order(1)
    @RegisterExtension
    static final CamundaProcessTestExtension CAMUNDA =
            RuntimeChoice.fromProperty().extension();

    // Later in order is earlier in the end: what was reached is noted before the engine is emptied.
    @Order(2)
    @RegisterExtension
    static final RehearsalExtension REHEARSAL = new RehearsalExtension();

    /** For test classes. */
    protected ProcessTests() {}
}
