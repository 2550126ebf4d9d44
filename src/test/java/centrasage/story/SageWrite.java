package centrasage.story;

import centrasage.flow.AllocationNumber;
import centrasage.flow.OrderName;
import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKind;
import centrasage.flow.ReturnNumber;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document that is written, called alike whether our store tells of it or Sage's simulator. */
record SageWrite(String name) {
    private static final Pattern SHIPMENT = Pattern.compile("(?<!\\d)\\d+-\\d+(?!\\d)");
    private static final Pattern ORDER = Pattern.compile("POST (C\\d+)");
    private static final Pattern CREDIT = Pattern.compile("POST (C\\d+ (?:RETURN|REFUND)-\\w+)");
    private static final Pattern PAYMENT = Pattern.compile("POST (C\\d+ (?:G-)?[0-9A-Z]+)(?:-.*)?");
    private static final Pattern ALLOCATION = Pattern.compile("POST (allocation \\d+ \\d+)");
    private static final int BASE = 36;

    /** By its kind and source key. */
    static SageWrite of(PostingKind kind, String source) {
        return new SageWrite(
                switch (kind) {
                    case ORDER -> OrderName.of(source);
                    case DESPATCH -> source;
                    case RECEIPT, CUSTOMER_REFUND -> payment(source, "");
                    case GIFT_CARD -> payment(source, "G-");
                    case CREDIT_NOTE -> credit(source);
                    case ALLOCATION -> allocation(AllocationNumber.parse(source));
                    default -> kind + " " + source;
                });
    }

    private static String payment(String source, String prefix) {
        return OrderName.of(PaymentNumber.order(source)) + " " + prefix + base36(source.replaceFirst(".*/P", ""));
    }

    private static String credit(String source) {
        OptionalLong made = ReturnNumber.id(source);
        return made.isPresent()
                ? OrderName.of(ReturnNumber.order(source)) + " RETURN-" + made.getAsLong()
                : payment(source, "REFUND-");
    }

    private static String base36(String id) {
        return Long.toString(Long.parseLong(id), BASE).toUpperCase(Locale.ROOT);
    }

    private static String allocation(AllocationNumber number) {
        long credit = Long.parseLong(number.credit());
        long debit = Long.parseLong(number.debit());
        return "allocation " + Math.min(credit, debit) + " " + Math.max(credit, debit);
    }

    /** By what Sage's simulator calls it. */
    static SageWrite of(String identity) {
        for (Pattern whole : new Pattern[] {ORDER, CREDIT, ALLOCATION, PAYMENT}) {
            Matcher matcher = whole.matcher(identity);
            if (matcher.matches()) {
                return new SageWrite(matcher.group(1));
            }
        }
        Matcher shipment = SHIPMENT.matcher(identity);
        return new SageWrite(shipment.find() ? shipment.group() : identity);
    }
}
