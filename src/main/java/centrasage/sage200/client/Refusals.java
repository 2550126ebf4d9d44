package centrasage.sage200.client;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import java.util.List;
import java.util.regex.Pattern;

/** Puts a refusal of Sage's into words that tell a finance person what to do. */
final class Refusals {

    /** In the order in which they are tried: the more particular first. Sage's wording is not documented. */
    private static final List<Known> KNOWN = List.of(
            new Known(
                    "analysis ?code",
                    "ANALYSIS_CODE_MISSING",
                    Owner.FINANCE,
                    "Map the mandatory analysis code in the mappings (analysis), then press Plan again"),
            new Known(
                    "credit limit",
                    "CREDIT_LIMIT",
                    Owner.FINANCE,
                    "Raise the credit limit of the web account in Sage 200, or let the Sage user override it, then press Plan again"),
            new Known(
                    "on hold|on stop",
                    "CUSTOMER_ON_HOLD",
                    Owner.FINANCE,
                    "Take the account off hold in Sage 200, then press Plan again"),
            new Known(
                    "period|financial year|date .*(range|closed|invalid|not allowed|acceptable)",
                    "PERIOD_CLOSED",
                    Owner.FINANCE,
                    "Open the period in Sage 200, then press Plan again"),
            new Known(
                    "(stock|quantity).*(insufficient|not enough|available)|(insufficient|not enough).*(stock|quantity)",
                    "NOT_ENOUGH_STOCK",
                    Owner.OPERATIONS,
                    "Book the stock in, or set orders.allocate = none, then press Plan again"),
            new Known(
                    "single batch|traceable|serial",
                    "TRACEABLE_STOCK",
                    Owner.OPERATIONS,
                    "Check the item's batch or serial settings in Sage 200, then press Plan again"),
            new Known(
                    "inactive|discontinued|not (allowed|for sale)|cannot be sold",
                    "PRODUCT_NOT_FOR_SALE",
                    Owner.OPERATIONS,
                    "Make the item active and allow it on sales orders in Sage 200, then press Plan again"),
            new Known(
                    "nominal",
                    "NOMINAL_NOT_USABLE",
                    Owner.FINANCE,
                    "Correct the nominal in the mappings, or create it in Sage 200, then press Plan again"),
            new Known(
                    "(max|maximum|field|string|text).*(length|long|characters)|too long|exceed",
                    "FIELD_TOO_LONG",
                    Owner.OPERATIONS,
                    "Shorten the value in Centra or in the mappings, then press Plan again"),
            new Known(
                    "permission|not authori[sz]ed|access",
                    "MISSING_PERMISSION",
                    Owner.OPERATIONS,
                    "Give the Sage user the permission in Sage 200, then press Plan again"));

    private Refusals() {}

    /** The reason behind Sage's status and its own words. */
    static Reason reason(int status, String document, String text) {
        return switch (status) {
            case 403 -> feature(document, text);
            case 404 -> unknownToThisVersion(document, text);
            default -> reason(document, text);
        };
    }

    private static Reason reason(String document, String text) {
        String what = "Sage 200 refused " + document + (text.isEmpty() ? " without saying why" : ": " + text);
        return KNOWN.stream()
                .filter(known -> known.pattern().matcher(text).find())
                .findFirst()
                .map(known -> new Reason(known.code(), known.owner(), what, known.remedy()))
                .orElseGet(
                        () -> new Reason(
                                "REFUSED_BY_SAGE",
                                Owner.FINANCE,
                                what,
                                "Correct what Sage 200 names, in Sage 200, in Centra or in the mappings, then press Plan again"));
    }

    static Reason priceOverride(String document) {
        return new Reason(
                "MISSING_PERMISSION",
                Owner.OPERATIONS,
                "Sage 200 refused " + document + ": the Sage user may not override prices and discounts",
                "In Sage 200, give the user \"override prices and discounts\" in the SOP user permissions, then press Plan again");
    }

    static Reason permission(String document, String text) {
        return new Reason(
                "MISSING_PERMISSION",
                Owner.OPERATIONS,
                "Sage 200 refused " + document + " for want of a permission, though the sign-in is good"
                        + (text.isEmpty() ? "" : ": " + text),
                "In Sage 200, check the user's SOP user permissions, above all \"override prices and discounts\", then"
                        + " retry");
    }

    private static Reason feature(String document, String text) {
        return new Reason(
                "MISSING_FEATURE",
                Owner.OPERATIONS,
                "Sage 200 refused " + document + ", because the Sage user's role does not include this feature: "
                        + text,
                "In Sage 200 System Administration, give the user's role the sales order features, then press Plan again");
    }

    private static Reason unknownToThisVersion(String document, String text) {
        return new Reason(
                "NOT_ON_THIS_SAGE_VERSION",
                Owner.OPERATIONS,
                "Sage 200 has no such resource for " + document + ": " + text,
                "Check sage200.url and the version of Sage 200, then press Plan again");
    }

    /** What a 403 or 404 means that does not come with a word of Sage's. */
    static String ofTheSite(int status, String document) {
        String what = "something answered " + status + " to " + document + " without a word of Sage's: ";
        return what
                + (status == 403
                        ? "give the Sage user's role the sales order features in Sage 200 System Administration"
                        : "check sage200.url, and that this version of Sage 200 takes sales orders")
                + ", and see what stands between this server and Sage; it is tried again by itself";
    }

    private record Known(Pattern pattern, String code, Owner owner, String remedy) {
        Known(String regex, String code, Owner owner, String remedy) {
            this(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), code, owner, remedy);
        }
    }
}
