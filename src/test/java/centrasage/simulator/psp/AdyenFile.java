package centrasage.simulator.psp;

import centrasage.simulator.psp.PspEvent.What;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Adyen's Settlement Details report: one header, one line for each event, of several batches one after the other. */
public final class AdyenFile {
    static final List<String> HEADER = List.of(
            "Company Account",
            "Merchant Account",
            "Psp Reference",
            "Merchant Reference",
            "Payment Method",
            "Creation Date",
            "TimeZone",
            "Type",
            "Modification Reference",
            "Gross Currency",
            "Gross Debit (GC)",
            "Gross Credit (GC)",
            "Exchange Rate",
            "Net Currency",
            "Net Debit (NC)",
            "Net Credit (NC)",
            "Commission (NC)",
            "Markup (NC)",
            "Scheme Fees (NC)",
            "Interchange (NC)",
            "Payment Method Variant",
            "Modification Merchant Reference",
            "Batch Number",
            "Booking Date",
            "Booking Date TimeZone");

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private AdyenFile() {}

    public static String of(List<PspBatch> batches) {
        StringBuilder text = new StringBuilder();
        try {
            write(batches, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    public static void write(List<PspBatch> batches, Appendable to) throws IOException {
        to.append(String.join(",", HEADER)).append('\n');
        for (PspBatch batch : batches) {
            append(batch, to);
        }
    }

    /** The lines of one more batch. */
    public static void append(PspBatch batch, Appendable to) throws IOException {
        for (PspEvent event : batch.events()) {
            to.append(row(batch, event).stream().map(AdyenFile::quoted).collect(Collectors.joining(",")))
                    .append('\n');
        }
    }

    /** The cells of one line. */
    static List<String> row(PspBatch batch, PspEvent event) {
        boolean isOfPayment = event.what().isOfPayment();
        String at = TIME.format(event.at());
        List<String> row = new ArrayList<>(List.of("HarbourGroup", batch.account()));
        row.addAll(List.of(event.names().payment(), event.names().order(), isOfPayment ? "visa" : ""));
        row.addAll(List.of(at, "GMT", type(event.what()), event.names().modification()));
        row.addAll(List.of(isOfPayment ? event.currency() : "", major(-event.grossMinor()), major(event.grossMinor())));
        row.add(isOfPayment ? event.rate().toPlainString() : "");
        row.addAll(List.of(batch.currency(), major(-event.netMinor()), major(event.netMinor())));
        PspEvent.Fees fees = event.fees();
        row.addAll(List.of(signed(fees.commission()), signed(fees.markup())));
        row.addAll(List.of(signed(fees.scheme()), signed(fees.interchange())));
        row.addAll(List.of(isOfPayment ? "visaclassic" : "", isOfPayment ? "<auto>" : "", batch.number(), at, "GMT"));
        return row;
    }

    private static String quoted(String text) {
        return text.contains(",") ? '"' + text + '"' : text;
    }

    private static String type(What what) {
        return switch (what) {
            case CAPTURE -> "Settled";
            case REFUND -> "Refunded";
            case CHARGEBACK -> "Chargeback";
            case CHARGEBACK_WON -> "ChargebackReversed";
            case COSTS -> "Fee";
            case INVOICE -> "InvoiceDeduction";
            case RESERVE -> "DepositCorrection";
            case CARRY -> "Balancetransfer";
            case PAYOUT -> "MerchantPayout";
            case FEE, TAX, CONVERSION -> throw new IllegalArgumentException("no line of Adyen's is a " + what);
        };
    }

    /** Empty where it is not above zero: an amount stands in one of two columns. Adyen writes no more decimals than it needs. */
    private static String major(long minor) {
        return minor > 0 ? signed(minor) : "";
    }

    private static String signed(long minor) {
        return minor == 0
                ? ""
                : BigDecimal.valueOf(minor, 2).stripTrailingZeros().toPlainString();
    }
}
