package centrasage.orders.document;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.mapping.VatRounding;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sage's VAT is not the planned one: is it what the other way of rounding gives? */
class RoundingProposalTest {
    private static Site site(boolean pricesIncludeTax) {
        return new Site(
                "33",
                pricesIncludeTax,
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                Map.of(
                        1, new Site.TaxCode(51, 1, new BigDecimal("20.00")),
                        2, new Site.TaxCode(52, 2, BigDecimal.ZERO),
                        9, new Site.TaxCode(59, 9, new BigDecimal("5.00"))),
                Map.of(),
                Map.of());
    }

    /** @param lines such as {@code 1x0.99@1}: pieces, price and tax code */
    private static NewSalesOrder order(String lines, String vat) {
        List<Line> parsed = Arrays.stream(lines.split(" "))
                .map(line -> line.split("[x@]"))
                .map(part -> new Line(
                        LineType.STANDARD,
                        "DRESS",
                        null,
                        null,
                        new BigDecimal(part[0]),
                        BigDecimal.ZERO,
                        new BigDecimal(part[1]),
                        Integer.valueOf(part[2]),
                        null,
                        Map.of()))
                .toList();
        return new NewSalesOrder(
                "33",
                "CENTGBP1",
                "C1",
                LocalDate.of(2026, 11, 23),
                new DeliveryAddress("", "", "", "", "", "", "", "", "GB", "", "", "", ""),
                Map.of(),
                parsed,
                Money.of("10.00", "GBP"),
                Money.of(vat, "GBP"));
    }

    @ParameterizedTest(name = "prices {0} VAT, {1}: planned {2}, Sage {3} -> {4}")
    @CsvSource({
        // three times 0.198 is 3 x 0.20, and 0.594 once
        "without, 1x0.99@1 1x0.99@1 1x0.99@1,           0.60, 0.59, PER_TAX_CODE",
        "without, 1x0.99@1 1x0.99@1 1x0.99@1,           0.59, 0.60, PER_LINE",
        "without, 3x0.99@1,                             0.59, 0.60, none",
        "without, 1x0.99@1 1x0.99@1 1x0.99@1,           0.60, 0.60, none",
        "without, 1x0.99@1 1x0.99@1 1x0.99@1,           0.60, 0.58, none",
        "without, 1x0.99@1 1x0.99@1 1x0.99@1,           0.61, 0.59, none",
        // each code by itself: 0.60 or 0.59, and 3 x 0.0495 is 3 x 0.05, or 0.1485
        "without, 1x0.99@1 1x0.99@1 1x0.99@1 1x0.99@9 1x0.99@9 1x0.99@9 1x5.00@2, 0.75, 0.74, PER_TAX_CODE",
        // a charge that takes a penny off, without VAT
        "without, 1x0.99@1 1x0.99@1 1x0.99@1 1x-0.01@2, 0.60, 0.59, PER_TAX_CODE",
        // three times 0.1667 of 1.00 gross is 3 x 0.17, and 0.50 once
        "with,    1x1.00@1 1x1.00@1 1x1.00@1,           0.51, 0.50, PER_TAX_CODE",
        "with,    1x1.00@1 1x1.00@1 1x1.00@1,           0.50, 0.51, PER_LINE",
        "with,    1x1.00@1 1x1.00@1 1x1.00@1,           0.60, 0.59, none",
        "without, 1x0.99@77 1x0.99@77 1x0.99@77,        0.60, 0.59, none"
    })
    void the_other_way_is_proposed_when_it_gives_exactly_what_sage_has(
            String prices, String lines, String planned, String actual, String proposed) {
        RoundingProposal proposal = new RoundingProposal(order(lines, planned), site(prices.equals("with")));
        Optional<VatRounding> expected =
                proposed.equals("none") ? Optional.empty() : Optional.of(VatRounding.valueOf(proposed));
        assertThat(proposal.of(Money.of(actual, "GBP"))).isEqualTo(expected);
    }

    @Test
    void the_row_to_change_is_named() {
        RoundingProposal proposal = new RoundingProposal(order("1x0.99@1 1x0.99@1 1x0.99@1", "0.60"), site(false));
        assertThat(proposal.words(Money.of("0.59", "GBP")))
                .hasValue(
                        "Sage's VAT is exactly what per-tax-code gives for the lines that were sent. If other orders show"
                                + " the same, change the row of company 33 in companies.csv: vat_rounding = per-tax-code instead of"
                                + " per-line");
        assertThat(proposal.words(Money.of("0.60", "GBP"))).isEmpty();
    }
}
