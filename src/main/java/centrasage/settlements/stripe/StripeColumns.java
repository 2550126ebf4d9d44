package centrasage.settlements.stripe;

import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.UnreadableFile;
import java.util.ArrayList;
import java.util.List;

/** Where a report has what is needed; its columns are chosen anew with every request. */
record StripeColumns(
        Column payout,
        Column effective,
        Column created,
        Column category,
        Amounts amounts,
        Column payment,
        Column charge,
        Column source,
        List<Column> merchant,
        Texts texts) {

    private static final String PAYOUT = "automatic_payout_id";
    private static final String CATEGORY = "reporting_category";
    private static final String NET = "net";

    /** What the shopper saw, and what it is worth in the currency of the payout. */
    record Amounts(Column currency, Column gross, Column fee, Column net, Column facing, Column facingCurrency) {}

    record Texts(Column description, Column trace) {}

    static boolean areIn(Header header) {
        return header.has(PAYOUT, CATEGORY, NET);
    }

    static StripeColumns of(Header header, List<String> merchantReferences) throws UnreadableFile {
        Column facing = header.optional("customer_facing_amount");
        return new StripeColumns(
                header.required(PAYOUT),
                either(header, "automatic_payout_effective_at", "automatic_payout_effective_at_utc"),
                header.has("created") ? header.required("created") : header.required("created_utc"),
                header.required(CATEGORY),
                new Amounts(
                        header.required("currency"),
                        header.required("gross"),
                        header.required("fee"),
                        header.required(NET),
                        facing,
                        facing.isThere()
                                ? header.required("customer_facing_currency")
                                : header.optional("customer_facing_currency")),
                header.optional("payment_intent_id"),
                header.optional("charge_id"),
                header.required("source_id"),
                merchant(header, merchantReferences),
                new Texts(header.optional("description"), header.optional("trace_id")));
    }

    private static Column either(Header header, String name, String other) throws UnreadableFile {
        Column column = header.optional(name);
        return column.isThere() ? column : header.optional(other);
    }

    private static List<Column> merchant(Header header, List<String> names) throws UnreadableFile {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            Column column = header.optional(name);
            if (column.isThere()) {
                columns.add(column);
            }
        }
        if (columns.isEmpty() && !names.isEmpty()) {
            header.required(names.get(0));
        }
        return List.copyOf(columns);
    }

    boolean isOfPayout(Cells cells) {
        return cells.text(category).equalsIgnoreCase(StripeCategory.PAYOUT);
    }
}
