package centrasage.settlements.plan;

import centrasage.flow.PostingKind;
import centrasage.mapping.InForce;
import centrasage.money.Money;
import centrasage.sage200.ledger.SupplierPayment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a provider has taken for its own invoice, where {@code settlement.csv} names the account that it has as a supplier: paid off that
 * account instead of booked as a cost, never both. One that was sent stays what it was sent as.
 */
final class SupplierDeduction {
    private final ToPost batch;
    private final InForce mappings;
    private final Function<SupplierPayment, String> text;

    /** @param text writes a payment down as the JSON text of a command */
    SupplierDeduction(ToPost batch, InForce mappings, Function<SupplierPayment, String> text) {
        this.batch = batch;
        this.mappings = mappings;
        this.text = text;
    }

    /** Whether it is paid off, and booked nowhere else. */
    boolean takes(Charge charge) {
        ToPost.Sent sent = batch.sent().get(charge.name());
        return charge.isOfInvoice()
                && (sent == null ? row(charge).isPresent() : sent.kind() == PostingKind.SUPPLIER_PAYMENT);
    }

    Intended intended(Charge charge) {
        Money kept = charge.kept();
        Slot slot = new Slot(
                batch,
                PostingKind.SUPPLIER_PAYMENT,
                charge.name(),
                kept.abs(),
                charge.day(),
                List.of(Money.zero(kept.currency()).minus(kept)));
        return row(charge)
                .map(row -> slot.posted(text.apply(payment(charge, row))))
                .orElseGet(() -> slot.held(List.of(SettlementPlanner.reason(
                        "SUPPLIER_NOT_MAPPED",
                        batch,
                        "has " + charge.words()
                                + ", which was sent to a supplier account, and its row in settlement.csv names none"
                                + " any more",
                        "Name the supplier again: what was sent stays what it is"))));
    }

    /** Of {@code settlement.csv}, where it names a supplier. */
    private Optional<InForce.Settlement> row(Charge charge) {
        return batch.key()
                .banks(mappings, batch.company(), charge.kept().currency())
                .match(Optional::of, missing -> Optional.<InForce.Settlement>empty())
                .filter(row -> !row.supplier().isEmpty());
    }

    private SupplierPayment payment(Charge charge, InForce.Settlement row) {
        return new SupplierPayment(
                charge.kept().isNegative() ? SupplierPayment.Way.RECEIPT : SupplierPayment.Way.PAYMENT,
                batch.company(),
                row.supplier(),
                row.clearingBank(),
                SettlementReference.first(batch.key()),
                SettlementReference.second(batch.key(), charge.name()),
                charge.day(),
                charge.kept().abs(),
                charge.words() + ", " + batch.key());
    }
}
