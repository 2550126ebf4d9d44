package centrasage.orders.plan;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.centra.PaymentEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order under construction: ordinary and postable until a test changes it. Totals and payment follow the lines. */
public final class OrderDraft {
    static final Instant AT = Instant.parse("2026-11-23T10:15:00Z");

    long number = 10234;
    public String status = "CONFIRMED";
    Instant createdAt = AT;
    boolean onHold;

    @Nullable
    String holdReason;

    boolean internal;
    String storeType = "DIRECT_TO_CONSUMER";
    String store = "Web shop";
    String market = "United Kingdom";
    String currency = "GBP";

    @Nullable
    BigDecimal grandTotal;

    @Nullable
    BigDecimal lineValues;

    @Nullable
    BigDecimal taxIncluded;

    public BigDecimal shipping = new BigDecimal("5.00");
    BigDecimal shippingTax = new BigDecimal("0.83");
    BigDecimal handling = BigDecimal.ZERO;
    BigDecimal discounts = BigDecimal.ZERO;
    BigDecimal taxAdded = BigDecimal.ZERO;
    BigDecimal taxDeducted = BigDecimal.ZERO;
    final List<Order.TaxShare> shippingTaxes = new ArrayList<>();
    final List<Order.TaxShare> handlingTaxes = new ArrayList<>();
    final List<Order.TaxShare> discountTaxes = new ArrayList<>();
    String comment = "";
    Order.@Nullable Reseller reseller;
    public final List<OrderLine> lines = new ArrayList<>();
    final List<Order.Discount> appliedDiscounts = new ArrayList<>();

    @Nullable
    List<PaymentEntry> payments;

    public AddressDraft address = new AddressDraft();

    @Nullable
    Address billingAddress;

    boolean withoutAddress;
    Order.@Nullable Customer customer = new Order.Customer(7, "olivia@example.com", "Olivia", "Smith");

    @Nullable
    public String shippingOption = "Standard";

    /** One jumper at 80.00 with VAT of 20 %. */
    public static OrderDraft ordinary() {
        OrderDraft draft = new OrderDraft();
        draft.lines.add(line("AW1010-NAV-M", 1, "80.00", "13.33", "20"));
        return draft;
    }

    public static OrderLine line(@Nullable String sku, int quantity, String gross, String vat, String percent) {
        BigDecimal value = new BigDecimal(gross);
        return new OrderLine(
                1,
                "ProductOrderLine",
                sku,
                "Merino jumper",
                quantity,
                0,
                value,
                value,
                value,
                value.subtract(new BigDecimal(vat)),
                new BigDecimal(percent),
                null,
                false);
    }

    /** The same line as another type, or with another quantity or comment. */
    public static OrderLine like(OrderLine line, String type, int quantity, int cancelled, @Nullable String comment) {
        return new OrderLine(
                line.id(),
                type,
                line.sku(),
                line.productName(),
                quantity,
                cancelled,
                line.unitPrice(),
                line.unitOriginalPrice(),
                line.gross(),
                line.net(),
                line.taxPercent(),
                comment,
                false);
    }

    public OrderDraft with(OrderLine... others) {
        lines.clear();
        lines.addAll(List.of(others));
        return this;
    }

    OrderDraft withoutShipping() {
        shipping = BigDecimal.ZERO;
        shippingTax = BigDecimal.ZERO;
        return this;
    }

    public OrderDraft in(String otherCurrency) {
        currency = otherCurrency;
        return this;
    }

    public OrderDraft paid(PaymentEntry... entries) {
        payments = List.of(entries);
        return this;
    }

    static PaymentEntry entry(String type, String status, String value, String currency) {
        return new PaymentEntry(1, AT, type, status, new BigDecimal(value), currency, "PSP1", "Adyen");
    }

    public Order build() {
        BigDecimal ofLines = lines.stream().map(OrderLine::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal vat =
                lines.stream().map(line -> line.gross().subtract(line.net())).reduce(shippingTax, BigDecimal::add);
        BigDecimal values = lineValues == null ? ofLines : lineValues;
        BigDecimal total = grandTotal == null
                ? values.add(shipping)
                        .add(handling)
                        .subtract(discounts)
                        .add(taxAdded)
                        .subtract(taxDeducted)
                : grandTotal;
        List<PaymentEntry> entries =
                payments == null ? List.of(entry("AUTH", "SUCCESS", total.toPlainString(), currency)) : payments;
        return new Order(
                "1497ccf644db871e1e4026d101bde6f3",
                number,
                status,
                createdAt,
                createdAt,
                onHold,
                holdReason,
                internal,
                storeType,
                store,
                market,
                currency,
                total,
                new Order.Totals(
                        values,
                        shipping,
                        shippingTax,
                        handling,
                        discounts,
                        taxIncluded == null ? vat : taxIncluded,
                        taxAdded,
                        taxDeducted,
                        shippingTaxes,
                        handlingTaxes,
                        discountTaxes),
                lines,
                entries,
                appliedDiscounts,
                withoutAddress ? null : address.build(),
                billingAddress,
                customer,
                shippingOption,
                "adyen",
                comment,
                reseller);
    }

    /** An address under construction. */
    public static final class AddressDraft {
        @Nullable
        public String companyName;

        @Nullable
        public String attention;

        @Nullable
        public String firstName = "Olivia";

        @Nullable
        public String lastName = "Smith";

        @Nullable
        public String address1 = "14 Rose Street";

        @Nullable
        public String address2;

        @Nullable
        public String city = "Bath";

        @Nullable
        String state;

        @Nullable
        public String zipCode = "BA1 2QT";

        @Nullable
        String country = "GB";

        @Nullable
        public String email = "olivia@example.com";

        @Nullable
        String phone = "+44 20 7946 0123";

        @Nullable
        String vatNumber;

        public Address build() {
            return new Address(
                    companyName,
                    attention,
                    firstName,
                    lastName,
                    address1,
                    address2,
                    city,
                    state,
                    zipCode,
                    country,
                    email,
                    phone,
                    vatNumber);
        }
    }
}
