package centrasage.simulator.psp;

import centrasage.simulator.psp.PspEvent.What;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Stripe's payout reconciliation report, itemised: a line for each event, its payout among them. Lines of a batch without a payout carry no
 * payout's name, and nothing is carried between batches.
 */
public final class StripeFile {
    private static final String HEADER =
            "automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,created_utc,created,"
                    + "available_on_utc,available_on,currency,gross,fee,net,reporting_category,source_id,description,customer_facing_amount,"
                    + "customer_facing_currency,charge_id,payment_intent_id,payment_metadata[order],trace_id";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private StripeFile() {}

    public static String of(List<PspBatch> batches) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (PspBatch batch : batches) {
            for (PspEvent event : batch.events()) {
                if (event.what() != What.CARRY) {
                    text.append(row(batch, event)).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String row(PspBatch batch, PspEvent event) {
        boolean isOfPayment = event.what().isOfPayment();
        String currency = batch.currency().toLowerCase(Locale.ROOT);
        String at = TIME.format(event.at());
        long fee = event.fees().sum();
        StringJoiner row = new StringJoiner(",");
        row.add(batch.isPaidOut() ? "po_" + batch.number() : "");
        row.add(batch.isPaidOut() ? TIME.format(batch.day().plusDays(2).atStartOfDay()) : "");
        row.add("txn_" + event.names().modification().replaceAll("\\W+", ""))
                .add(at)
                .add(at)
                .add(at)
                .add(at);
        row.add(currency).add(major(event.netMinor() + fee)).add(major(fee)).add(major(event.netMinor()));
        row.add(category(event.what())).add(source(batch, event));
        row.add(
                isOfPayment
                        ? "\"Harbour & Line, order " + event.names().order() + '"'
                        : event.what().name());
        row.add(isOfPayment ? major(event.grossMinor()) : "");
        row.add(isOfPayment ? event.currency().toLowerCase(Locale.ROOT) : "");
        row.add(isOfPayment ? "ch_" + event.names().payment() : "");
        row.add(isOfPayment ? "pi_" + event.names().payment() : "");
        row.add(event.names().order()).add(event.what() == What.PAYOUT ? "TR" + batch.number() : "");
        return row.toString();
    }

    private static String source(PspBatch batch, PspEvent event) {
        String name = event.names().modification();
        return switch (event.what()) {
            case CAPTURE -> "ch_" + event.names().payment();
            case REFUND -> "re_" + name;
            case CHARGEBACK, CHARGEBACK_WON -> "du_" + name;
            case PAYOUT -> "po_" + batch.number();
            default -> "";
        };
    }

    private static String category(What what) {
        return switch (what) {
            case CAPTURE -> "charge";
            case REFUND -> "refund";
            case CHARGEBACK -> "dispute";
            case CHARGEBACK_WON -> "dispute_reversal";
            case COSTS -> "fee";
            case RESERVE -> "risk_reserved_funds";
            case PAYOUT -> "payout";
            case FEE, TAX, INVOICE, CONVERSION, CARRY ->
                throw new IllegalArgumentException("no line of Stripe's is a " + what);
        };
    }

    private static String major(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }
}
