package de.amtsfluss.processes.engine;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.engine.ModelDeployment.State;
import de.amtsfluss.processes.model.Finding;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready once the models of this version are deployed. */
@Component("models")
@ConditionalOnRole(Role.WORKERS)
class EngineHealth implements HealthIndicator {

    private final ModelDeployment deployment;

    EngineHealth(ModelDeployment deployment) {
        this.deployment = deployment;
    }

    @Override
    public Health health() {
        return switch (deployment.state()) {
            case State.Deployed deployed ->
                Health.up().withDetail("versions", deployed.versions()).build();
            case State.Waiting waiting ->
                Health.down().withDetail("reason", "waiting for the engine").build();
            case State.Refused refused ->
                Health.down()
                        .withDetail("reason", "refused")
                        .withDetail(
                                "findings",
                                refused.findings().stream()
                                        .map(Finding::toString)
                                        .toList())
                        .build();
        };
    }
}
