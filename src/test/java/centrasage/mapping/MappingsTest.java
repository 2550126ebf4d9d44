package centrasage.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.mapping.VatCase.AppliesTo;
import centrasage.mapping.VatCase.CustomerKind;
import centrasage.money.VatRate;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mappings as finance people write them: the most specific row wins, and what is missing or double is said. */
class MappingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String VAT_HEADER =
            "company,ship_from,country,region,customer_kind,value_to,rate,applies_to,tax_code\n";

    private static final String SETTLEMENT_HEADER = "company,psp,merchant_account,currency,clearing_bank,bank\n";
    private static final String NOMINALS_HEADER =
            "company,purpose,detail,currency,nominal,cost_centre,department,tax_code\n";

    private final Map<String, String> files = new HashMap<>(Map.of(
            "companies.csv", "company,vat_rounding,ship_from\n1,per-line,GB\n2,per-tax-code,SE\n",
            "accounts.csv", "store,market,currency,country,company,customer\n*,*,GBP,*,1,CENTGBP1\n",
            "vat.csv", VAT_HEADER + "1,*,GB,*,*,*,20,*,1\n",
            "warehouses.csv",
                    "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n1,*,WEB,centra,yes,3\n"));

    @Test
    void the_documented_example_loads() throws MappingFaults {
        Mappings mappings = SeedFolder.load(Path.of("docs/example-mappings"));

        assertThat(mappings.version()).matches("[0-9a-f]{64}");
        assertThat(mappings.on(DAY).company("33"))
                .isEqualTo(new Mapped.Found<>(new InForce.Company(VatRounding.PER_LINE, "GB", "HANDLING")));
        assertThat(mappings.on(DAY).rounding("33", "SEK"))
                .isEqualTo(new Mapped.Found<>(new InForce.Booking("ROUNDING", "4900", 91)));
    }

    @ParameterizedTest
    @CsvSource({
        "Web,UK,GBP,GB,ACC4",
        "web,UK,gbp,gb,ACC4",
        "Web,UK,GBP,IE,ACC3",
        "Web,IE,GBP,IE,ACC2",
        "Shop,IE,GBP,IE,ACC1",
        "Shop,IE,EUR,IE,ACC0"
    })
    void the_most_specific_row_wins(String store, String market, String currency, String country, String customer)
            throws MappingFaults {
        files.put("accounts.csv", """
                store,market,currency,country,company,customer
                ,,,,,ACC0
                *,*,GBP,*,1,ACC1
                Web,*,GBP,*,1,ACC2
                Web,UK,GBP,*,1,ACC3
                Web,UK,GBP,GB,1,ACC4
                """);

        Mapped<InForce.Account> account = inForce().account(new Sale(store, market, currency, country, ""));

        assertThat(account.map(InForce.Account::customer)).isEqualTo(new Mapped.Found<>(customer));
    }

    @Test
    void rows_that_are_equally_specific_are_a_reason() throws MappingFaults {
        files.put(
                "accounts.csv", "store,market,currency,country,company,customer\nWeb,*,*,*,1,ACC1\n*,*,GBP,*,1,ACC2\n");

        Reason reason = reason(inForce().account(new Sale("Web", "UK", "GBP", "GB", "")));

        assertThat(reason.code()).isEqualTo("MAPPING_AMBIGUOUS");
        assertThat(reason.what()).contains("Lines 2 and 3 of accounts.csv", "store Web", "currency GBP");
    }

    @Test
    void rows_that_are_equally_specific_and_say_the_same_are_none() throws MappingFaults {
        files.put(
                "accounts.csv", "store,market,currency,country,company,customer\nWeb,*,*,*,1,ACC1\n*,*,GBP,*,1,ACC1\n");

        assertThat(inForce().account(new Sale("Web", "UK", "GBP", "GB", ""))).isInstanceOf(Mapped.Found.class);
    }

    @Test
    void a_missing_row_names_the_file_the_values_and_the_remedy() throws MappingFaults {
        Reason reason = reason(inForce().account(new Sale("Web", "UK", "EUR", "IE", "")));

        assertThat(reason)
                .isEqualTo(new Reason(
                        "ACCOUNT_NOT_MAPPED",
                        Owner.FINANCE,
                        "No customer account is mapped for store Web, market UK, currency EUR, country IE, on 23 Nov 2026"
                                + " (accounts.csv)",
                        "Add a row to accounts.csv that fits store Web, market UK, currency EUR, country IE"));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-31,1", "2026-11-01,3", "2026-11-30,3", "2026-12-01,1"})
    void rows_hold_from_their_first_day_to_their_last(LocalDate day, int code) throws MappingFaults {
        String header = VAT_HEADER.strip() + ",effective_from,effective_to\n";
        files.put("vat.csv", header + """
                1,,GB,,,,20,,1,,2026-10-31
                1,,GB,,,,20,,3,2026-11-01,2026-11-30
                1,,GB,,,,20,,1,2026-12-01,
                """);

        assertThat(Mappings.parse(files).on(day).taxCode(vatCase("100", "20"))).isEqualTo(new Mapped.Found<>(code));
    }

    @ParameterizedTest
    @CsvSource({"100,7", "150,7", "150.01,8", "1000,8", "1000.01,9"})
    void the_lowest_threshold_above_the_value_counts(String value, int code) throws MappingFaults {
        files.put("vat.csv", VAT_HEADER + "1,,GB,,,150,,,7\n1,,GB,,,1000,,,8\n1,,GB,,,,,,9\n");

        assertThat(inForce().taxCode(vatCase(value, "20"))).isEqualTo(new Mapped.Found<>(code));
    }

    @Test
    void a_rate_is_the_same_with_other_decimals() throws MappingFaults {
        files.put("vat.csv", VAT_HEADER + "1,*,GB,*,*,*,20.00,*,1\n1,*,GB,*,*,*,0.0,*,2\n");

        assertThat(inForce().taxCode(vatCase("1", "20.0"))).isEqualTo(new Mapped.Found<>(1));
        assertThat(inForce().taxCode(vatCase("1", "0.00"))).isEqualTo(new Mapped.Found<>(2));
        assertThat(reason(inForce().taxCode(vatCase("1", "5"))).code()).isEqualTo("VAT_NOT_MAPPED");
    }

    @Test
    void a_sku_is_its_own_product_unless_a_row_says_otherwise() throws MappingFaults {
        files.put("skus.csv", "company,sku,product\n*,BAG,PACK-BAG\n2,BAG,PACK-2\n");

        assertThat(inForce().item("1", "BAG")).isEqualTo(new Mapped.Found<>(new InForce.Item("PACK-BAG", false)));
        assertThat(inForce().item("2", "BAG")).isEqualTo(new Mapped.Found<>(new InForce.Item("PACK-2", false)));
        assertThat(inForce().item("1", "bag")).isEqualTo(new Mapped.Found<>(new InForce.Item("bag", false)));
        assertThat(inForce().item("1", "TEE")).isEqualTo(new Mapped.Found<>(new InForce.Item("TEE", false)));
    }

    @Test
    void the_warehouse_of_an_order_is_the_general_one() throws MappingFaults {
        files.put("warehouses.csv", """
                company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer
                *,Main,HOME,sage,no,
                1,*,WEB,centra,yes,3
                """);

        assertThat(inForce().warehouse("1"))
                .isEqualTo(new Mapped.Found<>(new InForce.Warehouse("WEB", false, true, 3)));
        assertThat(inForce().warehouse("2"))
                .isEqualTo(new Mapped.Found<>(new InForce.Warehouse("HOME", true, false, 0)));
    }

    @Test
    void two_warehouses_and_no_general_one_are_ambiguous() throws MappingFaults {
        files.put("warehouses.csv", """
                company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer
                1,Main,HOME,sage,no,
                1,Web,WEB,sage,no,
                """);

        assertThat(reason(inForce().warehouse("1")).code()).isEqualTo("MAPPING_AMBIGUOUS");
    }

    @Test
    void a_nominal_may_have_a_cost_centre_and_a_department() throws MappingFaults {
        files.put("nominals.csv", """
                company,purpose,detail,currency,nominal,cost_centre,department,tax_code
                1,rounding,,,4900,WEB,UK,
                1,fee,,,7901,,,
                """);

        assertThat(inForce().rounding("1", "GBP"))
                .isEqualTo(new Mapped.Found<>(new InForce.Booking(null, "4900/WEB/UK", null)));
    }

    @ParameterizedTest
    @CsvSource({
        "adyen, BrandGB, GBP, ADYGBP, BANKGBP",
        "Adyen, brandgb, GBP, ADYGBP, BANKGBP",
        "adyen, BrandSE, GBP, ADY2GBP, BANKGBP",
        "adyen, BrandSE, SEK, ADYSEK, BANKSEK"
    })
    void a_merchant_account_has_its_banks_in_each_currency(
            String psp, String account, String currency, String clearing, String bank) throws MappingFaults {
        files.put("settlement.csv", SETTLEMENT_HEADER + """
                1,adyen,BrandGB,GBP,ADYGBP,BANKGBP
                1,adyen,*,GBP,ADY2GBP,BANKGBP
                1,adyen,*,SEK,ADYSEK,BANKSEK
                2,adyen,BrandGB,GBP,ADY3GBP,BANK3GBP
                """);

        assertThat(inForce().settlement("1", psp, account, currency))
                .isEqualTo(new Mapped.Found<>(new InForce.Settlement(clearing, bank, "")));
    }

    @ParameterizedTest
    @CsvSource({"adyen, ADYEN01", "klarna, ''"})
    void a_merchant_account_may_name_the_provider_as_a_supplier(String psp, String supplier) throws MappingFaults {
        files.put("settlement.csv", SETTLEMENT_HEADER.replace(",bank", ",bank,supplier") + """
                1,adyen,*,GBP,ADYGBP,BANKGBP,ADYEN01
                1,klarna,*,GBP,KLAGBP,BANKGBP,
                """);

        assertThat(inForce().settlement("1", psp, "any", "GBP").map(InForce.Settlement::supplier))
                .isEqualTo(new Mapped.Found<>(supplier));
    }

    @Test
    void a_merchant_account_without_a_row_says_which() throws MappingFaults {
        files.put("settlement.csv", SETTLEMENT_HEADER + "1,adyen,BrandGB,GBP,ADYGBP,BANKGBP\n");

        Reason reason = reason(inForce().settlement("1", "klarna", "K123456", "SEK"));

        assertThat(reason.code()).isEqualTo("SETTLEMENT_NOT_MAPPED");
        assertThat(reason.owner()).isEqualTo(Owner.FINANCE);
        assertThat(reason.what()).contains("klarna", "K123456", "SEK", "settlement.csv");
        assertThat(reason(inForce().settlement("2", "adyen", "BrandGB", "GBP")).code())
                .isEqualTo("SETTLEMENT_NOT_MAPPED");
    }

    @Test
    void two_banks_that_fit_a_merchant_account_equally_well_are_a_reason() throws MappingFaults {
        files.put(
                "settlement.csv",
                SETTLEMENT_HEADER + "1,adyen,*,GBP,ADYGBP,BANKGBP\n1,*,BrandGB,GBP,ADY2GBP,BANKGBP\n");

        assertThat(reason(inForce().settlement("1", "adyen", "BrandGB", "GBP")).code())
                .isEqualTo("MAPPING_AMBIGUOUS");
    }

    @Test
    void the_companies_of_a_merchant_account_are_those_of_all_rows_that_fit_it() throws MappingFaults {
        files.put("settlement.csv", SETTLEMENT_HEADER + """
                1,adyen,BrandGB,GBP,ADYGBP,BANKGBP
                2,adyen,BrandGB,EUR,ADYEUR,BANKEUR
                *,klarna,*,*,KLAGBP,BANKGBP
                2,klarna,K2,GBP,KLA2GBP,BANKGBP
                """);

        assertThat(inForce().settlementCompanies("9", "adyen", "BrandGB", "GBP"))
                .containsExactly("1");
        assertThat(inForce().settlementCompanies("9", "adyen", "BrandGB", "EUR"))
                .containsExactly("2");
        assertThat(inForce().settlementCompanies("9", "klarna", "K1", "GBP")).containsExactly("9");
        assertThat(inForce().settlementCompanies("9", "klarna", "K2", "GBP")).containsExactlyInAnyOrder("2", "9");
        assertThat(inForce().settlementCompanies("9", "adyen", "BrandSE", "GBP"))
                .isEmpty();
    }

    @Test
    void a_merchant_account_belongs_to_another_company_from_a_day_on() throws MappingFaults {
        files.put("settlement.csv", SETTLEMENT_HEADER.strip() + ",effective_from,effective_to\n" + """
                1,adyen,BrandGB,GBP,ADYGBP,BANKGBP,,2026-11-22
                2,adyen,BrandGB,GBP,ADYGBP,BANKGBP,2026-11-23,
                """);

        assertThat(inForce().settlementCompanies("9", "adyen", "BrandGB", "GBP"))
                .containsExactly("2");
        assertThat(Mappings.parse(files).on(DAY.minusDays(1)).settlementCompanies("9", "adyen", "BrandGB", "GBP"))
                .containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource({
        "fee, adyen, commission, GBP, 7903, 3",
        "fee, adyen, Commission, GBP, 7903, 3",
        "fee, adyen, markup, GBP, 7902, 2",
        "fee, adyen, '', GBP, 7902, 2",
        "fee, stripe, commission, GBP, 7901, 1",
        "fee, stripe, commission, EUR, 7904, 4",
        "chargeback, adyen, '', GBP, 7905, 5",
        "chargeback, klarna, '', GBP, 7906, 6"
    })
    void the_narrowest_row_of_a_charge_counts(
            String purpose, String psp, String kind, String currency, String nominal, int taxCode)
            throws MappingFaults {
        files.put("nominals.csv", NOMINALS_HEADER + """
                1,fee,*,*,7901,,,1
                1,fee,adyen,*,7902,,,2
                1,fee,adyen/commission,*,7903,,,3
                1,fee,*,EUR,7904,,,4
                1,chargeback,*,*,7905,,,5
                1,chargeback,klarna,*,7906,,,6
                2,fee,adyen/commission,*,7907,,,7
                """);

        assertThat(inForce()
                        .charge("1", purpose, psp, kind, currency)
                        .map(booking -> booking.nominal() + " " + booking.taxCode()))
                .isEqualTo(new Mapped.Found<>(nominal + " " + taxCode));
    }

    @Test
    void a_row_of_the_kind_counts_before_one_of_the_provider_in_its_currency() throws MappingFaults {
        files.put("nominals.csv", NOMINALS_HEADER + "1,fee,adyen,GBP,7902,,,2\n1,fee,adyen/commission,*,7903,,,3\n");

        assertThat(inForce().charge("1", "fee", "adyen", "commission", "GBP").map(InForce.Booking::nominal))
                .isEqualTo(new Mapped.Found<>("7903"));
    }

    @Test
    void what_a_row_of_a_charge_leaves_out_is_left_out() throws MappingFaults {
        files.put("nominals.csv", NOMINALS_HEADER + "1,fee,adyen/tax,*,,,,1\n1,reserve,*,*,1270,WEB,UK,\n");

        assertThat(inForce().charge("1", "fee", "adyen", "tax", "GBP"))
                .isEqualTo(new Mapped.Found<>(new InForce.Booking("adyen/tax", null, 1)));
        assertThat(inForce().charge("1", "reserve", "adyen", "", "GBP"))
                .isEqualTo(new Mapped.Found<>(new InForce.Booking(null, "1270/WEB/UK", null)));
    }

    @Test
    void a_charge_without_a_row_says_for_what_and_for_whom() throws MappingFaults {
        files.put("nominals.csv", NOMINALS_HEADER + "1,fee,klarna,*,7901,,,1\n");

        Reason reason = reason(inForce().charge("1", "fee", "adyen", "commission", "GBP"));

        assertThat(reason.code()).isEqualTo("NOMINAL_NOT_MAPPED");
        assertThat(reason.what()).contains("fee", "adyen", "GBP", "nominals.csv");
        assertThat(reason(inForce().charge("2", "fee", "klarna", "", "GBP")).code())
                .isEqualTo("NOMINAL_NOT_MAPPED");
    }

    @Test
    void the_version_follows_the_content() throws MappingFaults {
        String before = Mappings.parse(files).version();
        assertThat(Mappings.parse(new HashMap<>(files)).version()).isEqualTo(before);

        files.put("skus.csv", "company,sku,product\n");

        assertThat(Mappings.parse(files).version()).isNotEqualTo(before);
    }

    private InForce inForce() throws MappingFaults {
        return Mappings.parse(files).on(DAY);
    }

    private static Reason reason(Mapped<?> mapped) {
        return mapped.match(found -> new Reason("FOUND", Owner.FINANCE, String.valueOf(found), ""), reason -> reason);
    }

    private static VatCase vatCase(String value, String rate) {
        return new VatCase(
                "1", "GB", "GB", "", CustomerKind.CONSUMER, new BigDecimal(value), VatRate.of(rate), AppliesTo.GOODS);
    }
}
