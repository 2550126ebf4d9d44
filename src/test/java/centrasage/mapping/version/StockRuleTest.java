package centrasage.mapping.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.mapping.MappingFaults;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What the settings refuse is not kept, and where it is in force already it is told and can be mended. */
class StockRuleTest extends VersionsWorld {
    private static final String PUBLISHED = "warehouses.csv, line 2, stock";

    /** Or the remedy would lead nowhere: the folder is not read again, and an application that does not start takes no version. */
    @Test
    void what_the_settings_refuse_at_the_first_start_is_not_kept_so_that_a_corrected_folder_is_loaded()
            throws Exception {
        MappingSeed seed = new MappingSeed(ofInvoices(), texts, folder.toString());
        assertThatThrownBy(seed::begin).hasMessageContaining(PUBLISHED);
        assertThat(versions.currentNumber()).isZero();

        Files.writeString(folder.resolve("warehouses.csv"), WAREHOUSES.replace(",yes,", ",no,"));
        seed.begin();
        assertThat(versions.currentNumber()).isEqualTo(1);
        assertThatThrownBy(() -> ofInvoices().sent(1, file("warehouses.csv", WAREHOUSES)))
                .as("or the next start would be refused")
                .hasMessageContaining(PUBLISHED);
    }

    @Test
    void what_the_settings_refuse_of_the_version_in_force_is_told_at_a_later_start_and_can_be_mended()
            throws Exception {
        started();
        MappingVersions ofInvoices = ofInvoices();
        MappingSeed seed = new MappingSeed(ofInvoices, texts, folder.toString());
        seed.begin();
        assertThat(seed.notice().orElseThrow())
                .contains("Version 1 of the mappings cannot be used any more", PUBLISHED);
        assertThatThrownBy(ofInvoices::current)
                .as("nothing is planned")
                .isInstanceOf(MappingFaults.class)
                .hasMessageStartingWith("version 1 of the mappings, " + PUBLISHED);

        String none = Files.readString(folder.resolve("warehouses.csv")).replace(",yes,", ",no,");
        ofInvoices.keep(ofInvoices.sent(1, file("warehouses.csv", none)), "anna", "");
        assertThat(seed.notice()).isEmpty();
        assertThat(ofInvoices.current().number()).isEqualTo(2);
        assertThatThrownBy(() -> ofInvoices.again(2, 1)).hasMessageContaining(PUBLISHED);
        assertThatThrownBy(() -> seed.edition(2)).hasMessageContaining(PUBLISHED);

        StockRule confirmed = new StockRule("sales-invoice", "other-system");
        assertThat(new MappingVersions(texts, confirmed).again(2, 1).files()).isNotEmpty();
    }

    private MappingVersions ofInvoices() {
        return new MappingVersions(texts, new StockRule("sales-invoice", "sage200"));
    }
}
