package centrasage.orders.document;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.orders.plan.OrderDraft;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands on the parcel and its papers: each part changes with what is in it, and with nothing else. */
class PrintedPartsTest {
    private final OrderDraft draft = OrderDraft.ordinary();
    private final Map<String, String> before = PrintedParts.of(draft.build());

    private void onlyOther(String part) {
        Map<String, String> now = PrintedParts.of(draft.build());
        assertThat(now.keySet())
                .filteredOn(name -> !String.valueOf(now.get(name)).equals(before.get(name)))
                .containsExactly(part);
    }

    /** A text that is made otherwise needs another {@code Marks.WAY}: each posted order would be told as changed. */
    @Test
    void the_delivery_address_is_all_that_stands_on_the_label() {
        assertThat(before).containsEntry(PrintedParts.ADDRESS, "Olivia Smith\n14 Rose Street\nBath\nBA1 2QT\nGB");
        draft.address.address1 = "1 Changed Street";
        onlyOther(PrintedParts.ADDRESS);
    }

    @Test
    void a_second_line_of_the_street_is_part_of_the_address() {
        draft.address.address2 = "Flat 2";
        onlyOther(PrintedParts.ADDRESS);
    }

    @Test
    void how_to_reach_the_customer_is_a_part_of_its_own() {
        draft.address.email = "liv@example.com";
        onlyOther(PrintedParts.CONTACT);
    }

    @Test
    void a_comment_of_a_line_is_a_comment() {
        draft.with(OrderDraft.like(draft.lines.get(0), "ProductOrderLine", 1, 0, "engrave: Liv"));
        onlyOther(PrintedParts.COMMENTS);
    }

    @Test
    void spaces_a_status_and_a_payment_change_nothing() {
        draft.address.address1 = " 14  Rose Street ";
        draft.status = "SHIPPED";
        draft.paid();
        assertThat(PrintedParts.of(draft.build())).isEqualTo(before);
    }

    @Test
    void an_address_that_does_not_fit_counts_to_its_last_word() {
        draft.address.city = "A very long name ".repeat(8) + "end";
        Map<String, String> first = PrintedParts.of(draft.build());
        draft.address.city = "A very long name ".repeat(8) + "other";
        assertThat(PrintedParts.of(draft.build()).get(PrintedParts.ADDRESS))
                .isNotEqualTo(first.get(PrintedParts.ADDRESS));
    }
}
