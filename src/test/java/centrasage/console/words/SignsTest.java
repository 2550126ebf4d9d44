package centrasage.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.Situations;
import centrasage.desk.BusinessException;
import centrasage.flow.Owner;
import centrasage.flow.PostingState;
import centrasage.flow.Severity;
import centrasage.flow.event.SettlementFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignsTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private final Signs signs = new Signs();

    private Stream<Sign> all() {
        return Stream.of(
                        Arrays.stream(PostingState.values()).map(signs::posting),
                        Arrays.stream(Severity.values()).map(signs::severity),
                        Arrays.stream(BusinessException.State.values()).map(signs::exception),
                        Stream.of("COMPLETED", "STARTED", "STOPPING", "STOPPED", "FAILED", "ABANDONED", "?")
                                .map(signs::run))
                .flatMap(each -> each);
    }

    @Test
    void no_two_states_of_a_posting_share_a_word() {
        List<String> words = Arrays.stream(PostingState.values())
                .map(signs::posting)
                .map(Sign::word)
                .toList();
        assertThat(words).doesNotHaveDuplicates().hasSize(PostingState.values().length);
    }

    @Test
    void every_sign_has_an_icon_that_is_drawn_and_a_tone_that_is_coloured() throws IOException {
        String icons = Files.readString(PAGES.resolve("WEB-INF/templates/icons.xhtml"));
        String styles = Files.readString(PAGES.resolve("resources/console/console.css"));
        assertThat(all()).allSatisfy(sign -> {
            assertThat(icons).contains("id=\"icon-" + sign.icon() + "\"");
            assertThat(styles).contains(".sign." + sign.tone() + " {").contains(".dot." + sign.tone() + " {");
            assertThat(sign.meaning()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_SKU, Unknown SKU",
        "VAT_NOT_MAPPED, VAT not mapped",
        "REFUSED_BY_SAGE, Refused by Sage",
        "NOT_PAID, Not paid",
        "OPEN, Open"
    })
    void codes_are_read_as_words(String code, String words) {
        assertThat(signs.code(code)).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource(SettlementFinding.Kind.class)
    void every_finding_of_settlements_has_a_subject_in_words(SettlementFinding.Kind kind) {
        String subject = signs.subject(Situations.about(BusinessException.Kind.valueOf(kind.name()), "subject"));
        assertThat(subject).matches("(File|Batch|Clearing bank|Journal) subject");
    }

    @Test
    void owners_and_linked_documents_are_named_as_people_name_them() {
        assertThat(signs.owner(Owner.CX)).isEqualTo("CX");
        assertThat(signs.owner(Owner.FINANCE)).isEqualTo("Finance");
        assertThat(signs.system("centra-order")).isEqualTo("Centra order");
        assertThat(signs.system("sage200-order")).isEqualTo("Sage 200 order");
    }

    @ParameterizedTest
    @CsvSource({
        "HELD, 10234, Order 10234",
        "REFUSED, 10234-1, Shipment 10234-1",
        "HELD, 10234-1/3, Tracking of shipment 10234-1",
        "PARKED, 33/0000000012, Despatch 33/0000000012",
        "HELD, 10234/P55, Payment 10234/P55",
        "MAPPING_CHECK, mapping-check/UNKNOWN_SKU, Mapping check: unknown SKU",
        "MAPPING_CHECK, mapping-check/VAT_NOT_MAPPED, Mapping check: VAT not mapped",
        "SITE_CHECK, site-check/OVERRIDE_PRICES, Site check: override prices",
        "DESPATCHED_NOT_INVOICED, worklist/DESPATCHED_NOT_INVOICED, Worklist: despatched not invoiced",
        "INVOICE_NOT_TAKEN, invoice/33/0000000012, Invoice: 33/0000000012",
        "SETTLEMENT_FILE, report.csv, File report.csv",
        "SETTLEMENT_NOT_PROVEN, adyen/BrandGB/380/GBP, Batch adyen/BrandGB/380/GBP",
        "SETTLEMENT_NOT_MAPPED, adyen/BrandGB/380/GBP, Batch adyen/BrandGB/380/GBP",
        "SETTLEMENT_DIFFERS, adyen/BrandGB/380/GBP, Batch adyen/BrandGB/380/GBP",
        "SETTLEMENT_MISSING, adyen/BrandGB/380/GBP, Batch adyen/BrandGB/380/GBP",
        "SETTLEMENT_UNMATCHED, adyen/BrandGB/380/GBP, Batch adyen/BrandGB/380/GBP",
        "FEES_DIFFER, adyen/BrandGB/380/GBP, Batch adyen/BrandGB/380/GBP",
        "NEVER_PAID_OUT, 33/ADYGBP, Clearing bank 33/ADYGBP",
        "CLEARING_DIFFERS, 33/ADYGBP, Clearing bank 33/ADYGBP",
        "JOURNAL_DIFFERS, CSJ2611301030-RS, Journal CSJ2611301030-RS",
        "JOURNAL_NOT_IMPORTED, CSJ2611301030-RS, Journal CSJ2611301030-RS",
        "HELD, adyen/BrandGB/380/GBP/payout-12, Batch adyen/BrandGB/380/GBP/payout-12",
        "JOB_FAILED, job/order-drift, Job order-drift",
        "AUDIT_BROKEN, audit-heads, Audit heads"
    })
    void what_an_exception_is_about_is_said_in_words(BusinessException.Kind kind, String key, String words) {
        assertThat(signs.subject(Situations.about(kind, key))).isEqualTo(words);
    }
}
