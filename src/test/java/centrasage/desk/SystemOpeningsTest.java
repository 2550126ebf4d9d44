package centrasage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemFinding.Kind;
import centrasage.flow.event.SystemMended;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with the application itself stands among the exceptions, and closes by itself where it can. */
class SystemOpeningsTest {
    private final JpaWorld world = new JpaWorld(Duration.ofMinutes(10));
    private final Openings openings = new Openings(DeskBeans.register(world));
    private final Desk desk = DeskBeans.desk(world);

    private void found(Kind kind, String subject, String what) {
        in(() -> {
            openings.found(new SystemFinding(kind, subject, new Reason(kind.name(), Owner.OPERATIONS, what, "Look")));
            return true;
        });
    }

    private void mended(Kind kind, String subject) {
        in(() -> {
            openings.mended(new SystemMended(kind, subject));
            return true;
        });
    }

    private void in(Callable<Boolean> work) {
        assertThat(world.transactions().inNew(work)).isTrue();
    }

    private List<BusinessException> open() {
        return desk.list(new Desk.Filter(BusinessException.State.OPEN, null, null, null), 0, 10);
    }

    @Test
    void a_broken_audit_trail_is_critical_and_comes_first() {
        found(Kind.JOB_FAILED, "job/retention", "The job retention has failed");
        found(Kind.AUDIT_BROKEN, "audit-trail", "The audit trail is broken: rows 4 to 5 are missing at the end");
        assertThat(open()).hasSize(2).first().satisfies(exception -> {
            assertThat(exception.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(exception.owner()).isEqualTo(Owner.OPERATIONS);
            assertThat(exception.headline()).startsWith("The audit trail is broken: rows 4 to 5");
            assertThat(exception.kind().isAboutAnOrder()).isFalse();
            assertThat(exception.atRisk().isZero()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_is_shown_once_for_each_subject(Kind kind) {
        found(kind, "one", "something");
        found(kind, "one", "something else");
        found(kind, "two", "something");
        assertThat(open()).extracting(BusinessException::headline).containsExactly("something else", "something");
    }

    @Test
    void what_a_person_settled_opens_again_only_with_other_words() {
        found(Kind.AUDIT_BROKEN, "audit-trail", "rows 4 to 5 are missing");
        desk.resolve(open().get(0).id(), "anna", "restored on purpose");
        found(Kind.AUDIT_BROKEN, "audit-trail", "rows 4 to 5 are missing");
        assertThat(open()).isEmpty();
        found(Kind.AUDIT_BROKEN, "audit-trail", "row 3 was changed");
        assertThat(open()).hasSize(1);
    }

    @Test
    void a_job_that_failed_is_over_when_it_succeeds_and_comes_again_when_it_fails_again() {
        found(Kind.JOB_FAILED, "job/retention", "The job retention has failed");
        mended(Kind.JOB_FAILED, "job/audit-check");
        assertThat(open()).hasSize(1);
        mended(Kind.JOB_FAILED, "job/retention");
        assertThat(open()).isEmpty();
        found(Kind.JOB_FAILED, "job/retention", "The job retention has failed");
        assertThat(open()).hasSize(1);
    }

    @Test
    void planning_again_helps_nothing_there() {
        found(Kind.AUDIT_BROKEN, "audit-trail", "rows 4 to 5 are missing");
        assertThat(desk.retry(open().get(0).id(), "anna")).isFalse();
    }
}
