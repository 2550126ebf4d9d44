package centrasage.orders.charged;

import centrasage.money.VatRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Some parts of an order, in their order, with what they come to. */
record Parts(List<Part> list) {

    BigDecimal gross() {
        return sum(Part::gross);
    }

    BigDecimal vat() {
        return sum(Part::vat);
    }

    private BigDecimal sum(Function<Part, BigDecimal> amount) {
        return list.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<VatRate> rates() {
        return list.stream().map(Part::rate).distinct().toList();
    }

    Parts of(VatRate rate) {
        return where(part -> part.rate().equals(rate));
    }

    Parts where(Predicate<Part> which) {
        return new Parts(list.stream().filter(which).toList());
    }

    /** All of them, the largest of those that may be changed. */
    Parts onLargest(Predicate<Part> may, UnaryOperator<Part> change) {
        return new Parts(Largest.changed(list, may, Part::gross, change));
    }
}
