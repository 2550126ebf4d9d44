package centrasage.sync.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import jakarta.batch.runtime.context.JobContext;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failed run says of itself. */
class FailingTest {
    private final AtomicReference<String> exitStatus = new AtomicReference<>("");
    private final JobContext context = (JobContext) Proxy.newProxyInstance(
            JobContext.class.getClassLoader(), new Class<?>[] {JobContext.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("setExitStatus")) {
                    exitStatus.set((String) arguments[0]);
                }
                return null;
            });

    @Test
    void what_was_written_for_people_is_told_as_it_is() {
        assertThatThrownBy(() -> Failing.telling(context, () -> {
                    throw new TargetUnavailable("Sage 200 is away; call the Sage partner");
                }))
                .isInstanceOf(TargetUnavailable.class);
        assertThat(exitStatus.get()).isEqualTo("FAILED: Sage 200 is away; call the Sage partner");
    }

    @Test
    void of_anything_else_kind_and_place_are_told_and_never_its_message() {
        assertThatThrownBy(() -> Failing.doing(context, () -> {
                    throw new IllegalStateException(
                            "order of Zoë Müller", new SQLException("Value too long: 'Zoë Müller, 1 High Street'"));
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(exitStatus.get())
                .startsWith(
                        "FAILED: something that nobody foresaw (IllegalStateException by SQLException at sync.runs.FailingTest")
                .contains(", line ", "the log has it all", "send the log")
                .doesNotContain("Zoë");
    }

    /** H2: lock timeout; SQL Server: victim of a deadlock, lock timeout. */
    @ParameterizedTest
    @ValueSource(ints = {50200, 1205, 1222})
    void that_another_was_faster_is_told_as_such(int code) {
        SQLException lost = new SQLException("timeout on 'Zoë Müller'", "HYT00", code);
        assertThat(Failing.words(new IllegalStateException("the plan of an order", lost)))
                .startsWith("FAILED: another job or node was writing the same documents")
                .contains("the next run tries again", "schedule.*")
                .doesNotContain("Zoë");
    }

    @Test
    void it_fits_into_the_job_repository() {
        assertThat(Failing.words(new TargetUnavailable("x".repeat(2000)))).hasSize(500);
    }

    @Test
    void work_that_succeeds_says_nothing() {
        assertThat(Failing.<String, RuntimeException>telling(context, () -> "COMPLETED"))
                .isEqualTo("COMPLETED");
        assertThat(exitStatus.get()).isEmpty();
    }
}
