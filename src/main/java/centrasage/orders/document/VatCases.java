package centrasage.orders.document;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.mapping.VatCase;
import centrasage.mapping.VatCase.AppliesTo;
import centrasage.mapping.VatCase.CustomerKind;
import centrasage.money.VatRate;
import centrasage.orders.charged.Charges;
import centrasage.orders.charged.Part;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts the facts that decide about VAT together: where from, where to, to whom, how much. */
final class VatCases {
    private VatCases() {}

    /** The case of an order's goods at no rate; {@link VatCase#with} makes that of a line. */
    static VatCase of(Order order, Charges charges, Address to, String company, String shipFrom) {
        BigDecimal goods = charges.lines().stream().map(Part::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new VatCase(
                company,
                shipFrom,
                text(to.countryCode()),
                region(to),
                customerKind(order),
                goods,
                VatRate.NONE,
                AppliesTo.GOODS);
    }

    /** Northern Ireland has VAT of its own and no address that says so, but a postcode. */
    private static String region(Address to) {
        boolean northernIreland = text(to.countryCode()).equals("GB")
                && text(to.zipCode()).strip().toUpperCase(Locale.ROOT).startsWith("BT");
        return northernIreland ? "NI" : text(to.stateOrProvince()).strip();
    }

    private static CustomerKind customerKind(Order order) {
        boolean business = hasVatNumber(order.shippingAddress()) || hasVatNumber(order.billingAddress());
        return business ? CustomerKind.BUSINESS : CustomerKind.CONSUMER;
    }

    private static boolean hasVatNumber(@Nullable Address address) {
        return address != null && !text(address.vatNumber()).isBlank();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
