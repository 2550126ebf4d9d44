package centrasage.orders.check;

import centrasage.flow.OrdersFrom;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings that decide about orders.
 *
 * @param defaultCompany {@code sage200.company}: the company of accounts that name none
 * @param from {@code orders.from}
 * @param statuses {@code orders.statuses}: an order of another status is not posted
 * @param stores {@code orders.stores}, by name; empty is every store
 * @param allocate {@code orders.allocate}
 * @param tolerance {@code orders.tolerance} and {@code orders.tolerance-per-order}
 * @param negativeRounding {@code rounding.negative}
 * @param onDifference {@code orders.on-difference}
 * @param giftCards {@code gift-card.vat} and {@code orders.credit-vouchers}
 * @param zone the site's zone, in which an order has its date
 */
public record OrderRules(
        String defaultCompany,
        OrdersFrom from,
        Set<String> statuses,
        Set<String> stores,
        Allocation allocate,
        Tolerance tolerance,
        NegativeRounding negativeRounding,
        OnDifference onDifference,
        GiftCardRules giftCards,
        ZoneId zone) {

    public OrderRules {
        // A setting in the wrong case would skip every order, and nobody would be told.
        statuses = statuses.stream()
                .map(status -> status.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        stores = Set.copyOf(stores);
    }

    boolean isOurs(String store) {
        return stores.isEmpty() || stores.stream().anyMatch(store::equalsIgnoreCase);
    }

    /** How much of an ordered quantity Sage 200 is asked to allocate. */
    public enum Allocation {
        AVAILABLE,
        NONE;

        /** As the setting writes it: {@code available} or {@code none}. */
        public static Allocation of(String setting) {
            return valueOf(setting.toUpperCase(Locale.ROOT));
        }
    }

    /** When VAT is due on a gift card: when it is spent, or when it is sold (HMRC, VAT Notice 700/7). */
    public enum GiftCardVat {
        MULTI_PURPOSE,
        SINGLE_PURPOSE;

        /** As the setting writes it; blank is not decided. */
        public static Optional<GiftCardVat> of(String setting) {
            return setting.isBlank()
                    ? Optional.empty()
                    : Optional.of(
                            valueOf(setting.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
        }
    }

    /** What to do when Sage 200 arrives at another total than Centra's, for all that was planned. */
    public enum OnDifference {
        EXCEPTION,
        CORRECT;

        /** As the setting writes it: {@code exception} or {@code correct}. */
        public static OnDifference of(String setting) {
            return valueOf(setting.toUpperCase(Locale.ROOT));
        }
    }

    /** What to do when the rounding line would take something off. */
    public enum NegativeRounding {
        CHARGE_LINE,
        DOCUMENT_DISCOUNT,
        HOLD;

        /** As the setting writes it: {@code charge-line}, {@code document-discount} or {@code hold}. */
        public static NegativeRounding of(String setting) {
            return valueOf(setting.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
