package centrasage.reconcile.entries;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.desk.BusinessException;
import centrasage.desk.BusinessException.Kind;
import centrasage.flow.Owner;
import centrasage.flow.Severity;
import centrasage.money.Money;
import centrasage.sage200.client.SageClients;
import centrasage.sync.store.Posting;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was posted to the ledger and the banks of the Sage simulator is looked for there, night after night. */
class LedgerOfDaysTest {
    private final LedgerWorld world = new LedgerWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private BusinessException only() {
        assertThat(world.open()).hasSize(1);
        return world.open().get(0);
    }

    private static Money pounds(String amount) {
        return Money.of(amount, "GBP");
    }

    @Test
    void what_is_there_as_it_was_posted_is_no_difference() {
        world.receipt("1", "50.00");
        world.refund("1", "10.00");
        world.creditNote("1", "10.00");
        world.giftCard("1", "5.00");
        assertThat(world.reconcile())
                .containsEntry("ledger entries compared", 4L)
                .containsEntry("ledger differences", 0L);
        assertThat(world.told()).isEmpty();
        assertThat(world.look().day(LedgerWorld.DAY, new TreeMap<>()))
                .extracting(EntryRow::word)
                .containsOnly("AGREES");
    }

    @Test
    void a_receipt_that_is_gone_is_told_with_its_money_and_closes_when_it_was_entered_by_hand() {
        Posting receipt = world.receipt("1", "50.00");
        world.refund("2", "10.00");
        world.delete(LedgerWorld.number(receipt));
        world.reconcile();
        BusinessException told = only();
        assertThat(told.kind()).isEqualTo(Kind.ENTRY_MISSING_IN_SAGE);
        assertThat(told.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(told.owner()).isEqualTo(Owner.FINANCE);
        assertThat(told.atRisk()).isEqualTo(pounds("50.00"));
        assertThat(told.headline())
                .startsWith("Payment 1/P101: it was posted as transaction")
                .contains("with the references C1 and 101-PSP");
        assertThat(told.reasons().get(0).remedy()).contains("runbook: restore", "both its references");
        world.reconcile();
        assertThat(world.open()).as("the night after").containsExactly(told);
        world.enterAgain(receipt);
        world.reconcile(LedgerWorld.DAY.plusDays(10));
        assertThat(world.told()).isEmpty();
        assertThat(world.items().of("33/C1"))
                .as("under its new number")
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.urn()).isNotEqualTo(LedgerWorld.number(receipt));
                    assertThat(item.open()).isEqualTo(pounds("50.00"));
                });
        assertThat(world.reconcile()).containsEntry("open items taken over", 0L);
    }

    @Test
    void a_credit_note_that_is_gone_and_was_posted_long_ago_is_found_because_it_is_open() {
        Posting credit = world.creditNote("1", "10.00");
        world.delete(LedgerWorld.number(credit));
        world.reconcile(LedgerWorld.DAY.plusDays(200));
        assertThat(world.told()).containsExactly("ENTRY_MISSING_IN_SAGE 1/R101");
    }

    @Test
    void what_a_gift_card_paid_and_is_not_in_its_bank_any_more_is_told() {
        world.control("snapshot", "{}");
        world.giftCard("1", "5.00");
        world.control("restore", "{}");
        world.reconcile();
        assertThat(only().kind()).isEqualTo(Kind.ENTRY_MISSING_IN_SAGE);
        assertThat(only().headline()).startsWith("Gift card 1/P101");
    }

    @Test
    void another_amount_and_a_second_one_are_told_until_they_are_mended() {
        Posting receipt = world.receipt("1", "50.00");
        world.set(LedgerWorld.number(receipt), "document_gross_value", new BigDecimal("-45.00"));
        Posting refund = world.refund("2", "10.00");
        world.copy(LedgerWorld.number(refund));
        world.reconcile();
        assertThat(world.told()).contains("ENTRY_DIFFERS 1/P101", "ENTRY_DIFFERS 2/P102");
        assertThat(world.open())
                .extracting(BusinessException::headline)
                .anyMatch(words -> words.contains("comes to GBP 45.00, and was posted with GBP 50.00"))
                .anyMatch(words -> words.contains("all carry its references and come to GBP 20.00"));
        world.set(LedgerWorld.number(receipt), "document_gross_value", new BigDecimal("-50.00"));
        world.reconcile();
        assertThat(world.told()).containsExactly("ENTRY_DIFFERS 2/P102");
    }

    @Test
    void a_sage_that_was_put_back_is_told_once_with_all_its_money_and_closes_when_it_is_put_right() {
        world.receipt("1", "50.00");
        world.control("snapshot", "{}");
        for (int order = 2; order <= 23; order++) {
            world.receipt(Integer.toString(order), "10.00");
        }
        world.receipt("24", "5.00");
        world.control("restore", "{}");
        world.reconcile();
        BusinessException told = only();
        assertThat(told.kind()).isEqualTo(Kind.LEDGER_PUT_BACK);
        assertThat(told.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(told.atRisk()).isEqualTo(pounds("225.00"));
        assertThat(told.headline())
                .contains("23 of the 24 entries of ledgers and banks that were posted to it", "GBP 225.00");
        assertThat(told.reasons().get(0).remedy()).contains("runbook restore");
        for (int order = 2; order <= 24; order++) {
            world.enterAgain(world.posting(Integer.toString(order)));
        }
        world.reconcile();
        assertThat(world.told()).isEmpty();
    }

    @Test
    void a_sage_that_does_not_answer_is_silent_and_closes_nothing() {
        Posting receipt = world.receipt("1", "50.00");
        world.delete(LedgerWorld.number(receipt));
        world.reconcile();
        Map<String, String> silent = new TreeMap<>();
        world.look(new SageClients("http://127.0.0.1:1")).reconcile(LedgerWorld.DAY, LedgerWorld.DAY, silent);
        assertThat(silent).containsOnlyKeys("33");
        assertThat(world.told()).containsExactly("ENTRY_MISSING_IN_SAGE 1/P101");
    }
}
