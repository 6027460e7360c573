package de.amtsfluss.deploy.rehearsal;

import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;

/** The engine that process tests run on. */
enum RuntimeChoice {

    /** The rehearsal engine. */
    REHEARSAL {
        @Override
        CamundaProcessTestExtension extension() {
            var engine = EngineProcess.shared();
            return new CamundaProcessTestExtension()
                    .withRuntimeMode(CamundaProcessTestRuntimeMode.REMOTE)
                    .withCamundaClientBuilderOverrides(client -> client.grpcAddress(engine.grpc())
                            .restAddress(engine.http())
                            .preferRestOverGrpc(false))
                    .withRemoteCamundaMonitoringApiAddress(engine.http());
        }
    },

    /** Camunda's own containers. */
    MANAGED {
        @Override
        CamundaProcessTestExtension extension() {
            return new CamundaProcessTestExtension();
        }
    };

    private static final String PROPERTY = "cpt.runtime";

    abstract CamundaProcessTestExtension extension();

    /** What the system property says. */
    static RuntimeChoice fromProperty() {
        return of(System.getProperty(PROPERTY, "rehearsal"));
    }

    static RuntimeChoice of(String word) {
        return switch (word) {
            case "rehearsal" -> REHEARSAL;
            case "managed" -> MANAGED;
            default ->
                throw new IllegalArgumentException(
                        "Expected -D%s to be rehearsal or managed, but found '%s'".formatted(PROPERTY, word));
        };
    }
}
