package centrasage.settlements.adyen;

import centrasage.settlements.file.FeeKind;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.UnreadableFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a report has what is needed; columns may be added and reordered by the merchant. */
record AdyenColumns(
        Column account,
        Column batch,
        Column type,
        Column payment,
        Column merchant,
        Column modification,
        Column order,
        Column created,
        Column booked,
        Gross gross,
        Column rate,
        Net net,
        Map<Column, FeeKind> fees) {

    private static final String BATCH = "Batch Number";
    private static final String TYPE = "Type";
    private static final String NET = "Net Credit (NC)";

    /** In the currency of the payment. */
    record Gross(Column currency, Column debit, Column credit) {}

    /** In the currency of the payout. */
    record Net(Column currency, Column debit, Column credit) {}

    static boolean areIn(Header header) {
        return header.has(BATCH, TYPE, NET);
    }

    static AdyenColumns of(Header header) throws UnreadableFile {
        return new AdyenColumns(
                header.required("Merchant Account"),
                header.required(BATCH),
                header.required(TYPE),
                header.required("Psp Reference"),
                header.required("Merchant Reference"),
                header.required("Modification Reference"),
                header.optional("Merchant Order Reference"),
                header.required("Creation Date"),
                header.optional("Booking Date"),
                new Gross(
                        header.required("Gross Currency"),
                        header.required("Gross Debit (GC)"),
                        header.required("Gross Credit (GC)")),
                header.required("Exchange Rate"),
                new Net(header.required("Net Currency"), header.required("Net Debit (NC)"), header.required(NET)),
                fees(header));
    }

    private static Map<Column, FeeKind> fees(Header header) throws UnreadableFile {
        Map<Column, FeeKind> fees = new LinkedHashMap<>();
        fees.put(header.required("Commission (NC)"), FeeKind.COMMISSION);
        fees.put(header.required("Markup (NC)"), FeeKind.MARKUP);
        fees.put(header.required("Scheme Fees (NC)"), FeeKind.SCHEME);
        fees.put(header.required("Interchange (NC)"), FeeKind.INTERCHANGE);
        for (String name : new String[] {"Payment Fees (NC)", "DCC Markup (NC)"}) {
            Column column = header.optional(name);
            if (column.isThere()) {
                fees.put(column, FeeKind.OTHER);
            }
        }
        return fees;
    }
}
