package centrasage.settlements.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell is read as what it must be, or it is told with its line, column and value. */
class CellsTest {
    private static final Column COLUMN = new Column(0, "Net Currency");

    private static Cells cells(String value) {
        return new Cells(7, List.of(value));
    }

    /** Gold, a basket of currencies, a test, none at all: an amount of such has no decimals that could be held against it. */
    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XDR", "XTS", "XXX", "GB", ""})
    void what_has_no_coins_is_no_currency_of_a_payout(String code) {
        BadCell bad = catchThrowableOfType(BadCell.class, () -> cells(code).currency(COLUMN));
        assertThat(bad.fault().line()).isEqualTo(7);
        assertThat(bad.fault().column()).isEqualTo("Net Currency");
        assertThat(bad.fault().value()).isEqualTo(code);
        assertThat(bad.fault().why()).isEqualTo("is no currency");
    }

    @Test
    void a_currency_is_read_in_either_case() throws BadCell {
        assertThat(cells("gbp").currency(COLUMN)).isEqualTo(Currency.getInstance("GBP"));
        assertThat(cells("JPY").currency(COLUMN)).isEqualTo(Currency.getInstance("JPY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23E+22", "1,23E+22", "1E+15", "1.829e15", "380.0", "10234.00"})
    void a_reference_that_a_spreadsheet_has_rounded_is_refused(String value) {
        assertThat(catchThrowableOfType(BadCell.class, () -> cells(value).reference(COLUMN))
                        .fault()
                        .value())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4E123456", "1829098024817852", "NQ7E+1", "", "380.10", "1.2.0", "v3.0", "380"})
    void what_only_looks_a_little_like_it_is_a_reference(String value) throws BadCell {
        assertThat(cells(value).reference(COLUMN)).isEqualTo(value);
    }

    @Test
    void what_a_shop_has_numbered_so_is_taken_as_it_is_and_what_has_lost_digits_is_not() throws BadCell {
        assertThat(cells("33992337.0").shopReference(COLUMN)).isEqualTo("33992337.0");
        assertThat(catchThrowableOfType(BadCell.class, () -> cells("1.23E+22").shopReference(COLUMN)))
                .isNotNull();
    }

    @Test
    void what_must_be_there_is_told_where_it_is_not() throws BadCell {
        assertThat(cells(" 380 ").needed(COLUMN)).isEqualTo("380");
        assertThat(catchThrowableOfType(BadCell.class, () -> cells(" ").needed(COLUMN))
                        .fault()
                        .why())
                .isEqualTo("is empty");
    }

    @Test
    void what_the_store_has_no_room_for_is_told_with_its_place() {
        assertThat(catchThrowableOfType(
                                BadCell.class, () -> cells("B".repeat(81)).needed(COLUMN))
                        .fault()
                        .why())
                .isEqualTo("is longer than 80 characters");
        Currency pounds = Currency.getInstance("GBP");
        assertThat(catchThrowableOfType(
                                BadCell.class, () -> cells("1000000000000.00").signed(COLUMN, pounds))
                        .fault()
                        .why())
                .isEqualTo("is more than any payout");
        assertThat(catchThrowableOfType(
                        BadCell.class, () -> cells("123456789012345").minor(COLUMN, pounds)))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        BadCell.class, () -> cells("123456789012345").hundredths(COLUMN, pounds)))
                .isNotNull();
    }

    @Test
    void the_largest_amount_is_read() throws BadCell {
        Currency pounds = Currency.getInstance("GBP");
        assertThat(cells("999999999999.99").signed(COLUMN, pounds)).isEqualByComparingTo("999999999999.99");
        assertThat(cells("99999999999999").minor(COLUMN, pounds)).isEqualByComparingTo("999999999999.99");
        assertThat(cells("99999999999999").hundredths(COLUMN, pounds)).isEqualByComparingTo("999999999999.99");
    }
}
