package de.amtsfluss.deploy.rehearsalengine.command;

import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.util.List;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Commands about native user tasks. */
public final class UserTaskCommands {

    private UserTaskCommands() {}

    /** Completes a task. */
    public static Command complete(long key, DirectBuffer variables, String action) {
        return new Command(
                UserTaskIntent.COMPLETE,
                key,
                new UserTaskRecord().setUserTaskKey(key).setVariables(variables).setAction(action));
    }

    /** Gives a task to somebody; without override only one that nobody has. */
    public static Command assign(long key, String assignee, boolean override, String action) {
        return new Command(
                override ? UserTaskIntent.ASSIGN : UserTaskIntent.CLAIM,
                key,
                new UserTaskRecord().setUserTaskKey(key).setAssignee(assignee).setAction(action));
    }

    /** Takes a task back from whoever has it. */
    public static Command unassign(long key) {
        return new Command(
                UserTaskIntent.ASSIGN,
                key,
                new UserTaskRecord().setUserTaskKey(key).unsetAssignee().setAction("unassign"));
    }

    /**
     * What to change at a task; nothing leaves it as it is.
     *
     * @param candidateGroups who may take it, by group
     * @param candidateUsers who may take it, by name
     * @param dueDate when it is due, ISO 8601, or empty for never
     * @param followUpDate when to look at it again, ISO 8601, or empty for never
     * @param priority from 0 to 100
     */
    public record Change(
            @Nullable List<String> candidateGroups,
            @Nullable List<String> candidateUsers,
            @Nullable String dueDate,
            @Nullable String followUpDate,
            @Nullable Integer priority) {}

    /** Changes a task. */
    public static Command update(long key, Change change, String action) {
        var task = new UserTaskRecord().setUserTaskKey(key).setAction(action);
        if (change.candidateGroups() != null) {
            task.setCandidateGroupsList(change.candidateGroups()).setCandidateGroupsChanged();
        }
        if (change.candidateUsers() != null) {
            task.setCandidateUsersList(change.candidateUsers()).setCandidateUsersChanged();
        }
        if (change.dueDate() != null) {
            task.setDueDate(change.dueDate()).setDueDateChanged();
        }
        if (change.followUpDate() != null) {
            task.setFollowUpDate(change.followUpDate()).setFollowUpDateChanged();
        }
        if (change.priority() != null) {
            task.setPriority(change.priority()).setPriorityChanged();
        }
        return new Command(UserTaskIntent.UPDATE, key, task);
    }
}
