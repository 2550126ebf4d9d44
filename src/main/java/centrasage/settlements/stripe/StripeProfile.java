package centrasage.settlements.stripe;

import centrasage.settlements.file.LineKind;
import java.util.List;
import java.util.Map;

/**
 * What the files of one account do not say themselves.
 *
 * @param account of which they are; Stripe's files name none
 * @param merchantReferences the columns that can have the shop's reference, for instance {@code payment_metadata[order]}; the first of them
 *     that is filled counts, and one of them must be in the file
 * @param told what people have said of categories that are not known here, by the category in lower case
 */
public record StripeProfile(
        String account, PayoutRows payouts, List<String> merchantReferences, Map<String, LineKind> told) {

    public static final StripeProfile PLAIN = new StripeProfile("stripe", PayoutRows.IN_THE_FILE, List.of(), Map.of());

    public StripeProfile {
        if (account.isBlank()) {
            throw new IllegalArgumentException("files of Stripe are of an account, and somebody must say of which");
        }
        merchantReferences = List.copyOf(merchantReferences);
        told = Map.copyOf(told);
    }
}
