package centrasage.orders.document;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.mapping.VatRounding;
import centrasage.money.Money;
import centrasage.money.VatRate;
import centrasage.orders.check.Tolerance;
import centrasage.orders.plan.TotalsPropertyTest;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.ledger.InvoicedOrder.Kind;
import centrasage.sage200.ledger.InvoicedOrder.Origin;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices worked out by hand for single cases; {@link TotalsPropertyTest} has the many. */
class TotalsFitTest {

    @ParameterizedTest
    @CsvSource({
        // 8.32 x 20 % is 1.66, so a penny more, and the rounding line takes it off
        "false, PER_LINE, 9.99, 1.67, 20, 8.33, -0.01",
        // 8.33 x 20 % is 1.666
        "false, PER_LINE, 10.00, 1.67, 20, 8.33, 0.00",
        // Centra rounded down: 8.32 x 20 % is 1.664
        "false, PER_LINE, 9.98, 1.66, 20, 8.32, 0.00",
        // 7.80 x 25 % is 1.95
        "false, PER_LINE, 9.75, 1.95, 25, 7.80, 0.00",
        // 0.10 x 25 % would be exactly 2.5 pennies: half up 3, half even 2
        "false, PER_LINE, 0.13, 0.03, 25, 0.11, -0.01",
        // Prices include VAT: 9.99 holds exactly 1.665
        "true, PER_LINE, 9.99, 1.67, 20, 10.00, -0.01",
        "true, PER_LINE, 9.99, 1.66, 20, 9.98, 0.01",
        "true, PER_TAX_CODE, 9.75, 1.95, 25, 9.75, 0.00",
        // No VAT, nothing to fit
        "false, PER_LINE, 9.99, 0.00, 0, 9.99, 0.00",
    })
    void one_line(
            boolean inclusive, VatRounding rounding, String gross, String vat, String rate, String price, String left) {
        Fit.Fitted fitted = fitted(fit(inclusive, rounding).fit(List.of(line(1, gross, vat, 1, rate))));

        assertThat(fitted.unitPrices().get(0)).isEqualByComparingTo(price);
        assertThat(fitted.rounding()).isEqualTo(Money.of(left, "GBP"));
        assertThat(fitted.vat()).isEqualTo(Money.of(vat, "GBP"));
        assertThat(fitted.inexactCodes()).isZero();
    }

    @Test
    void per_tax_code_the_sum_counts() {
        Fit.Fitted fitted = fitted(fit(false, VatRounding.PER_TAX_CODE).fit(lines(3, "9.99", "1.67")));

        // 24.96 x 20 % is 4.992, and 5.01 takes 25.03: seven pennies more, shared out
        assertThat(fitted.vat()).isEqualTo(Money.of("5.01", "GBP"));
        assertThat(fitted.rounding()).isEqualTo(Money.of("-0.07", "GBP"));
        assertThat(fitted.unitPrices())
                .extracting(BigDecimal::toPlainString)
                .containsExactly("8.35000", "8.34000", "8.34000");
    }

    @Test
    void vat_out_of_reach_is_a_penny_off_and_says_so() {
        // Ten lines whose VAT was rounded up each time: 16.70 takes 83.48, 28 pennies more than there are; 16.69 takes
        // 23.
        List<CodedOrder.Line> lines = lines(10, "9.99", "1.67");

        Fit.Fitted exact = fitted(fit(false, VatRounding.PER_TAX_CODE, "0.028").fit(lines));
        Fit.Fitted nearly = fitted(fit(false, VatRounding.PER_TAX_CODE, "0.025").fit(lines));
        Fit unfit = fit(false, VatRounding.PER_TAX_CODE, "0.02").fit(lines);

        assertThat(exact.inexactCodes()).isZero();
        assertThat(nearly.inexactCodes()).isOne();
        assertThat(nearly.vat()).isEqualTo(Money.of("16.69", "GBP"));
        assertThat(nearly.rounding()).isEqualTo(Money.of("-0.22", "GBP"));
        assertThat(((Fit.Unfit) unfit).reason().what())
                .isEqualTo("Sage 200 cannot arrive at the VAT of GBP 16.70 for tax code 1: it would take a rounding of"
                        + " GBP 0.28, and GBP 0.20 is allowed (orders.tolerance = 0.02 for each of 10 lines)");
    }

    /** Ten thousand lines may each be rounded by five pennies, and their sum is what finance has to explain. */
    @Test
    void an_order_of_many_lines_is_bounded_as_a_whole() {
        List<CodedOrder.Line> many = lines(10_000, "9.99", "1.67");
        Fit unfit = fit(false, VatRounding.PER_TAX_CODE, "0.05").fit(many);
        assertThat(((Fit.Unfit) unfit).reason().what())
                .startsWith(
                        "Sage 200 cannot arrive at the VAT of GBP 16700.00 for tax code 1: it would take a rounding of")
                .endsWith("and GBP 2.00 is allowed (orders.tolerance-per-order = 2.00 for the order, whatever"
                        + " orders.tolerance = 0.05 for each of 10000 lines allows)");
        assertThat(((Fit.Unfit) unfit).reason().remedy()).contains("orders.tolerance or orders.tolerance-per-order");
        Fit.Fitted allowed =
                fitted(fit(false, VatRounding.PER_TAX_CODE, "0.05", "400").fit(many));
        assertThat(allowed.rounding().isNegative()).isTrue();
        assertThat(allowed.rounding().abs().amount()).isBetween(new BigDecimal("2.01"), new BigDecimal("400"));
    }

