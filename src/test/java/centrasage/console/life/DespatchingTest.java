package centrasage.console.life;

import static centrasage.console.Situations.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Shipment;
import centrasage.console.words.Moments;
import centrasage.console.words.Signs;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.posting.Block;
import centrasage.sync.store.Blockage;
import centrasage.sync.store.Posting;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DespatchingTest {
    private static final Posting ORDER = posting(1, PostingKind.ORDER, "10778", PostingState.POSTED);
    private static final Posting FIRST = posting(2, PostingKind.DESPATCH, "10778-1", PostingState.LOCKED);
    private static final Posting SECOND = posting(3, PostingKind.DESPATCH, "10778-2", PostingState.PLANNED);
    private static final Blockage LOCKED =
            new Blockage(new Block(PostingState.LOCKED, NOW, 12, "A. Jones"), 1, NOW.plusSeconds(60));

    private static String next(Map<Long, Blockage> blocked, Posting... postings) {
        return next(false, blocked, postings);
    }

    private static String next(boolean invoiced, Map<Long, Blockage> blocked, Posting... postings) {
        return despatching(blocked).of(Parcel.of("33", List.of(postings), number -> Optional.empty()), invoiced);
    }

    private static Despatching despatching(Map<Long, Blockage> blocked) {
        Moments moments = new Moments(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/London"));
        return new Despatching(new Expectation(moments, Duration.ofMinutes(10), false), new Signs(), blocked);
    }

    @Test
    void a_locked_shipment_says_by_whom_and_what_waits_behind_it_is_told_by_the_lock() {
        assertThat(next(Map.of(2L, LOCKED), ORDER, FIRST, SECOND))
                .startsWith("Shipment 10778-1: Locked in Sage 200 by A. Jones since ")
                .contains("tried 12 times; 1 document waits behind it")
                .doesNotContain("10778-2")
                .doesNotContain("Nothing");
    }

    @Test
    void what_is_parked_lets_the_others_pass_and_each_is_told() {
        Posting parked = posting(2, PostingKind.DESPATCH, "10778-1", PostingState.PARKED);
        Blockage blockage = new Blockage(new Block(PostingState.PARKED, NOW, 1, ""), 0, NOW.plusSeconds(900));
        assertThat(next(Map.of(2L, blockage), ORDER, parked, SECOND))
                .contains("Shipment 10778-1: Parked since ")
                .contains("Shipment 10778-2: Sent to Sage 200 within seconds");
    }

    @Test
    void nothing_more_is_said_only_once_all_parcels_are_done_with() {
        Posting one = posting(2, PostingKind.DESPATCH, "10778-1", PostingState.POSTED);
        Posting two = posting(3, PostingKind.DESPATCH, "10778-2", PostingState.POSTED);
        assertThat(next(Map.of(), ORDER)).startsWith("No despatch is known here yet");
        assertThat(next(Map.of(), ORDER, one, two))
                .isEqualTo(
                        "Nothing more of the 2 parcels that have left: the invoice follows in Sage 200. What leaves later is"
                                + " despatched by itself.");
        assertThat(next(true, Map.of(), ORDER, one, two))
                .isEqualTo(
                        "Nothing more of the 2 parcels that have left: it is invoiced. What leaves later is despatched by"
                                + " itself.");
        assertThat(next(Map.of(), ORDER, one, posting(3, PostingKind.DESPATCH, "10778-2", PostingState.ABANDONED)))
                .startsWith("Nothing more of the parcel that has left")
                .endsWith("One parcel was given up by a person.");
        assertThat(next(Map.of(), ORDER, one, posting(3, PostingKind.DESPATCH, "10778-2", PostingState.REFUSED)))
                .isEqualTo("Shipment 10778-2: Waits for a person: its exception says what to do.");
    }

    @Test
    void while_a_person_is_needed_only_what_goes_on_by_itself_is_told() {
        Posting refused = posting(2, PostingKind.DESPATCH, "10778-1", PostingState.REFUSED);
        List<Parcel> parcels = Parcel.of("33", List.of(ORDER, refused, SECOND), number -> Optional.empty());
        assertThat(despatching(Map.of()).byItself(parcels))
                .startsWith("Shipment 10778-2: Sent")
                .doesNotContain("10778-1");
    }

    @Test
    void of_sages_own_despatch_the_step_that_it_has_come_to_is_shown() {
        Posting made = posting(2, PostingKind.CENTRA_SHIPMENT, "33/0000000012", PostingState.POSTED);
        Posting capture = posting(4, PostingKind.CENTRA_CAPTURE, "33/0000000012", PostingState.WAITING);
        Posting letGo = posting(3, PostingKind.CENTRA_GOOD_TO_GO, "33/0000000012", PostingState.PLANNED);
        assertThat(Parcel.of("33", List.of(ORDER, made, capture, letGo), number -> Optional.empty()))
                .extracting(Parcel::posting)
                .containsExactly(letGo);
        assertThat(next(Map.of(), ORDER, made, letGo)).contains("Sent to Centra within seconds");
    }

    @Test
    void a_parcel_shows_its_carrier_and_consignment_and_amended_tracking_only_while_it_is_open() {
        Shipment shipment = new Shipment(
                9,
                "10778-1",
                10778,
                NOW,
                true,
                NOW,
                new Shipment.Tracking("DHL", "Express", "JD0001"),
                false,
                null,
                new BigDecimal("54.00"),
                "GBP",
                List.of(),
                List.of());
        Posting told = posting(5, PostingKind.DESPATCH_TRACKING, "10778-1/2", PostingState.POSTED);
        Posting stopped = posting(6, PostingKind.DESPATCH_TRACKING, "10778-1/3", PostingState.HELD);
        assertThat(Parcel.of("33", List.of(ORDER, FIRST, told, stopped), number -> Optional.of(shipment)))
                .containsExactly(new Parcel(FIRST, "DHL", "JD0001"), new Parcel(stopped, "", ""));
    }

    private static Posting posting(long id, PostingKind kind, String source, PostingState state) {
        return new Posting(
                id,
                new PostingKey("33", kind, source),
                "33/C10778",
                state,
                NOW,
                1,
                Money.of("54.00", "GBP"),
                LocalDate.of(2026, 11, 23),
                List.of(),
                null,
                null,
                null,
                0,
                null,
                NOW);
    }
}
