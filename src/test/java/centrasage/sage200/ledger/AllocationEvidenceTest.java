package centrasage.sage200.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether an allocation of 20.00 was made, by what both histories held before and hold now: in which order they tell it is Sage's. */
class AllocationEvidenceTest {
    private static final NewAllocation OURS =
            new NewAllocation("33", "1001", "1002", Money.of("20.00", "GBP"), LocalDate.of(2026, 11, 23));

    private static OpenEntry entry(String urn, String outstanding, String allocations) {
        List<BigDecimal> values = allocations == null
                ? List.of()
                : Arrays.stream(allocations.split(" ", -1)).map(BigDecimal::new).toList();
        return new OpenEntry(7, urn, 9, new BigDecimal(outstanding), values);
    }

    @ParameterizedTest
    @CsvSource({
        ", 20.00, true",
        ", , false",
        "50.00, 50.00 20.00, true",
        "50.00, 20.00 50.00, true",
        "20.00, 50.00 20.00, false",
        "20.00, 20.00 50.00, false",
        "20.00, 20.00 20.0, true",
        "50.00 20.00, 20.00 20.00, true",
        "50.00 30.00, 20.00, true"
    })
    void an_entry_more_of_its_value_in_both_histories_says_that_it_was_made(String before, String now, boolean made) {
        OpenEntry receipt = entry("1001", "50.00", null);
        String stored = AllocationEvidence.of(OURS, receipt, entry("1002", "80.00", before))
                .toString();
        OpenEntry receiptNow = entry("1001", "30.00", "20.00");
        assertThat(AllocationEvidence.read(stored).isMade(OURS, receiptNow, entry("1002", "60.00", now)))
                .isEqualTo(made);
        assertThat(AllocationEvidence.read(stored).isMade(OURS, receipt, entry("1002", "60.00", now)))
                .as("the other history has none")
                .isFalse();
    }
}
