package centrasage.simulator.trade;

import java.util.ArrayList;
import java.util.List;

/** The VAT that discounts of the whole order take off. */
final class DiscountTax {
    private final TaxMode mode;
    private final List<Taxed> charged;

    DiscountTax(TaxMode mode, List<Taxed> charged) {
        this.mode = mode;
        this.charged = List.copyOf(charged);
    }

    List<Taxed> of(List<Discount> discounts) {
        List<Share> shares = new ArrayList<>();
        discounts.forEach(discount -> shares.addAll(discount.shares()));
        return Share.merged(shares).stream().map(this::taxed).toList();
    }

    /** What takes off all that is charged at a rate takes all of its VAT, to the penny. */
    private Taxed taxed(Share share) {
        List<Taxed> atRate = charged.stream()
                .filter(part -> part.vatPercent().compareTo(share.vatPercent()) == 0)
                .toList();
        long tax =
                Taxed.minor(atRate) == share.minor() ? Taxed.tax(atRate) : mode.tax(share.minor(), share.vatPercent());
        return new Taxed(share.vatPercent(), share.minor(), tax);
    }
}
