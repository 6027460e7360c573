package de.amtsfluss.deploy.rehearsalengine.grpc;

import de.amtsfluss.deploy.rehearsalengine.CurrentEngine;
import de.amtsfluss.deploy.rehearsalengine.command.Command;
import de.amtsfluss.deploy.rehearsalengine.command.Document;
import de.amtsfluss.deploy.rehearsalengine.command.EventCommands;
import de.amtsfluss.deploy.rehearsalengine.command.EventCommands.Message;
import de.amtsfluss.deploy.rehearsalengine.command.InstanceCommands;
import de.amtsfluss.deploy.rehearsalengine.command.JobCommands;
import de.amtsfluss.deploy.rehearsalengine.command.ResourceCommands;
import de.amtsfluss.deploy.rehearsalengine.engine.Answer;
import de.amtsfluss.deploy.rehearsalengine.engine.JobStreams;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.*;
import io.camunda.zeebe.msgpack.value.StringValue;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceResultRecord;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationPropertiesImpl;
import io.camunda.zeebe.util.VersionUtil;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The gateway of the engine: one method for each call of the protocol, hence its length. */
public final class GatewayService extends GatewayImplBase implements AutoCloseable {

    private static final String TENANT = "<default>";

    private final CurrentEngine engine;
    private final WaitingPolls polls;
    private final Set<ServerCallStreamObserver<ActivatedJob>> streaming = ConcurrentHashMap.newKeySet();

    /** A gateway of the engine that runs at the time of each call. */
    public GatewayService(CurrentEngine engine) {
        this.engine = engine;
        this.polls = new WaitingPolls(engine);
        engine.onEnd(this::endStreams);
    }

    @Override
    public void topology(TopologyRequest request, StreamObserver<TopologyResponse> receiver) {
        var partition = Partition.newBuilder()
                .setPartitionId(1)
                .setRole(Partition.PartitionBrokerRole.LEADER)
                .setHealth(Partition.PartitionBrokerHealth.HEALTHY);
        receiver.onNext(TopologyResponse.newBuilder()
                .addBrokers(BrokerInfo.newBuilder()
                        .setHost("127.0.0.1")
                        .setVersion(VersionUtil.getVersion())
                        .addPartitions(partition))
                .setClusterSize(1)
                .setPartitionsCount(1)
                .setReplicationFactor(1)
                .setGatewayVersion(VersionUtil.getVersion())
                .build());
        receiver.onCompleted();
    }

    @Override
    public void deployResource(DeployResourceRequest request, StreamObserver<DeployResourceResponse> receiver) {
        Map<String, byte[]> resources = new LinkedHashMap<>();
        request.getResourcesList()
                .forEach(resource ->
                        resources.put(resource.getName(), resource.getContent().toByteArray()));
        run(
                () -> ResourceCommands.deploy(resources),
                receiver,
                done -> Replies.deployed(done.key(), (DeploymentRecord) done.value()));
    }

    @Override
    public void deleteResource(DeleteResourceRequest request, StreamObserver<DeleteResourceResponse> receiver) {
        run(
                () -> ResourceCommands.delete(request.getResourceKey()),
                receiver,
                done -> DeleteResourceResponse.getDefaultInstance());
    }

    @Override
    public void createProcessInstance(
            CreateProcessInstanceRequest request, StreamObserver<CreateProcessInstanceResponse> receiver) {
        run(
                () -> InstanceCommands.create(InstanceRequests.start(request), Document.of(request.getVariables())),
                receiver,
                done -> Replies.created((ProcessInstanceCreationRecord) done.value()));
    }

    @Override
    public void createProcessInstanceWithResult(
            CreateProcessInstanceWithResultRequest request,
            StreamObserver<CreateProcessInstanceWithResultResponse> receiver) {
        var start = request.getRequest();
        run(
                () -> InstanceCommands.createWithResult(
                        InstanceRequests.start(start),
                        Document.of(start.getVariables()),
                        request.getFetchVariablesList()),
                receiver,
                done -> Replies.result((ProcessInstanceResultRecord) done.value()));
    }

    @Override
    public void cancelProcessInstance(
            CancelProcessInstanceRequest request, StreamObserver<CancelProcessInstanceResponse> receiver) {
        run(
                () -> InstanceCommands.cancel(request.getProcessInstanceKey()),
                receiver,
                done -> CancelProcessInstanceResponse.getDefaultInstance());
    }

    @Override
    public void modifyProcessInstance(
            ModifyProcessInstanceRequest request, StreamObserver<ModifyProcessInstanceResponse> receiver) {
        run(
                () -> InstanceCommands.modify(InstanceRequests.modification(request)),
                receiver,
                done -> ModifyProcessInstanceResponse.getDefaultInstance());
    }

    @Override
    public void migrateProcessInstance(
            MigrateProcessInstanceRequest request, StreamObserver<MigrateProcessInstanceResponse> receiver) {
        run(
                () -> InstanceCommands.migrate(InstanceRequests.migration(request)),
                receiver,
                done -> MigrateProcessInstanceResponse.getDefaultInstance());
    }

    @Override
    public void setVariables(SetVariablesRequest request, StreamObserver<SetVariablesResponse> receiver) {
        run(
                () -> InstanceCommands.setVariables(
                        request.getElementInstanceKey(), Document.of(request.getVariables()), request.getLocal()),
                receiver,
                done -> SetVariablesResponse.newBuilder().setKey(done.key()).build());
    }

    @Override
    public void resolveIncident(ResolveIncidentRequest request, StreamObserver<ResolveIncidentResponse> receiver) {
        run(
                () -> InstanceCommands.resolveIncident(request.getIncidentKey()),
                receiver,
                done -> ResolveIncidentResponse.getDefaultInstance());
    }

