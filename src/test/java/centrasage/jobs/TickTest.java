package centrasage.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.transaction.SystemException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An executor never calls again what once threw: so nothing that happens by the clock may throw anything at all. */
class TickTest {
    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("the database is away"), new StackOverflowError(), new SystemException());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatever_goes_wrong_the_next_tick_comes(Throwable failure) {
        AtomicInteger worked = new AtomicInteger();
        Tick tick = new Tick("a test", () -> {
            worked.incrementAndGet();
            TickTest.<RuntimeException>sneak(failure);
        });
        assertThatCode(tick::run).doesNotThrowAnyException();
        assertThatCode(tick::run).doesNotThrowAnyException();
        assertThat(worked).hasValue(2);
    }

    /** As an interceptor does, which is called where nothing is declared. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }
}
