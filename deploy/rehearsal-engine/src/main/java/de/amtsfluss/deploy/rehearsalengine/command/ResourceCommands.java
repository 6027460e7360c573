package de.amtsfluss.deploy.rehearsalengine.command;

import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.resource.ResourceDeletionRecord;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.ResourceDeletionIntent;
import java.util.Map;

/** Commands about models, decisions and forms. */
public final class ResourceCommands {

    private ResourceCommands() {}

    /** Deploys resources together: all of them or none. */
    public static Command deploy(Map<String, byte[]> resources) {
        var deployment = new DeploymentRecord();
        resources.forEach((name, content) ->
                deployment.resources().add().setResourceName(name).setResource(content));
        return Command.of(DeploymentIntent.CREATE, deployment);
    }

    /** Deletes a deployed process or graph of decisions. */
    public static Command delete(long key) {
        return Command.of(ResourceDeletionIntent.DELETE, new ResourceDeletionRecord().setResourceKey(key));
    }
}
