package centrasage.simulator.psp;

import centrasage.simulator.psp.PspEvent.What;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The file of a provider that nobody has, written as many a smaller one writes its own: with semicolons, decimal commas and signs. */
public final class PlainFile {
    private static final String HEADER =
            "Shop;Payout No;Currency;What;Gross;Paid in;Rate;Commission;Other fees;Net;Day;"
                    + "Payment;Capture;Our reference;Note";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private PlainFile() {}

    public static String of(List<PspBatch> batches) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (PspBatch batch : batches) {
            batch.events().forEach(event -> text.append(row(batch, event)).append('\n'));
        }
        return text.toString();
    }

    private static String row(PspBatch batch, PspEvent event) {
        boolean isOfPayment = event.what().isOfPayment();
        PspEvent.Fees fees = event.fees();
        return String.join(
                ";",
                batch.account(),
                batch.number(),
                batch.currency(),
                word(event.what()),
                isOfPayment ? major(event.grossMinor()) : "",
                isOfPayment ? event.currency() : "",
                isOfPayment ? event.rate().toPlainString().replace('.', ',') : "",
                isOfPayment ? major(fees.commission()) : "",
                isOfPayment ? major(fees.sum() - fees.commission()) : "",
                major(event.netMinor()),
                DAY.format(event.at()),
                event.names().payment(),
                isOfPayment ? event.names().modification() : "",
                event.names().order(),
                isOfPayment ? "" : event.names().modification());
    }

    private static String word(What what) {
        return switch (what) {
            case CAPTURE -> "Sale";
            case REFUND -> "Sent back";
            case CHARGEBACK -> "Disputed";
            case CHARGEBACK_WON -> "Dispute won";
            case COSTS -> "Monthly price";
            case INVOICE -> "Invoice";
            case RESERVE -> "Deposit";
            case CARRY -> "Balance";
            case PAYOUT -> "To bank";
            case FEE, TAX, CONVERSION -> throw new IllegalArgumentException("no line of this file is a " + what);
        };
    }

    private static String major(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString().replace('.', ',');
    }
}
