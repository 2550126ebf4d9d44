package centrasage.orders.edit;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.orders.check.OrderChecks;
import centrasage.orders.document.PrintedParts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of one order side by side, in Centra's figures: all that {@link centrasage.orders.check.Fingerprint} covers, and
 * what is printed for the customer.
 *
 * @param cancelled whether it is cancelled now: then none of its lines is to be delivered, whatever they say
 * @param sums the grand total first, then what it is made of beside the lines, and whatever else is not the same
 * @param texts what is not the same and is no amount
 * @param lines every line of either version, those that are the same last
 */
public record Edit(String currency, boolean cancelled, List<Sum> sums, List<Text> texts, List<LineEdit> lines) {
    private static final String CANCELLED = "CANCELLED";
    private static final int DECIMALS = 2;

    public Edit {
        sums = List.copyOf(sums);
        texts = List.copyOf(texts);
        lines = List.copyOf(lines);
    }

    /** An amount of the order beside its lines, such as {@code Shipping}. */
    public record Sum(String name, BigDecimal posted, BigDecimal now) {
        public Sum {
            posted = decimals(posted);
            now = decimals(now);
        }

        /** How much more it is now. */
        public BigDecimal difference() {
            return now.subtract(posted);
        }

        boolean isSame() {
            return difference().signum() == 0;
        }

        boolean isNothing() {
            return posted.signum() == 0 && now.signum() == 0;
        }
    }

    /**
     * What is no amount, such as {@code Ships to}.
     *
     * @param personal whether it is about a person
     * @param posted empty where there was none; null where it is personal and not for whoever asks
     * @param now likewise
     */
    public record Text(
            String name,
            boolean personal,
            @Nullable String posted,
            @Nullable String now) {
        static Text of(String name, @Nullable String posted, @Nullable String now) {
            return new Text(name, false, Objects.requireNonNullElse(posted, ""), Objects.requireNonNullElse(now, ""));
        }

        boolean isSame() {
            return Objects.equals(posted, now);
        }

        /** Personal data must not end in a log. */
        @Override
        public String toString() {
            return personal ? "Text[" + name + "]" : "Text[" + name + ", posted=" + posted + ", now=" + now + "]";
        }
    }

    public static Edit between(Order posted, Order now) {
        return new Edit(
                now.currency(),
                now.status().equals(CANCELLED),
                sums(posted, now),
                Stream.concat(texts(posted, now), printed(PrintedParts.of(posted), PrintedParts.of(now)))
                        .filter(text -> !text.isSame())
                        .toList(),
                LineEdit.between(OrderChecks.liveLines(posted), OrderChecks.liveLines(now)));
    }

    /** For whoever may not see who the customer is: that it changed, and not into what. */
    public Edit withoutPersonalData() {
        return new Edit(
                currency,
                cancelled,
                sums,
                texts.stream()
                        .map(text -> text.personal() ? new Text(text.name(), true, null, null) : text)
                        .toList(),
                lines);
    }

    /** With all that the total is made of, whether it is the same or not: so that whoever adds the lines up arrives at the total. */
    private static List<Sum> sums(Order posted, Order now) {
        Order.Totals before = posted.totals();
        Order.Totals after = now.totals();
        Stream<Sum> always = Stream.of(
                new Sum("Total", posted.grandTotal(), now.grandTotal()),
                new Sum("Shipping", before.shipping(), after.shipping()),
                new Sum("Handling", before.handling(), after.handling()),
                new Sum("Discounts", before.discounts(), after.discounts()));
        Stream<Sum> whereThereIsAny = Stream.of(
                        new Sum("VAT added", before.taxAdded(), after.taxAdded()),
                        new Sum("VAT deducted", before.taxDeducted(), after.taxDeducted()))
                .filter(sum -> !sum.isNothing());
        Stream<Sum> ofTheTotal = Stream.of(new Sum("VAT included", before.taxIncluded(), after.taxIncluded()))
                .filter(sum -> !sum.isSame());
        return Stream.of(always, whereThereIsAny, ofTheTotal)
                .flatMap(sum -> sum)
                .toList();
    }

    private static Stream<Text> texts(Order posted, Order now) {
        return Stream.of(
                Text.of("Currency", posted.currency(), now.currency()),
                Text.of("Ships to", country(posted), country(now)),
                Text.of("Shipping option", posted.shippingOption(), now.shippingOption()),
                Text.of("Store", posted.store(), now.store()),
                Text.of("Market", posted.market(), now.market()));
    }

    private static Stream<Text> printed(Map<String, String> posted, Map<String, String> now) {
        return posted.keySet().stream().map(name -> new Text(title(name), true, posted.get(name), now.get(name)));
    }

    private static String title(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static @Nullable String country(Order order) {
        Address address = order.shippingAddress();
        return address == null ? null : address.countryCode();
    }

    /** With two decimals, and more only where Centra has more: nothing is rounded. */
    static BigDecimal decimals(BigDecimal amount) {
        return amount.setScale(Math.max(DECIMALS, amount.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
    }
}
