package centrasage.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.posting.Planned;
import centrasage.sync.staging.Received;
import centrasage.sync.store.JpaWorld;
import jakarta.batch.runtime.context.JobContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The job {@code retention}: what is old enough is erased, page by page, and nothing younger. */
class ErasePersonalDataTest {
    private final JpaWorld world = new JpaWorld(Duration.ofMinutes(10));

    private static JobContext context() {
        return (JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(), new Class<?>[] {JobContext.class}, (proxy, method, arguments) -> 7L);
    }

    private ErasePersonalData job(Instant now) {
        return new ErasePersonalData(
                world.erasure(), world.runCounts(), context(), Clock.fixed(now, ZoneOffset.UTC), "P2Y");
    }

    private void receive(int first, int last) {
        world.staging()
                .stage(
                        "order",
                        IntStream.rangeClosed(first, last)
                                .mapToObj(number -> new Received(
                                        Integer.toString(number),
                                        "C" + number,
                                        world.time().now(),
                                        "Zoë " + number))
                                .toList(),
                        world.staging().readingBegins());
    }

    @Test
    void what_is_older_than_the_period_is_erased_and_counted() {
        receive(1, 450);
        Instant received = world.time().now();
        job(received.atZone(ZoneOffset.UTC).plus(Period.ofYears(2)).toInstant()).process();
        assertThat(erased()).isZero();
        Instant twoYearsLater = received.atZone(ZoneOffset.UTC)
                .plus(Period.ofYears(2))
                .toInstant()
                .plusMillis(1);
        assertThat(job(twoYearsLater).process()).isEqualTo("COMPLETED");
        assertThat(erased()).isEqualTo(450);
        assertThat(world.runCounts().of(7)).isEqualTo(Map.of("erased", 450L));
        assertThat(world.staging().of("order", "1"))
                .allSatisfy(version -> assertThat(version.text()).isEmpty());
    }

    @Test
    void doing_it_again_erases_nothing_more() {
        receive(1, 3);
        Instant later = world.time().now().plus(Duration.ofDays(1_000));
        job(later).process();
        job(later).process();
        assertThat(world.runCounts().of(7)).containsEntry("erased", 3L);
        assertThat(world.database().column("SELECT id FROM audit_entry WHERE action = 'ERASED'"))
                .hasSize(3);
    }

    @Test
    void an_order_that_is_not_finished_waits_and_keeps_its_address() {
        receive(1, 2);
        PostingKey key = new PostingKey("33", PostingKind.ORDER, "1");
        Money amount = Money.of("9.99", "GBP");
        LocalDate day = LocalDate.of(2026, 11, 23);
        Command command = new Command(key, "33/C1", amount, null, day, "fingerprint", "{}");
        world.record(
                new Planned(key, "33/C1", new DocumentVersion("order", "1", 1), amount, day, new Plan.Post(command)));
        Instant later = world.time().now().plus(Duration.ofDays(1_000));

        job(later).process();

        assertThat(world.runCounts().of(7)).containsEntry("erased", 1L);
        assertThat(world.staging().of("order", "1"))
                .singleElement()
                .satisfies(version -> assertThat(version.text()).isPresent());
        assertThat(world.posting(key).orElseThrow().state()).isEqualTo(PostingState.PLANNED);
    }

    @Test
    void it_can_be_stopped() {
        receive(1, 3);
        ErasePersonalData job = job(world.time().now().plus(Duration.ofDays(1_000)));
        job.stop();
        job.process();
        assertThat(erased()).isZero();
    }

    private int erased() {
        return Integer.parseInt(world.database()
                .column("SELECT COUNT(*) FROM personal_key WHERE wrapped_key IS NULL")
                .get(0));
    }
}
