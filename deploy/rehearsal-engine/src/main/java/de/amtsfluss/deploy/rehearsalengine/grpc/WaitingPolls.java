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
import java.util.concurrent.atomic.AtomicInteger;

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

    private final class Poll {

        private final Wanted wanted;
        private final ServerCallStreamObserver<ActivateJobsResponse> receiver;
        /** How often new work was told; of two questions at the same time the second waits for the first. */
        private final AtomicInteger questions = new AtomicInteger();

        private boolean done;

        Poll(Wanted wanted, ServerCallStreamObserver<ActivateJobsResponse> receiver) {
            this.wanted = wanted;
            this.receiver = receiver;
        }

        void ask() {
            if (questions.getAndIncrement() == 0) {
                send();
            }
        }

        private void send() {
            if (receiver.isCancelled() || isDone()) {
                return;
            }
            var asked = questions.get();
            var unused = JobCommands.activate(wanted)
                    .to(engine.life().engine().commands())
                    .thenAccept(answer -> answered(answer, asked));
        }

        private void answered(Answer answer, int asked) {
            switch (answer) {
                case Answer.Rejected rejected -> finish(() -> receiver.onError(Refusal.of(rejected)));
                case Answer.Accepted accepted -> jobs((JobBatchRecord) accepted.value(), asked);
            }
        }

        private void jobs(JobBatchRecord batch, int asked) {
            if (batch.getJobKeys().isEmpty() && waiting.contains(this)) {
                if (!questions.compareAndSet(asked, 0)) {
                    send();
                }
                return;
            }
            finish(() -> {
                if (!batch.getJobKeys().isEmpty()) {
                    receiver.onNext(reply(batch));
                }
                receiver.onCompleted();
            });
        }

        private static ActivateJobsResponse reply(JobBatchRecord batch) {
            var reply = ActivateJobsResponse.newBuilder();
            var keys = batch.jobKeys().iterator();
            batch.jobs().forEach(job -> reply.addJobs(Replies.job(keys.next().getValue(), job)));
            return reply.build();
        }

        /** Nothing came: the worker asks anew. */
        void end() {
            if (questions.compareAndSet(0, 1)) {
                finish(receiver::onCompleted);
            } else {
                // A question is on its way; its answer ends it.
                waiting.remove(this);
            }
        }

        private synchronized boolean isDone() {
            return done;
        }

        private synchronized void finish(Runnable reply) {
            waiting.remove(this);
            if (!done && !receiver.isCancelled()) {
                done = true;
                reply.run();
            }
        }
    }
}
