package centrasage.simulator.psp;

import centrasage.simulator.psp.PspEvent.What;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Klarna's settlement report of one payout as CSV: its totals in two lines, and below them its transactions. */
public final class KlarnaFile {
    private static final String HEADER =
            "type;capture_date;sale_date;order_id;short_order_id;capture_id;merchant_reference1;"
                    + "merchant_reference2;amount;posting_currency;refund_id;purchase_country;detailed_type;reversal_reference";

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

    private KlarnaFile() {}

    public static String of(PspBatch batch) {
        StringBuilder text = new StringBuilder();
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, Long> total : KlarnaTotals.of(batch).entrySet()) {
            names.add(total.getKey().endsWith("_balance") ? total.getKey() : "total_" + total.getKey());
            values.add(major(total.getValue()));
        }
        names.addAll(List.of("payment_reference", "settlement_currency", "payout_date", "merchant_id"));
        values.addAll(List.of(reference(batch), batch.currency(), TIME.format(paidAt(batch)), batch.account()));
        names.addAll(List.of("merchant_settlement_type", "submerchant_id"));
        values.addAll(List.of("NET", ""));
        text.append(String.join(";", names)).append('\n');
        text.append(String.join(";", values)).append('\n');
        text.append(HEADER).append('\n');
        batch.events().stream()
                .filter(KlarnaTotals::isRow)
                .forEach(event -> text.append(row(batch, event)).append('\n'));
        return text.toString();
    }

    static String reference(PspBatch batch) {
        return "XISA" + batch.number();
    }

    static LocalDateTime paidAt(PspBatch batch) {
        return batch.day().plusDays(2).atTime(7, 45);
    }

    private static String row(PspBatch batch, PspEvent event) {
        boolean isOfCapture = event.what() == What.CAPTURE || event.what() == What.FEE;
        boolean isOfDispute = event.what() == What.CHARGEBACK || event.what() == What.CHARGEBACK_WON;
        String order = event.names().order();
        String name = event.names().modification();
        return String.join(
                ";",
                KlarnaTotals.type(event),
                TIME.format(event.at()),
                order.isEmpty() ? "" : TIME.format(event.at().minusDays(1)),
                event.names().payment(),
                order.isEmpty() ? "" : event.names().payment().substring(1, 9),
                isOfCapture ? name : "",
                order.isEmpty() ? "" : "HL-" + order,
                order,
                major(Math.abs(event.netMinor())),
                batch.currency(),
                event.what() == What.REFUND ? name : "",
                order.isEmpty() ? "" : "GB",
                KlarnaTotals.detail(event),
                isOfDispute ? "krn:klarna:eu1:dispute:" + name : "");
    }

    private static String major(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }
}
