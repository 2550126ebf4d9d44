package centrasage.settlements.klarna;

import centrasage.settlements.read.Column;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.UnreadableFile;
import java.util.List;

/**
 * Where the transactions have what is needed; a merchant may have columns added, and the later ones left out.
 *
 * @param modification by which a capture, a return or a dispute is told from others of its order: the first that is filled
 */
record KlarnaColumns(
        Column type,
        Column order,
        Column amount,
        Column currency,
        Column captured,
        List<Column> modification,
        Column merchant,
        Column merchantOrder,
        Column detail,
        Column payout) {

    private static final String TYPE = "type";
    private static final String ORDER = "order_id";

    /** What no other provider's file has beside them. */
    private static final String[] KLARNAS = {"short_order_id", "capture_id", "posting_currency", "merchant_reference1"};

    static boolean areIn(Header header) {
        return header.has(TYPE, ORDER);
    }

    static boolean areKlarnas(Header header) {
        return areIn(header) && List.of(KLARNAS).stream().anyMatch(header::has);
    }

    static KlarnaColumns of(KlarnaForm form, Header header) throws UnreadableFile {
        return new KlarnaColumns(
                header.required(TYPE),
                header.required(ORDER),
                header.required("amount"),
                header.optional(form.rowCurrency()),
                header.optional("capture_date"),
                List.of(
                        header.optional("capture_id"),
                        header.optional("refund_id"),
                        header.optional("reversal_reference")),
                header.optional("merchant_reference1"),
                header.optional("merchant_reference2"),
                header.optional("detailed_type"),
                header.optional("payment_reference"));
    }
}
