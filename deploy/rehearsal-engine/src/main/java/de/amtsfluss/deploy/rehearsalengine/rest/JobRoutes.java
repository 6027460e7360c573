package de.amtsfluss.deploy.rehearsalengine.rest;

import de.amtsfluss.deploy.rehearsalengine.CurrentEngine;
import de.amtsfluss.deploy.rehearsalengine.command.JobCommands;
import java.time.Duration;
import java.util.List;

/** Commands about jobs. */
final class JobRoutes {

    private final EngineCalls calls;

    JobRoutes(CurrentEngine engine) {
        this.calls = new EngineCalls(engine);
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/v2/jobs/{key}/completion", this::complete),
                Route.of("POST", "/v2/jobs/{key}/failure", this::fail),
                Route.of("POST", "/v2/jobs/{key}/error", this::throwError),
                Route.of("PATCH", "/v2/jobs/{key}", this::update));
    }

    private Reply complete(Call call) {
        if (call.body().path("result").isObject()) {
            throw new BadRequestException("Expected a job without 'result', but found one; complete it by gRPC");
        }
        return calls.run(JobCommands.complete(call.key("key"), call.variables(), null));
    }

    private Reply fail(Call call) {
        return calls.run(JobCommands.fail(
                call.key("key"),
                Math.toIntExact(call.number("retries", 0)),
                call.text("errorMessage", ""),
                Duration.ofMillis(call.number("retryBackOff", 0)),
                call.variables()));
    }

    private Reply throwError(Call call) {
        return calls.run(JobCommands.throwError(
                call.key("key"), call.text("errorCode", ""), call.text("errorMessage", ""), call.variables()));
    }

    private Reply update(Call call) {
        var changes = call.inside("changeset");
        var retries = changes.number("retries", -1);
        var timeout = changes.number("timeout", -1);
        return calls.run(JobCommands.update(
                call.key("key"), retries < 0 ? null : Math.toIntExact(retries), timeout < 0 ? null : timeout));
    }
}
