package centrasage.dispatch.post;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Finding;
import centrasage.money.Money;
import centrasage.sage200.Despatch;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.OpenOrder;
import centrasage.sage200.client.SageDespatches.There;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One red of two ordered, in parcel 10234-1: what Sage shows, and what it means. */
class DespatchMatchTest {
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final NewDespatch PARCEL = new NewDespatch(
            "33",
            "C10234",
            "10234-1",
            LocalDate.of(2026, 11, 23),
            List.of(new NewDespatch.Line("RED", 0, ONE, "HOME")),
            new NewDespatch.Tracking("DHL", "JD1"),
            1,
            Money.of("20", "GBP"));

    private static Finding judge(String evidence, There there) {
        return new DespatchMatch(PARCEL, evidence, Map.of("HOME", 1L)).judge(there);
    }

    private static OpenOrder order(String status, int despatched) {
        return new OpenOrder(
                7,
                "0000000231",
                "C10234",
                "EnumDocumentStatus" + status,
                false,
                List.of(new OpenOrder.Line(
                        11, "RED", BigDecimal.valueOf(2), BigDecimal.valueOf(despatched), null, 1L)));
    }

    private static Despatch despatch(long id, String notes) {
        return new Despatch(id, "000" + id, "jsmith", notes, "DHL", "JD1", Map.of(11L, ONE));
    }

    private static There there(OpenOrder order, Despatch... despatches) {
        return new There(List.of(order), List.of(despatches));
    }

    /** As it was read before anything was sent. */
    private static String before(There there) {
        return ((Finding.Absent) judge("", there)).evidence();
    }

    @Test
    void a_despatch_with_its_number_in_the_notes_is_ours_whatever_else_is_written_there() {
        assertThat(judge("", there(order("Live", 1), despatch(1, "10234-1")))).isInstanceOf(Finding.Found.class);
        assertThat(judge("", there(order("Live", 1), despatch(1, "left at neighbour; 10234-1 DHL"))))
                .isInstanceOf(Finding.Found.class);
        assertThat(judge("", there(order("Live", 1), despatch(1, "10234-11")))).isInstanceOf(Finding.Absent.class);
        assertThat(judge("", there(order("Live", 1), despatch(1, "110234-1")))).isInstanceOf(Finding.Absent.class);
    }

    @Test
    void two_with_its_number_are_one_too_many_and_other_content_is_not_adopted() {
        assertThat(judge("", there(order("Live", 2), despatch(1, "10234-1"), despatch(2, "10234-1"))))
                .isInstanceOf(Finding.Several.class);
        Despatch two = new Despatch(1, "0001", "", "10234-1", "", "", Map.of(11L, BigDecimal.valueOf(2)));
        Finding finding = judge("", there(order("Live", 2), two));
        assertThat(finding).isInstanceOf(Finding.Different.class);
        assertThat(((Finding.Different) finding).reason().what()).contains("holds 2 of RED, the shipment 1 of RED");
    }

    @Test
    void one_that_is_sold_in_dozens_is_ours_whether_sage_tells_dozens_or_pieces() {
        OpenOrder dozens = new OpenOrder(
                7,
                "0000000231",
                "C10234",
                "EnumDocumentStatusLive",
                false,
                List.of(new OpenOrder.Line(11, "RED", BigDecimal.valueOf(2), ONE, BigDecimal.valueOf(24), 1L)));
        Despatch inPieces = new Despatch(1, "0001", "", "10234-1", "", "", Map.of(11L, BigDecimal.valueOf(12)));
        assertThat(judge("", there(dozens, despatch(1, "10234-1")))).isInstanceOf(Finding.Found.class);
        assertThat(judge("", there(dozens, inPieces))).isInstanceOf(Finding.Found.class);
    }

    @Test
    void before_anything_is_sent_somebody_elses_part_despatch_is_no_hindrance() {
        assertThat(judge("", there(order("Live", 1), despatch(1, "by hand")))).isInstanceOf(Finding.Absent.class);
        Finding none = judge("", there(order("Complete", 2), despatch(1, "by hand"), despatch(2, "")));
        assertThat(((Finding.Different) none).reason().code()).isEqualTo("NOT_OUTSTANDING");
    }

    @Test
    void after_a_doubt_nothing_moved_means_that_nothing_was_done() {
        String evidence = before(there(order("Live", 0)));
        assertThat(judge(evidence, there(order("Live", 0)))).isInstanceOf(Finding.Absent.class);
    }

    @Test
    void after_a_doubt_what_moved_without_a_number_is_a_persons_to_say() {
        String evidence = before(there(order("Live", 0)));
        Finding finding = judge(evidence, there(order("Live", 1), despatch(5, "by hand")));
        assertThat(finding).isInstanceOf(Finding.Different.class);
        assertThat(((Finding.Different) finding).reason())
                .satisfies(reason -> assertThat(reason.code()).isEqualTo("DESPATCH_WITHOUT_NUMBER"))
                .satisfies(reason -> assertThat(reason.what()).contains("0005 by jsmith"));
    }

    @Test
    void after_a_doubt_an_equal_parcel_of_the_same_order_explains_itself() {
        String evidence = before(there(order("Live", 0)));
        assertThat(judge(evidence, there(order("Live", 1), despatch(5, "10234-2"))))
                .isInstanceOf(Finding.Absent.class);
        String afterTheOther = before(there(order("Live", 1), despatch(5, "10234-2")));
        assertThat(judge(afterTheOther, there(order("Live", 1), despatch(5, "10234-2"))))
                .isInstanceOf(Finding.Absent.class);
        assertThat(judge(afterTheOther, there(order("Live", 2), despatch(5, "10234-2"), despatch(6, ""))))
                .isInstanceOf(Finding.Different.class);
    }

    @Test
    void an_order_that_somebody_stopped_is_waited_for_and_one_that_is_gone_is_told() {
        assertThat(judge("", there(order("OnHold", 0)))).isInstanceOf(Finding.Blocked.class);
        assertThat(judge("", there(order("Dispute", 0)))).isInstanceOf(Finding.Blocked.class);
        Finding cancelled = judge("", there(order("Cancelled", 0)));
        assertThat(((Finding.Different) cancelled).reason().code()).isEqualTo("ORDER_NOT_IN_SAGE");
        There twice = new There(List.of(order("Live", 0), order("Live", 0)), List.of());
        assertThat(((Finding.Different) judge("", twice)).reason().code()).isEqualTo("SEVERAL_ORDERS_IN_SAGE");
    }

    @Test
    void what_is_read_before_is_kept_word_for_word() {
        String evidence = before(there(order("Live", 1), despatch(5, "10234-2")));
        assertThat(DespatchEvidence.read(evidence).text()).isEqualTo(evidence);
        assertThat(DespatchEvidence.read(evidence).picked().order()).isEqualTo(7);
    }
}
