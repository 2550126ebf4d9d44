package centrasage.payments.allocate;

import centrasage.flow.AllocationNumber;
import centrasage.flow.Command;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sha256;
import centrasage.sage200.ledger.NewAllocation;
import jakarta.json.Json;

/** Planned allocations as commands of their own, named by the pair. */
final class AllocationCommands {
    private AllocationCommands() {}

    /**
     * @param order Centra's number of it
     * @param object the order with all that follows from it
     */
    static Command of(NewAllocation allocation, String order, String object) {
        AllocationNumber number = new AllocationNumber(order, allocation.credit(), allocation.debit());
        String text = text(allocation);
        return new Command(
                new PostingKey(allocation.company(), PostingKind.ALLOCATION, number.toString()),
                object,
                allocation.value(),
                null,
                allocation.date(),
                Sha256.hex(text),
                text);
    }

    /** For whoever reads the store. */
    private static String text(NewAllocation allocation) {
        return Json.createObjectBuilder()
                .add("credit", allocation.credit())
                .add("debit", allocation.debit())
                .add("amount", allocation.value().amount().toString())
                .add("currency", allocation.value().currency().getCurrencyCode())
                .add("date", allocation.date().toString())
                .build()
                .toString();
    }
}
