package centrasage.settlements.match;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.file.Fee;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line settles, and why it settles nothing. */
class MatcherTest {
    private static final SettlementKey BATCH =
            new SettlementKey("adyen", "HarbourGB", "7", Currency.getInstance("GBP"));
    private static final long TOLERANCE = 5;

    private final OpenEntries entries = new OpenEntries();
    private final Matcher matcher = new Matcher(entries, text -> text.replaceFirst("^HL-", ""), TOLERANCE);
    private long numbers;

    private OpenEntry receipt(String order, String reference, long minor) {
        return add(order, reference, minor, false);
    }

    private OpenEntry refund(String order, String reference, long minor) {
        return add(order, reference, minor, true);
    }

    private OpenEntry add(String order, String reference, long minor, boolean isRefund) {
        OpenEntry entry = new OpenEntry(++numbers, isRefund, minor, order, reference);
        entries.add(entry);
        return entry;
    }

    private SettlementLine line(String payment, String modification, String merchant, String gross) {
        return line(payment, modification, merchant, gross, gross);
    }

    private SettlementLine line(String payment, String modification, String merchant, String gross, String net) {
        Money paid = Money.of(gross, "GBP");
        return new SettlementLine(
                BATCH,
                ++numbers,
                paid.isNegative() ? "Refunded" : "Settled",
                paid.isNegative() ? LineKind.REFUND : LineKind.SALE,
                null,
                paid,
                BigDecimal.ONE,
                Money.of(net, "GBP"),
                List.of(),
                new References(payment, modification, merchant, ""),
                "");
    }

    private static void settles(Match match, Method method, OpenEntry... expected) {
        assertThat(match).isInstanceOf(Match.Settles.class);
        Match.Settles settles = (Match.Settles) match;
        assertThat(settles.method()).isEqualTo(method);
        assertThat(settles.entries()).containsExactlyInAnyOrder(expected);
    }

    private static void isOpen(Match match, Unmatched why, OpenEntry... candidates) {
        assertThat(match).isEqualTo(new Match.Open(why, List.of(candidates)));
    }

    @Test
    void by_the_providers_reference_and_the_amount_and_no_line_finds_it_again() {
        OpenEntry receipt = receipt("10234", "PSP1", 5000);
        settles(matcher.match(line("PSP1", "CAP1", "other", "50.00")), Method.PAYMENT_REFERENCE, receipt);
        assertThat(entries.open()).isZero();
        isOpen(matcher.match(line("PSP1", "CAP1", "other", "50.00")), Unmatched.MISSING_TRANSACTION);
    }

    @Test
    void a_refund_settles_a_refund_and_never_the_receipt_of_the_same_payment_and_amount() {
        OpenEntry receipt = receipt("10234", "PSP1", 5000);
        OpenEntry refund = refund("10234", "PSP1", 5000);
        settles(matcher.match(line("PSP1", "REF1", "10234", "-50.00")), Method.PAYMENT_REFERENCE, refund);
        settles(matcher.match(line("PSP1", "CAP1", "10234", "50.00")), Method.PAYMENT_REFERENCE, receipt);
    }

    @Test
    void of_two_equal_captures_the_reference_of_the_capture_means_one() {
        receipt("10234", "PSP1", 5000);
        receipt("10234", "PSP1", 5000);
        OpenEntry meant = receipt("10234", "CAP2", 5000);
        settles(matcher.match(line("PSP1", "CAP2", "10234", "50.00")), Method.MODIFICATION_REFERENCE, meant);
    }

    @Test
    void where_two_fit_neither_is_taken() {
        OpenEntry one = receipt("10234", "PSP1", 5000);
        OpenEntry other = receipt("10234", "PSP1", 5000);
        isOpen(matcher.match(line("PSP1", "PSP1", "10234", "50.00")), Unmatched.AMBIGUOUS, one, other);
        assertThat(entries.open()).isEqualTo(2);
    }

    @Test
    void by_the_shops_reference_without_what_the_shop_puts_before_it() {
        OpenEntry receipt = receipt("10234", "", 5000);
        settles(matcher.match(line("PSP9", "CAP9", "HL-10234", "50.00")), Method.ORDER, receipt);
    }

    /** The order says Klarna and the money is in PayPal's file: the provider's reference is another, and the order's is the same. */
    @Test
    void a_payment_within_another_providers_is_found_by_its_order() {
        OpenEntry receipt = receipt("10234", "klarna-uuid", 5000);
        settles(matcher.match(line("8PP12345", "8PP12345", "10234", "50.00")), Method.ORDER, receipt);
    }

    @ParameterizedTest
    @CsvSource({"50.05, 5", "49.95, -5", "50.01, 1"})
    void within_what_is_tolerated_the_difference_is_stated(String gross, long variance) {
        OpenEntry receipt = receipt("10234", "PSP1", 5000);
        Match match = matcher.match(line("PSP1", "CAP1", "10234", gross));
        settles(match, Method.ORDER_WITHIN_TOLERANCE, receipt);
        assertThat(((Match.Settles) match).varianceMinor()).isEqualTo(variance);
    }

    @Test
    void a_difference_beyond_that_is_a_persons() {
        OpenEntry receipt = receipt("10234", "PSP1", 5000);
        isOpen(matcher.match(line("PSP1", "CAP1", "10234", "50.06")), Unmatched.AMOUNT_DIFFERS, receipt);
        isOpen(matcher.match(line("PSP2", "CAP2", "10235", "50.00")), Unmatched.MISSING_TRANSACTION);
    }

