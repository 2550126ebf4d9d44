package centrasage.orders.document;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Order;
import centrasage.mapping.VatRounding;
import centrasage.money.VatRate;
import centrasage.orders.charged.Charges;
import centrasage.orders.check.Complaints;
import centrasage.orders.plan.OrderDraft;
import centrasage.orders.plan.Samples;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.ledger.InvoicedOrder.Kind;
import centrasage.sage200.ledger.InvoicedOrder.Origin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever went wrong before: what does not come to the grand total is never posted. */
class TotallingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Complaints complaints = new Complaints();

    @ParameterizedTest
    @CsvSource({
        "85.00, 0.00, true",
        "85.01, 0.00, false",
        "84.99, 0.00, false",
        "95.00, 10.00, true",
        "85.00, 0.01, false"
    })
    void what_would_be_posted_is_what_the_customer_pays(String gross, String credit, boolean posted) {
        Order order = OrderDraft.ordinary().build();
        BigDecimal vat = order.totals().taxIncluded();
        CodedOrder.Line line = new CodedOrder.Line(
                LineType.STANDARD,
                "AW1010-NAV-M",
                null,
                1,
                new BigDecimal(gross),
                vat,
                1,
                VatRate.of("20"),
                null,
                true,
                null,
                Map.of(),
                new Origin(Kind.GOODS, 1));
        CodedOrder coded =
                new CodedOrder("33", "CENTGBP1", "WEB", "GB", VatRounding.PER_LINE, Map.of(), List.of(line), null);
        Charges charges =
                new Charges(List.of(), List.of(), List.of(), vat, BigDecimal.ZERO, new BigDecimal(credit), false);

        new Totalling(order, Samples.site(), Samples.rules(), complaints)
                .total(coded, charges, Samples.mappings().on(DAY), DAY);

        boolean told =
                complaints.reasons().stream().anyMatch(reason -> reason.code().equals("TOTALS"));
        assertThat(told).isEqualTo(!posted);
    }
}
