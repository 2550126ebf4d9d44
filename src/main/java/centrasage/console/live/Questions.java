package centrasage.console.live;

import centrasage.flow.TargetUnavailable;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Questions to the other systems: a few at a time, and nobody waits for an answer for longer than the page says. */
@ApplicationScoped
public class Questions {
    private static final int AT_ONCE = 4;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedExecutorService executor;

    /** An answer that comes later is thrown away, and its place is free only then. */
    public <T> Answer<T> ask(Callable<T> question, Duration patience) {
        if (!places.tryAcquire()) {
            return Answer.none("others ask at this moment; try again in a few seconds");
        }
        Callable<T> asked = () -> {
            try {
                return question.call();
            } finally {
                places.release();
            }
        };
        try {
            return answer(executor.submit(asked), patience);
        } catch (RejectedExecutionException e) {
            places.release();
            return Answer.none("the application is busy or stopping");
        }
    }

    private static <T> Answer<T> answer(Future<T> asked, Duration patience) {
        try {
            return new Answer<>(Optional.of(asked.get(patience.toSeconds(), TimeUnit.SECONDS)), "");
        } catch (TimeoutException e) {
            return Answer.none("there was no answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            return Answer.none(
                    e.getCause() instanceof TargetUnavailable why
                            ? String.valueOf(why.getMessage())
                            : "there was no usable answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.none("the application is stopping");
        }
    }
}
