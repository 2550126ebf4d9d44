package centrasage.simulator.audit;

import centrasage.simulator.psp.PspBatch;
import centrasage.simulator.psp.PspEvent;
import centrasage.simulator.psp.PspEvent.What;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds what payment providers did against the banks of a Sage 200: each bank has moved by exactly what the batches moved it, beside receipts
 * and refunds; each payout went out once, and reached the bank once; what a provider took for its invoices stands on its supplier account
 * where it has one; nothing carries the references of another.
 */
public final class PayoutAudit {
    /** As Sage's rows of sales receipts and payments are called: what shoppers paid and got is for others to hold. */
    private static final String OF_SALES = "BankEntryTypeSales";

    private static final Map<String, String> CLEARING =
            Map.of("HarbourOnline", "ADY", "K123456", "KLA", "HARBOURPAYPAL", "PPL", "stripe", "STR");

    /** The supplier accounts of the example's settlement.csv, by account and currency. */
    private static final Map<String, String> SUPPLIERS = Map.of("HarbourOnline GBP", "ADYEN");

    private final Books sage;
    private final Map<String, Long> expected = new TreeMap<>();
    private final Map<String, Long> there = new TreeMap<>();
    private final Map<String, Integer> references = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private int payouts;
    private int reached;
    private int paidOff;

    public PayoutAudit(URI sage) {
        this.sage = new Books(sage);
    }

    /**
     * What was found.
     *
     * @param payouts of all batches
     * @param reached rows of transfers in the banks that they are paid to
     * @param paidOff rows of supplier accounts: what was taken for invoices
     * @param violations in words, empty when everything is as it should be
     */
    public record Result(int payouts, int reached, int paidOff, List<String> violations) {}

    public Result check(Collection<PspBatch> batches) throws IOException, InterruptedException {
        batches.forEach(this::expect);
        for (JsonNode company : sage.get("/control/ledger")) {
            company.get("bank").forEach(this::find);
        }
        for (JsonNode company : sage.get("/control/purchases")) {
            company.get("transactions").forEach(this::findOnAccount);
        }
        Map<String, Long> all = new TreeMap<>(expected);
        there.keySet().forEach(bank -> all.putIfAbsent(bank, 0L));
        all.forEach((bank, minor) -> {
            long found = there.getOrDefault(bank, 0L);
            if (found != minor) {
                violations.add(bank + " was moved by " + minor + " by payment providers, and by " + found
                        + " in Sage, in minor units");
            }
        });
        references.forEach((reference, count) -> {
            if (count > 1) {
                violations.add(reference + " stands " + count + " times");
            }
        });
        if (payouts != reached) {
            violations.add(payouts + " payouts, and " + reached + " of them in Sage");
        }
        return new Result(payouts, reached, paidOff, violations);
    }

    private void expect(PspBatch batch) {
        String prefix = CLEARING.get(batch.account());
        String clearing = prefix + batch.currency();
        for (PspEvent event : batch.events()) {
            boolean isTrade = event.what() == What.CAPTURE || event.what() == What.REFUND;
            if (event.what() == What.CARRY) {
                continue;
            }
            if (event.what() == What.INVOICE && event.netMinor() != 0) {
                Optional.ofNullable(SUPPLIERS.get(batch.account() + " " + batch.currency()))
                        .ifPresent(supplier -> move(onAccount(supplier), event.netMinor()));
            }
            if (!isTrade) {
                move(clearing, event.netMinor());
            } else if (event.currency().equals(batch.currency())) {
                move(clearing, event.netMinor() - event.grossMinor());
            } else {
                move(clearing, event.netMinor());
                move(prefix + event.currency(), -event.grossMinor());
            }
            if (event.what() == What.PAYOUT && event.netMinor() != 0) {
                move("BANK" + batch.currency(), -event.netMinor());
                payouts++;
            }
        }
    }

    /** A payment lowers what is owed there. */
    private static String onAccount(String supplier) {
        return "supplier " + supplier;
    }

    private void move(String bank, long minor) {
        expected.merge(bank, minor, Long::sum);
    }

    private void findOnAccount(JsonNode row) {
        String account = onAccount(row.get("supplier_reference").asText());
        there.merge(account, minor(row, "document_gross_value"), Long::sum);
        count(account, row);
        paidOff++;
    }

    private static long minor(JsonNode row, String field) {
        return row.get(field).decimalValue().movePointRight(2).longValueExact();
    }

    private void count(String where, JsonNode row) {
        references.merge(
                where + " " + row.get("reference").asText() + " "
                        + row.get("second_reference").asText(),
                1,
                Integer::sum);
    }

    private void find(JsonNode row) {
        String bank = row.get("bank_code").asText();
        if (bank.startsWith("GIFT") || row.get("bank_transaction_type").asText().startsWith(OF_SALES)) {
            return;
        }
        there.merge(bank, minor(row, "cheque_value"), Long::sum);
        count(bank, row);
        if (bank.startsWith("BANK")) {
            reached++;
        }
    }
}
