package centrasage.settlements.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a batch is called for ever where names are short. */
class SettlementKeyTest {
    private static SettlementKey key(String account, String batch) {
        return key("adyen", account, batch, "GBP");
    }

    private static SettlementKey key(String psp, String account, String batch, String currency) {
        return new SettlementKey(psp, account, batch, Currency.getInstance(currency));
    }

    @Test
    void a_plain_one_is_called_as_it_is() {
        assertThat(key("BrandGB", "380").name()).isEqualTo("adyen/BrandGB/380/GBP");
        assertThat(key("BrandGB", "380")).hasToString("adyen BrandGB batch 380 GBP");
    }

    @Test
    void one_of_36_characters_fits_and_one_of_37_does_not() {
        assertThat(key("BrandGB", "123456789012345678").name()).isEqualTo("adyen/BrandGB/123456789012345678/GBP");
        assertThat(key("BrandGB", "1234567890123456789").name()).isEqualTo("adyen/BrandGB/12345678901~2f5ecab115");
    }

    @ParameterizedTest
    @CsvSource({"Brand GB, 380", "Märke, 380", "BrandGB, 三八〇", "'Brand\tGB', 380"})
    void what_is_no_plain_ascii_is_told_by_a_hash(String account, String batch) {
        assertThat(key(account, batch).name())
                .matches("[!-~]{1,25}~[0-9a-f]{10}")
                .startsWith("adyen/");
    }

    @Test
    void different_ones_have_different_names_that_stay() {
        List<SettlementKey> keys = List.of(
                key("BrandGB", "380"),
                key("BrandGB", "381"),
                key("BrandSE", "380"),
                key("stripe", "BrandGB", "380", "GBP"),
                key("adyen", "BrandGB", "380", "EUR"),
                key("BrandGB", "11111111-2222-3333-4444-abcdef123456"),
                key("BrandGB", "11111111-2222-3333-4444-abcdef123457"),
                key("Märke", "380"),
                key("Mårke", "380"),
                key("M_rke", "380"),
                key("M rke", "380"));
        assertThat(keys).extracting(SettlementKey::name).doesNotHaveDuplicates();
        assertThat(keys).allMatch(key -> key.name().length() <= 36);
        assertThat(key("Märke", "380").name()).isEqualTo(key("Märke", "380").name());
    }

    @Test
    void nothing_of_it_is_empty() {
        Stream.<Runnable>of(() -> key(" ", "BrandGB", "380", "GBP"), () -> key("", "380"), () -> key("BrandGB", "\t"))
                .forEach(made -> assertThatThrownBy(made::run)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("a provider, a merchant account and a number"));
    }
}
