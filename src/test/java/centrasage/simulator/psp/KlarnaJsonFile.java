package centrasage.simulator.psp;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What Klarna's Settlements API says of payouts and their transactions, put into one object. */
public final class KlarnaJsonFile {
    private KlarnaJsonFile() {}

    public static String of(List<PspBatch> batches) {
        StringJoiner transactions = new StringJoiner(",\n", "[", "]");
        for (PspBatch batch : batches) {
            batch.events().stream()
                    .filter(KlarnaTotals::isRow)
                    .forEach(event -> transactions.add(transaction(batch, event)));
        }
        return "{\"payouts\": "
                + batches.stream().map(KlarnaJsonFile::payout).collect(Collectors.joining(",\n", "[", "]"))
                + ",\n\"transactions\": " + transactions + "}\n";
    }

    private static String payout(PspBatch batch) {
        StringJoiner totals = new StringJoiner(", ", "{", "}");
        for (Map.Entry<String, Long> total : KlarnaTotals.of(batch).entrySet()) {
            String name = total.getKey();
            totals.add(number(name.endsWith("_balance") ? name + "_amount" : name, total.getValue()));
        }
        return new StringJoiner(", ", "{", "}")
                .add(text("payment_reference", KlarnaFile.reference(batch)))
                .add(text("payout_date", KlarnaFile.TIME.format(KlarnaFile.paidAt(batch))))
                .add(text("currency_code", batch.currency()))
                .add(text("merchant_settlement_type", "NET"))
                .add(text("merchant_id", batch.account()))
                .add(text(
                        "transactions",
                        "https://klarna.test/transactions?payment_reference=" + KlarnaFile.reference(batch)))
                .add("\"totals\": " + totals)
                .toString();
    }

    private static String transaction(PspBatch batch, PspEvent event) {
        String order = event.names().order();
        String name = event.names().modification();
        StringJoiner object = new StringJoiner(", ", "{", "}")
                .add(text("type", KlarnaTotals.type(event)))
                .add(number("amount", Math.abs(event.netMinor())))
                .add(text("currency_code", batch.currency()))
                .add(text("capture_date", KlarnaFile.TIME.format(event.at())))
                .add(text("payment_reference", KlarnaFile.reference(batch)))
                .add(text("detailed_type", KlarnaTotals.detail(event)));
        if (!order.isEmpty()) {
            object.add(text("order_id", event.names().payment()))
                    .add(text("merchant_reference1", "HL-" + order))
                    .add(text("merchant_reference2", order));
        }
        switch (event.what()) {
            case CAPTURE, FEE -> object.add(text("capture_id", name));
            case REFUND -> object.add(text("refund_id", name));
            case CHARGEBACK, CHARGEBACK_WON -> object.add(text("reversal_reference", "krn:klarna:eu1:dispute:" + name));
            default -> {}
        }
        return object.toString();
    }

    private static String text(String name, String value) {
        return '"' + name + "\": \"" + value + '"';
    }

    private static String number(String name, long value) {
        return '"' + name + "\": " + value;
    }
}
