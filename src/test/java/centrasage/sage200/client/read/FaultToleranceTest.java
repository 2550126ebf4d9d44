package centrasage.sage200.client.read;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sage200.client.SageOrders;
import centrasage.sage200.client.wire.Wire;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads are repeated, counted and turned away; what is turned away is a read that failed. No write is ever repeated. */
class FaultToleranceTest {
    static Stream<Method> reads() {
        return Stream.of(SageReads.class.getDeclaredMethods())
                .filter(method -> List.of("list", "one", "dateValidation").contains(method.getName()));
    }

    @Test
    void all_three_reads_are_looked_at() {
        assertThat(reads()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void a_read_that_is_turned_away_is_a_read_that_failed(Method read) throws Exception {
        assertThat(read.getAnnotation(CircuitBreaker.class).failOn()).containsExactly(Unanswered.class);
        assertThat(read.getAnnotation(Bulkhead.class).value()).isGreaterThanOrEqualTo(100);
        Fallback fallback = read.getAnnotation(Fallback.class);
        assertThat(fallback.applyOn())
                .containsExactlyInAnyOrder(CircuitBreakerOpenException.class, BulkheadException.class);
        Method instead = SageReads.class.getDeclaredMethod(fallback.fallbackMethod(), read.getParameterTypes());
        assertThat(instead.getReturnType()).isEqualTo(read.getReturnType());
        Object[] arguments = Arrays.stream(read.getParameterTypes())
                .map(type -> type == long.class ? 1L : null)
                .toArray();
        assertThat(failure(instead, arguments)).isInstanceOfSatisfying(ReadFailed.class, failed -> {
            assertThat(failed.status()).isZero();
            assertThat(failed.unavailable()).hasMessageContaining("Sage 200 was not asked");
        });
    }

    private static Throwable failure(Method instead, Object[] arguments) throws IllegalAccessException {
        try {
            instead.invoke(new SageReads(), arguments);
            throw new AssertionError("it gave an answer");
        } catch (InvocationTargetException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    @Test
    void retries_end_before_a_lease_does_and_their_times_are_in_one_unit() {
        assertThat(reads().map(read -> read.getAnnotation(Retry.class))).allSatisfy(retry -> {
            assertThat(retry.maxDuration()).isEqualTo(30_000);
            assertThat(retry.durationUnit()).isEqualTo(retry.delayUnit());
            assertThat(retry.delay()).isLessThan(retry.maxDuration());
        });
    }

    @Test
    void nothing_that_writes_is_repeated() {
        assertThat(Stream.of(SageOrders.class.getDeclaredMethods(), Wire.class.getDeclaredMethods())
                        .flatMap(Stream::of)
                        .filter(method -> method.isAnnotationPresent(Retry.class)))
                .isEmpty();
    }
}
