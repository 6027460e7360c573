package de.amtsfluss.deploy.rehearsalengine.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResult;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultCorrections;
import java.util.ArrayList;

/** Reads what a listener's job wants of the user task: deny what was asked for, or correct it. */
final class ListenerResults {

    private ListenerResults() {}

    static JobResult of(GatewayOuterClass.JobResult request) {
        var result = new JobResult().setDenied(request.getDenied()).setDeniedReason(request.getDeniedReason());
        if (!request.hasCorrections()) {
            return result;
        }
        var asked = request.getCorrections();
        var corrections = new JobResultCorrections();
        var corrected = new ArrayList<String>();
        if (asked.hasAssignee()) {
            corrections.setAssignee(asked.getAssignee());
            corrected.add("assignee");
        }
        if (asked.hasDueDate()) {
            corrections.setDueDate(asked.getDueDate());
            corrected.add("dueDate");
        }
        if (asked.hasFollowUpDate()) {
            corrections.setFollowUpDate(asked.getFollowUpDate());
            corrected.add("followUpDate");
        }
        if (asked.hasCandidateUsers()) {
            corrections.setCandidateUsersList(asked.getCandidateUsers().getValuesList());
            corrected.add("candidateUsersList");
        }
        if (asked.hasCandidateGroups()) {
            corrections.setCandidateGroupsList(asked.getCandidateGroups().getValuesList());
            corrected.add("candidateGroupsList");
        }
        if (asked.hasPriority()) {
            corrections.setPriority(asked.getPriority());
            corrected.add("priority");
        }
        return result.setCorrections(corrections).setCorrectedAttributes(corrected);
    }
}
