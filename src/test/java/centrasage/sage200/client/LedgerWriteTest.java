package centrasage.sage200.client;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.signin.SageAuthorization;
import centrasage.sage200.client.wire.SageSettings;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.MoneyEntry;
import centrasage.sync.circuit.Cause;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a write to the ledger is called where Sage refuses it: what is its own must not tell one cause from another. */
class LedgerWriteTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static Cause refused(String order, String second, String amount) {
        SageSettings settings = Given.settings("http://127.0.0.1:1");
        SageReads reads = new SageReads(settings, SageAuthorization.NONE);
        MoneyEntry entry = new MoneyEntry(
                EntryKind.RECEIPT, "33", "CENTGBP1", "ADYGBP", "C" + order, second, DAY, Money.of(amount, "GBP"));
        SageLedger ledger = new SageLedger(settings, reads, SageAuthorization.NONE, Optional.empty());
        String name = new LedgerWrite(ledger, reads, entry, Optional.empty()).name();
        return Cause.of(
                new Cause.Own(
                        new PostingKey("33", PostingKind.RECEIPT, order + "/P1"),
                        "33/C" + order,
                        amount,
                        DAY.toString()),
                PostingState.REFUSED,
                List.of(new Reason("REFUSED_BY_SAGE", Owner.FINANCE, "Sage 200 refused " + name + ": no", "Ask")));
    }

    @Test
    void receipts_that_are_refused_for_the_same_are_of_one_cause() {
        assertThat(refused("10234", "25OF-DP65HT67ZJQGHHP", "59.90").fingerprint())
                .isEqualTo(refused("10777", "9Z-8836", "20.00").fingerprint());
    }
}