    /** The bound may leave VAT a penny off, as the bound for each line may. */
    @Test
    void the_bound_of_the_order_chooses_a_penny_of_vat_too() {
        Fit.Fitted nearly =
                fitted(fit(false, VatRounding.PER_TAX_CODE, "0.05", "0.25").fit(lines(10, "9.99", "1.67")));
        assertThat(nearly.inexactCodes()).isOne();
        assertThat(nearly.rounding()).isEqualTo(Money.of("-0.22", "GBP"));
    }

    @Test
    void tax_codes_that_are_each_within_the_bound_are_bounded_together() {
        List<CodedOrder.Line> lines = List.of(line(1, "9.99", "1.67", 1, "20"), line(2, "9.99", "1.67", 1, "20"));
        assertThat(fitted(fit(false, VatRounding.PER_LINE, "0.05", "0.02").fit(lines))
                        .rounding())
                .isEqualTo(Money.of("-0.02", "GBP"));
        Fit unfit = fit(false, VatRounding.PER_LINE, "0.05", "0.01").fit(lines);
        assertThat(((Fit.Unfit) unfit).reason().what())
                .isEqualTo(
                        "Sage 200 arrives at the VAT of all tax codes only with a rounding of GBP 0.02 on the order, and"
                                + " GBP 0.01 is allowed (orders.tolerance-per-order = 0.01 for the order, whatever"
                                + " orders.tolerance = 0.05 for each of 2 lines allows)");
    }

    @Test
    void tax_codes_are_fitted_each_for_itself() {
        Fit.Fitted fitted = fitted(fit(false, VatRounding.PER_LINE)
                .fit(List.of(
                        line(1, "9.99", "1.67", 1, "20"),
                        line(3, "10.50", "0.50", 1, "5"),
                        line(2, "3.00", "0.00", 3, "0"))));

        assertThat(fitted.unitPrices())
                .extracting(BigDecimal::stripTrailingZeros)
                .containsExactly(new BigDecimal("8.33"), new BigDecimal("1E+1"), new BigDecimal("1"));
        assertThat(fitted.vat()).isEqualTo(Money.of("2.17", "GBP"));
    }

    @Test
    void a_line_given_away_stays_free() {
        Fit.Fitted fitted = fitted(fit(false, VatRounding.PER_TAX_CODE)
                .fit(List.of(line(1, "0.00", "0.00", 1, "20"), line(1, "9.99", "1.67", 1, "20"))));

        assertThat(fitted.unitPrices().get(0)).isEqualByComparingTo("0");
    }

    @Test
    void vat_on_a_zero_rate_cannot_be_reached() {
        Fit unfit = fit(false, VatRounding.PER_LINE).fit(List.of(line(2, "9.99", "0.01", 1, "0")));

        assertThat(((Fit.Unfit) unfit).reason().what())
                .isEqualTo("Sage 200 cannot arrive at the VAT of GBP 0.01 for tax code 2: no prices give it");
    }

    @Test
    void a_quantity_for_which_no_price_is_exact_is_refused() {
        Fit unfit = fit(false, VatRounding.PER_LINE).fit(List.of(line(2, "0.08", "0.00", 1234, "0")));

        assertThat(((Fit.Unfit) unfit).reason().code()).isEqualTo("PRICE_NOT_EXACT");
    }

    private static List<CodedOrder.Line> lines(int count, String gross, String vat) {
        CodedOrder.Line[] lines = new CodedOrder.Line[count];
        Arrays.fill(lines, line(1, gross, vat, 1, "20"));
        return List.of(lines);
    }

    private static CodedOrder.Line line(int taxCode, String gross, String vat, int quantity, String rate) {
        return new CodedOrder.Line(
                LineType.STANDARD,
                "SKU",
                null,
                quantity,
                new BigDecimal(gross),
                new BigDecimal(vat),
                taxCode,
                VatRate.of(rate),
                null,
                true,
                null,
                Map.of(),
                new Origin(Kind.GOODS, 1));
    }

    private static TotalsFit fit(boolean inclusive, VatRounding rounding) {
        return fit(inclusive, rounding, "0.05");
    }

    private static TotalsFit fit(boolean inclusive, VatRounding rounding, String tolerance) {
        return fit(inclusive, rounding, tolerance, "2.00");
    }

    private static TotalsFit fit(boolean inclusive, VatRounding rounding, String perLine, String perOrder) {
        return new TotalsFit(
                inclusive,
                rounding,
                Currency.getInstance("GBP"),
                new Tolerance(new BigDecimal(perLine), new BigDecimal(perOrder)));
    }

    private static Fit.Fitted fitted(Fit fit) {
        assertThat(fit).isInstanceOf(Fit.Fitted.class);
        return (Fit.Fitted) fit;
    }
}
