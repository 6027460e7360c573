package de.amtsfluss.deploy.rehearsalengine.rest;

import de.amtsfluss.deploy.rehearsalengine.CurrentEngine;
import de.amtsfluss.deploy.rehearsalengine.command.UserTaskCommands;
import de.amtsfluss.deploy.rehearsalengine.command.UserTaskCommands.Change;
import java.util.List;

/** Commands about native user tasks. */
final class UserTaskRoutes {

    private final EngineCalls calls;

    UserTaskRoutes(CurrentEngine engine) {
        this.calls = new EngineCalls(engine);
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/v2/user-tasks/{key}/assignment", this::assign),
                Route.of(
                        "DELETE",
                        "/v2/user-tasks/{key}/assignee",
                        call -> calls.run(UserTaskCommands.unassign(call.key("key")))),
                Route.of("PATCH", "/v2/user-tasks/{key}", this::update),
                Route.of("POST", "/v2/user-tasks/{key}/completion", this::complete));
    }

    private Reply assign(Call call) {
        var assignee = call.text("assignee");
        if (assignee == null || assignee.isBlank()) {
            throw new BadRequestException("Expected 'assignee' to name somebody, but it is empty");
        }
        var override = call.truth("allowOverride", true);
        return calls.run(UserTaskCommands.assign(
                call.key("key"), assignee, override, call.text("action", override ? "assign" : "claim")));
    }

    private Reply update(Call call) {
        var changes = call.inside("changeset");
        var priority = changes.body().path("priority");
        return calls.run(UserTaskCommands.update(
                call.key("key"),
                new Change(
                        changes.texts("candidateGroups"),
                        changes.texts("candidateUsers"),
                        changes.text("dueDate"),
                        changes.text("followUpDate"),
                        priority.isInt() ? priority.intValue() : null),
                call.text("action", "update")));
    }

    private Reply complete(Call call) {
        return calls.run(UserTaskCommands.complete(call.key("key"), call.variables(), call.text("action", "complete")));
    }
}
