package centrasage.orders.document;

import centrasage.mapping.VatRounding;
import centrasage.money.VatRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order with its codes in Sage 200 and the amounts that Centra charged.
 *
 * @param country as Sage writes it
 */
public record CodedOrder(
        String company,
        String customer,
        String warehouse,
        String country,
        VatRounding vatRounding,
        List<Line> goods,
        @Nullable Line shipping) {

    public CodedOrder {
        goods = List.copyOf(goods);
    }

    /** Goods, then shipping. */
    List<Line> priced() {
        return shipping == null
                ? goods
                : Stream.concat(goods.stream(), Stream.of(shipping)).toList();
    }

    /**
     * A line that has a price.
     *
     * @param gross with VAT, as Centra charged it
     * @param vat as Centra charged it
     */
    record Line(
            String code,
            int quantity,
            BigDecimal gross,
            BigDecimal vat,
            int taxCode,
            VatRate rate,
            @Nullable String comment) {

        Line withVat(BigDecimal other) {
            return new Line(code, quantity, gross, other, taxCode, rate, comment);
        }

        /** Personal data must not end in a log. */
        @Override
        public String toString() {
            return "Line[" + code + ", quantity=" + quantity + ", gross=" + gross + ", vat=" + vat + ", taxCode="
                    + taxCode + "]";
        }
    }
}
