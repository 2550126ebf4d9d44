package centrasage.simulator.http;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a handler under its fault: what is committed, when, and what the caller gets to see of it. */
final class FaultyRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FaultyRunner.class);

    private final Faults faults;
    private final WriteLog writes;
    private final ScheduledExecutorService late = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "late-commit");
        thread.setDaemon(true);
        return thread;
    });

    FaultyRunner(Faults faults, WriteLog writes) {
        this.faults = faults;
        this.writes = writes;
    }

    Answer run(Route route, Request request) throws InterruptedException {
        if (route.trafficOf(request) != Route.Traffic.WRITE) {
            return faulty(route, request);
        }
        writes.add(route.identityOf(request), request);
        Kill kill = faults.kills().due(route.identityOf(request), request);
        return kill == null ? faulty(route, request) : deadly(route, request, kill);
    }

    /** A caller that dies meets no other fault: its successor will. */
    private Answer deadly(Route route, Request request, Kill kill) {
        Response response = commit(route, request);
        if (!response.succeeded()) {
            faults.kills().giveBack(kill);
            return Answer.whole(response);
        }
        if (kill.window() == Kill.Window.AFTER_ANSWER) {
            return Answer.deadly(response, kill);
        }
        faults.kills().strike(kill);
        return Answer.dropped();
    }

    private Answer faulty(Route route, Request request) throws InterruptedException {
        Fault fault = faults.draw(route.trafficOf(request), route.identityOf(request), request);
        Thread.sleep(fault.latencyMillis());
        FaultKind kind = fault.kind();
        if (kind == null) {
            return Answer.whole(commit(route, request));
        }
        FaultSettings settings = faults.settings();
        return switch (kind) {
            case LATENCY -> Answer.whole(commit(route, request));
            case HALF_MADE_DRAFT -> Answer.whole(commit(route, request.asHalfMade()));
            case TIMEOUT_AFTER_COMMIT -> silentAfterCommit(route, request, settings);
            case TIMEOUT_BEFORE_COMMIT -> silent(settings);
            case LATE_COMMIT -> commitLater(route, request, fault, settings);
            case GATEWAY_TIMEOUT_AFTER_COMMIT -> lost(route, request, Answer.whole(FaultResponses.gatewayTimeout()));
            case GATEWAY_TIMEOUT_BEFORE_COMMIT -> Answer.whole(FaultResponses.gatewayTimeout());
            case MALFORMED_AFTER_COMMIT -> lost(route, request, Answer.whole(FaultResponses.malformed()));
            case RESET_AFTER_COMMIT -> Answer.cut(commit(route, request));
            case RESET_BEFORE_COMMIT -> Answer.dropped();
            case TOO_MANY_REQUESTS -> Answer.whole(FaultResponses.tooManyRequests(settings, Clock.systemUTC()));
            case UNAUTHORIZED -> Answer.whole(Response.empty(401));
            case SERVER_ERROR -> Answer.whole(FaultResponses.serverError());
            case LOCK -> Answer.whole(settings.lockedBy(settings.text("lockUser"), settings.text("lockWorkstation")));
        };
    }

    private static Answer silentAfterCommit(Route route, Request request, FaultSettings settings)
            throws InterruptedException {
        commit(route, request);
        return silent(settings);
    }

    private static Answer silent(FaultSettings settings) throws InterruptedException {
        Thread.sleep(settings.number("holdMillis"));
        return Answer.dropped();
    }

    private static Answer lost(Route route, Request request, Answer instead) {
        commit(route, request);
        return instead;
    }

    private Answer commitLater(Route route, Request request, Fault fault, FaultSettings settings)
            throws InterruptedException {
        faults.lateCommitPending(+1);
        // Nobody waits for it, and commit() reports what goes wrong in it.
        ScheduledFuture<?> unused =
                late.schedule(() -> commitNow(route, request), fault.commitDelayMillis(), TimeUnit.MILLISECONDS);
        String answer = settings.text("lateCommitAnswer");
        if (answer.equals("hold")) {
            Thread.sleep(settings.number("holdMillis"));
        }
        return answer.equals("504") ? Answer.whole(FaultResponses.gatewayTimeout()) : Answer.dropped();
    }

    private void commitNow(Route route, Request request) {
        try {
            commit(route, request);
        } finally {
            faults.lateCommitPending(-1);
        }
    }

    private static Response commit(Route route, Request request) {
        try {
            return route.handler().handle(request);
        } catch (Refusal refusal) {
            return refusal.response();
        } catch (Exception e) {
            LOG.error("{} {} failed in the simulator", request.method(), request.path(), e);
            return Response.message(500, "The simulator failed: " + e);
        }
    }

    @Override
    public void close() {
        late.shutdownNow();
    }
}
