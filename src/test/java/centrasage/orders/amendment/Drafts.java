package centrasage.orders.amendment;

import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Orders of a few lines, as they are posted and as Centra makes them afterwards. */
final class Drafts {
    static final String COMPANY = "33";
    static final String KEY = "C10234";
    static final String WAREHOUSE = "WEB";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private Drafts() {}

    /** Of a company whose prices are net, at 20 %. */
    static NewSalesOrder order(String total, String vat, Line... lines) {
        return to("1 High Street", total, vat, lines);
    }

    static NewSalesOrder to(String street, String total, String vat, Line... lines) {
        return new NewSalesOrder(
                COMPANY,
                "CENTGBP1",
                KEY,
                DAY,
                new DeliveryAddress("Zoë", street, "", "", "", "Leeds", "", "LS1 1AA", "GB", "Zoë", "", "", ""),
                Map.of(),
                List.of(lines),
                Money.of(total, "GBP"),
                Money.of(vat, "GBP"));
    }

    static Line goods(String code, int quantity, String price) {
        BigDecimal pieces = BigDecimal.valueOf(quantity);
        return new Line(
                LineType.STANDARD, code, null, WAREHOUSE, pieces, pieces, new BigDecimal(price), 1, null, Map.of());
    }

    static Line carriage(String price) {
        return charge("CARRIAGE", price, 1, "4905");
    }

    static Line pennies(String price) {
        return charge("ROUNDING", price, 91, "4900");
    }

    private static Line charge(String code, String price, int taxCode, String nominal) {
        return new Line(
                LineType.CHARGE,
                code,
                null,
                null,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                new BigDecimal(price),
                taxCode,
                nominal,
                Map.of());
    }
}
