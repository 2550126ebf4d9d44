package centrasage.jobs.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Partner;
import centrasage.flow.Side;
import centrasage.flow.event.SideHeard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Reach reach = new Reach(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void an_outage_lasts_from_the_first_failure_to_the_next_answer_and_tells_the_last_reason() {
        assertThat(reach.outages()).isEmpty();
        reach.heard(SideHeard.fails(Side.SAGE_200, "refused"));
        reach.heard(SideHeard.fails(Side.SAGE_200, "timed out"));
        assertThat(reach.outage(Side.SAGE_200)).contains(new Reach.Outage(Side.SAGE_200, NOON, "timed out"));
        reach.heard(SideHeard.answers(Side.SAGE_200));
        assertThat(reach.outage(Side.SAGE_200)).isEmpty();
    }

    @Test
    void one_side_that_answers_says_nothing_of_the_other() {
        reach.heard(SideHeard.fails(Side.CENTRA, "token"));
        reach.heard(SideHeard.fails(Side.SAGE_200, "refused"));
        reach.heard(SideHeard.answers(Side.CENTRA));
        assertThat(reach.outages()).extracting(Reach.Outage::side).containsExactly(Side.SAGE_200);
        reach.heard(SideHeard.fails(Side.CENTRA, "token"));
        assertThat(reach.outages()).extracting(Reach.Outage::side).containsExactly(Side.SAGE_200, Side.CENTRA);
    }

    @Test
    void another_company_that_answers_says_nothing_of_one_that_is_refused() {
        reach.heard(SideHeard.refuses(Side.SAGE_200, "99", "no such company"));
        reach.heard(SideHeard.answers(Side.SAGE_200, "33"));
        assertThat(reach.outage(Side.SAGE_200)).contains(new Reach.Outage(Side.SAGE_200, NOON, "no such company"));
        reach.heard(SideHeard.answers(Side.SAGE_200, "99"));
        assertThat(reach.outages()).isEmpty();
    }

    @Test
    void who_nothing_can_be_posted_to_is_told_by_system_and_company() {
        reach.heard(SideHeard.refuses(Side.SAGE_200, "99", "no such company"));
        reach.heard(SideHeard.refuses(Side.CENTRA, "write-back", "no permission"));
        assertThat(reach.silent()).containsExactly(new Partner(Side.SAGE_200, "99"));
        reach.heard(SideHeard.refuses(Side.CENTRA, SideHeard.SHIPPING, "no permission"));
        assertThat(reach.silent())
                .containsExactlyInAnyOrder(new Partner(Side.SAGE_200, "99"), Partner.all(Side.CENTRA));
        reach.heard(SideHeard.answers(Side.CENTRA, SideHeard.SHIPPING));
        assertThat(reach.silent()).containsExactly(new Partner(Side.SAGE_200, "99"));
    }

    @Test
    void a_company_that_answers_ends_the_outage_of_the_whole() {
        reach.heard(SideHeard.fails(Side.SAGE_200, "no connection"));
        reach.heard(SideHeard.answers(Side.SAGE_200, "33"));
        assertThat(reach.outages()).isEmpty();
    }

    @Test
    void a_company_that_nobody_asks_for_any_more_is_no_outage() {
        AtomicLong now = new AtomicLong(NOON.toEpochMilli());
        Reach later = new Reach(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(now.get());
            }
        });
        later.heard(SideHeard.refuses(Side.SAGE_200, "99", "no such company"));
        now.addAndGet(Duration.ofMinutes(29).toMillis());
        assertThat(later.outages()).hasSize(1);
        now.addAndGet(Duration.ofMinutes(2).toMillis());
        assertThat(later.outages()).isEmpty();
    }
}
