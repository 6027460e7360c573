package de.amtsfluss.deploy.rehearsalengine.grpc;

import de.amtsfluss.deploy.rehearsalengine.CurrentEngine;
import de.amtsfluss.deploy.rehearsalengine.command.JobCommands;
import de.amtsfluss.deploy.rehearsalengine.command.JobCommands.Wanted;
import de.amtsfluss.deploy.rehearsalengine.engine.Answer;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps the requests of workers for which there is no job yet, and asks again when one has come. */
final class WaitingPolls implements AutoCloseable {

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(10);

    private final CurrentEngine engine;
    private final Set<Poll> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("waiting-polls").factory());

    WaitingPolls(CurrentEngine engine) {
        this.engine = engine;
        engine.onBegin(life -> life.engine()
                .jobStreams()
                .onWork(type -> waiting.stream()
                        .filter(poll -> poll.wanted.type().equals(type))
                        .forEach(poll -> timer.execute(poll::ask))));
        engine.onEnd(() -> waiting.forEach(Poll::end));
    }

    void add(ActivateJobsRequest request, ServerCallStreamObserver<ActivateJobsResponse> receiver) {
        var wanted = new Wanted(
                request.getType(),
                request.getWorker(),
                Duration.ofMillis(request.getTimeout()),
                request.getMaxJobsToActivate(),
                request.getFetchVariableList());
        var poll = new Poll(wanted, receiver);
        // As in Camunda's gateway, a negative time means not to wait at all.
        var wait = request.getRequestTimeout() == 0 ? DEFAULT_WAIT : Duration.ofMillis(request.getRequestTimeout());
        if (wait.isPositive()) {
            waiting.add(poll);
            receiver.setOnCancelHandler(() -> waiting.remove(poll));
            var unused = timer.schedule(poll::end, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
        poll.ask();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** One request. It asks once at a time, and once more if new work was told of meanwhile. */
    private final class Poll {

        private final Wanted wanted;
        private final ServerCallStreamObserver<ActivateJobsResponse> receiver;
        private boolean asking;
        private boolean again;
        private boolean over;
        private boolean done;

        Poll(Wanted wanted, ServerCallStreamObserver<ActivateJobsResponse> receiver) {
            this.wanted = wanted;
            this.receiver = receiver;
        }

        synchronized void ask() {
            if (asking) {
                again = true;
            } else if (!done && !receiver.isCancelled()) {
                asking = true;
                send();
            }
        }

        private void send() {
            again = false;
            var unused = JobCommands.activate(wanted)
                    .to(engine.life().engine().commands())
                    .thenAccept(this::answered);
        }

        private synchronized void answered(Answer answer) {
            switch (answer) {
                case Answer.Rejected rejected -> finish(() -> receiver.onError(Refusal.of(rejected)));
                case Answer.Accepted accepted -> {
                    var batch = (JobBatchRecord) accepted.value();
                    if (!batch.getJobKeys().isEmpty()) {
                        finish(() -> {
                            receiver.onNext(reply(batch));
                            receiver.onCompleted();
                        });
                    } else if (over || !waiting.contains(this)) {
                        finish(receiver::onCompleted);
                    } else if (again) {
                        send();
                    } else {
                        asking = false;
                    }
                }
            }
        }

        private static ActivateJobsResponse reply(JobBatchRecord batch) {
            var reply = ActivateJobsResponse.newBuilder();
            var keys = batch.jobKeys().iterator();
            batch.jobs().forEach(job -> reply.addJobs(Replies.job(keys.next().getValue(), job)));
            return reply.build();
        }

        /** Nothing came in time: the worker asks anew. A question that is on its way is answered first. */
        synchronized void end() {
            over = true;
            if (!asking) {
                finish(receiver::onCompleted);
            }
        }

        private void finish(Runnable reply) {
            waiting.remove(this);
            asking = false;
            if (!done && !receiver.isCancelled()) {
                done = true;
                reply.run();
            }
        }
    }
}