    @Override
    public void publishMessage(PublishMessageRequest request, StreamObserver<PublishMessageResponse> receiver) {
        var message = new Message(
                request.getName(),
                request.getCorrelationKey(),
                Duration.ofMillis(request.getTimeToLive()),
                request.getMessageId());
        run(
                () -> EventCommands.publish(message, Document.of(request.getVariables())),
                receiver,
                done -> PublishMessageResponse.newBuilder()
                        .setKey(done.key())
                        .setTenantId(TENANT)
                        .build());
    }

    @Override
    public void broadcastSignal(BroadcastSignalRequest request, StreamObserver<BroadcastSignalResponse> receiver) {
        run(
                () -> EventCommands.broadcast(request.getSignalName(), Document.of(request.getVariables())),
                receiver,
                done -> BroadcastSignalResponse.newBuilder()
                        .setKey(done.key())
                        .setTenantId(TENANT)
                        .build());
    }

    @Override
    public void evaluateDecision(EvaluateDecisionRequest request, StreamObserver<EvaluateDecisionResponse> receiver) {
        var key = request.getDecisionKey() == 0 ? -1 : request.getDecisionKey();
        run(
                () -> EventCommands.evaluate(key, request.getDecisionId(), Document.of(request.getVariables())),
                receiver,
                done -> Replies.evaluated(done.key(), (DecisionEvaluationRecord) done.value()));
    }

    @Override
    public void activateJobs(ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> receiver) {
        polls.add(request, (ServerCallStreamObserver<ActivateJobsResponse>) receiver);
    }

    @Override
    public void streamActivatedJobs(StreamActivatedJobsRequest request, StreamObserver<ActivatedJob> receiver) {
        var call = (ServerCallStreamObserver<ActivatedJob>) receiver;
        var worker = BufferUtil.wrapString(request.getWorker());
        var properties = new JobActivationPropertiesImpl()
                .setWorker(worker, 0, worker.capacity())
                .setTimeout(request.getTimeout())
                .setTenantIds(List.of(TENANT))
                .setFetchVariables(request.getFetchVariableList().stream()
                        .map(StringValue::new)
                        .toList());
        var stream = new JobStreams.Stream(properties, (key, job) -> push(call, key, job));
        call.setOnCancelHandler(() -> {
            streaming.remove(call);
            engine.life().engine().jobStreams().remove(request.getType(), stream);
        });
        streaming.add(call);
        engine.life().engine().jobStreams().add(request.getType(), stream);
    }

    /** Workers open their streams anew at the next engine. */
    private void endStreams() {
        streaming.forEach(call -> {
            synchronized (call) {
                if (!call.isCancelled()) {
                    call.onCompleted();
                }
            }
        });
        streaming.clear();
    }

    private static boolean push(
            ServerCallStreamObserver<ActivatedJob> call,
            long key,
            io.camunda.zeebe.protocol.impl.record.value.job.JobRecord job) {
        synchronized (call) {
            if (call.isCancelled()) {
                return false;
            }
            call.onNext(Replies.job(key, job));
            return true;
        }
    }

    @Override
    public void completeJob(CompleteJobRequest request, StreamObserver<CompleteJobResponse> receiver) {
        run(
                () -> JobCommands.complete(
                        request.getJobKey(),
                        Document.of(request.getVariables()),
                        request.hasResult() ? ListenerResults.of(request.getResult()) : null),
                receiver,
                done -> CompleteJobResponse.getDefaultInstance());
    }

    @Override
    public void failJob(FailJobRequest request, StreamObserver<FailJobResponse> receiver) {
        run(
                () -> JobCommands.fail(
                        request.getJobKey(),
                        request.getRetries(),
                        request.getErrorMessage(),
                        Duration.ofMillis(request.getRetryBackOff()),
                        Document.of(request.getVariables())),
                receiver,
                done -> FailJobResponse.getDefaultInstance());
    }

    @Override
    public void throwError(ThrowErrorRequest request, StreamObserver<ThrowErrorResponse> receiver) {
        run(
                () -> JobCommands.throwError(
                        request.getJobKey(),
                        request.getErrorCode(),
                        request.getErrorMessage(),
                        Document.of(request.getVariables())),
                receiver,
                done -> ThrowErrorResponse.getDefaultInstance());
    }

    @Override
    public void updateJobRetries(UpdateJobRetriesRequest request, StreamObserver<UpdateJobRetriesResponse> receiver) {
        run(
                () -> JobCommands.updateRetries(request.getJobKey(), request.getRetries()),
                receiver,
                done -> UpdateJobRetriesResponse.getDefaultInstance());
    }

    @Override
    public void updateJobTimeout(UpdateJobTimeoutRequest request, StreamObserver<UpdateJobTimeoutResponse> receiver) {
        run(
                () -> JobCommands.updateTimeout(request.getJobKey(), Duration.ofMillis(request.getTimeout())),
                receiver,
                done -> UpdateJobTimeoutResponse.getDefaultInstance());
    }

    private <T> void run(Supplier<Command> command, StreamObserver<T> receiver, Function<Answer.Accepted, T> reply) {
        Command made;
        try {
            made = command.get();
        } catch (RuntimeException bad) {
            receiver.onError(Refusal.ofBadInput(bad));
            return;
        }
        var unused = made.to(engine.life().engine().commands()).thenAccept(answer -> {
            switch (answer) {
                case Answer.Accepted accepted -> {
                    receiver.onNext(reply.apply(accepted));
                    receiver.onCompleted();
                }
                case Answer.Rejected rejected -> receiver.onError(Refusal.of(rejected));
            }
        });
    }

    @Override
    public void close() {
        polls.close();
    }
}
