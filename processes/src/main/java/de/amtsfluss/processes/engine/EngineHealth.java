package de.amtsfluss.processes.engine;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
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
            case DEPLOYED -> Health.up().build();
            case WAITING ->
                Health.down().withDetail("reason", "waiting for the engine").build();
            case REFUSED ->
                Health.down()
                        .withDetail("reason", "the engine refused the models")
                        .build();
        };
    }
}