    @Test
    void one_line_settles_all_captures_of_its_payment_that_come_to_it() {
        OpenEntry one = receipt("10234", "PSP1", 3000);
        OpenEntry other = receipt("10234", "PSP1", 2000);
        settles(matcher.match(line("PSP1", "PSP1", "10234", "50.00")), Method.SEVERAL_ENTRIES, one, other);
    }

    @Test
    void lines_that_found_nothing_settle_the_receipt_of_their_payment_together() {
        OpenEntry receipt = receipt("10234", "PSP1", 5000);
        SettlementLine one = line("PSP1", "A", "10234", "20.00");
        SettlementLine other = line("PSP1", "B", "10234", "30.00");
        isOpen(matcher.match(one), Unmatched.AMOUNT_DIFFERS, receipt);
        isOpen(matcher.match(other), Unmatched.AMOUNT_DIFFERS, receipt);
        Map<SettlementLine, Match.Settles> together = matcher.together(List.of(one, other));
        assertThat(together).containsOnlyKeys(one, other);
        together.values().forEach(match -> settles(match, Method.SEVERAL_LINES, receipt));
        assertThat(entries.open()).isZero();
    }

    @Test
    void two_equal_lines_settle_two_equal_captures_together_though_nobody_can_say_which_is_which() {
        OpenEntry one = receipt("10234", "PSP1", 2500);
        OpenEntry other = receipt("10234", "PSP1", 2500);
        SettlementLine first = line("PSP1", "PSP1", "10234", "25.00");
        SettlementLine second = line("PSP1", "PSP1", "10234", "25.00");
        isOpen(matcher.match(first), Unmatched.AMBIGUOUS, one, other);
        assertThat(matcher.together(List.of(first))).isEmpty();
        assertThat(matcher.together(List.of(first, second))).hasSize(2);
        assertThat(entries.open()).isZero();
    }

    @Test
    void lines_of_two_payments_or_of_both_kinds_settle_nothing_together() {
        receipt("10234", "PSP1", 5000);
        SettlementLine one = line("PSP1", "A", "10234", "20.00");
        assertThat(matcher.together(List.of(one, line("PSP2", "B", "10234", "30.00"))))
                .isEmpty();
        assertThat(matcher.together(List.of(one, line("PSP1", "B", "10234", "-30.00"))))
                .isEmpty();
    }

    @Test
    void a_line_that_contradicts_itself_settles_nothing() {
        receipt("10234", "PSP1", 5000);
        isOpen(matcher.match(line("PSP1", "A", "10234", "50.00", "40.00")), Unmatched.CONTRADICTION);
        assertThat(matcher.together(List.of(line("PSP1", "A", "10234", "50.00", "40.00"))))
                .isEmpty();
    }

    @Test
    void fees_are_part_of_what_explains_the_net() {
        OpenEntry receipt = receipt("10234", "PSP1", 5000);
        SettlementLine bare = line("PSP1", "A", "10234", "50.00", "48.80");
        SettlementLine paid = new SettlementLine(
                bare.batch(),
                bare.number(),
                bare.type(),
                bare.kind(),
                null,
                bare.gross(),
                bare.rate(),
                bare.net(),
                List.of(
                        new Fee(FeeKind.MARKUP, Money.of("0.70", "GBP")),
                        new Fee(FeeKind.SCHEME, Money.of("0.50", "GBP"))),
                bare.references(),
                "");
        settles(matcher.match(paid), Method.PAYMENT_REFERENCE, receipt);
    }

    @Test
    void lines_on_the_wrong_side_settle_nothing_together_with_others() {
        OpenEntries entries = new OpenEntries();
        entries.add(new OpenEntry(1, false, 700, "10234", "PSP1"));
        entries.add(new OpenEntry(2, false, 800, "10234", "PSP1"));
        Matcher matcher = new Matcher(entries, reference -> reference, 0);
        SettlementLine sale = sale(1, "11.00");
        SettlementLine wrong = sale(2, "-4.00");
        assertThat(matcher.together(List.of(sale, wrong))).isEmpty();
        assertThat(entries.open()).isEqualTo(2);
    }

    private static SettlementLine sale(long number, String gross) {
        SettlementKey key = new SettlementKey("adyen", "Shop", "1", Currency.getInstance("GBP"));
        Money amount = Money.of(gross, "GBP");
        return new SettlementLine(
                key,
                number,
                "Settled",
                LineKind.SALE,
                null,
                amount,
                BigDecimal.ONE,
                amount,
                List.of(),
                new References("PSP1", "", "", ""),
                "");
    }

    @Test
    void a_penny_off_within_one_currency_is_no_rounding() {
        SettlementKey key = new SettlementKey("adyen", "Shop", "1", Currency.getInstance("GBP"));
        SettlementLine off = new SettlementLine(
                key,
                1,
                "Settled",
                LineKind.SALE,
                null,
                Money.of("50.00", "GBP"),
                BigDecimal.ONE,
                Money.of("49.99", "GBP"),
                List.of(),
                new References("PSP1", "", "", ""),
                "");
        assertThat(off.unexplained()).isEqualTo(Money.of("-0.01", "GBP"));
    }
}
