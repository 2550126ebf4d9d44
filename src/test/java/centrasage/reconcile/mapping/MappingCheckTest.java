package centrasage.reconcile.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import centrasage.reconcile.SageCompany;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Checked;
import centrasage.reconcile.finding.CompanyRows;
import centrasage.reconcile.finding.Grade;
import centrasage.sage200.Site;
import centrasage.sage200.SiteSurvey;
import centrasage.sage200.SiteSurvey.Looked;
import centrasage.sage200.SiteSurvey.Register;
import centrasage.sage200.SiteSurvey.Unread;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documented example against the simulated company that it was written for, and everything that can be wrong with it. */
@SuppressWarnings("NullAway.Init") // filled before all tests
class MappingCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static Map<String, String> example;
    private static Site site;
    private static SiteSurvey survey;

    private final Map<String, String> files = new TreeMap<>(example);
    private boolean clearsPennies;

    @BeforeAll
    static void readTheCompany() throws MappingFaults, TargetUnavailable {
        example = SeedFolder.texts(Path.of("docs/example-mappings"));
        try (SageCompany company = new SageCompany()) {
            company.change("customers", "{'reference': 'CENTSEK1'}", "{'on_hold': true}");
            site = company.site();
            survey = company.survey();
        }
    }

    private List<CheckFinding> findings(SiteSurvey looked, Unmapped... unmapped) {
        return check(looked, unmapped).findings();
    }

    private Checked check(SiteSurvey looked, Unmapped... unmapped) {
        try {
            Mappings mappings = Mappings.parse(files);
            CompanyRows rows = new CompanyRows(SageCompany.NUMBER, mappings.lines(), SageCompany.NUMBER, TODAY);
            return new MappingCheck(new MappingSituation(mappings, rows, site, looked, clearsPennies))
                    .check()
                    .and(new RowCheck(mappings, TODAY).check(List.of(unmapped), Optional.empty()));
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }

    private void replace(String file, String row, String by) {
        String before = files.getOrDefault(file, "");
        assertThat(before).contains(row);
        files.put(file, before.replace(row, by));
    }

    @Test
    void the_example_fits_its_company_but_for_the_account_that_was_put_on_hold() {
        assertThat(findings(survey)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(CheckCode.ACCOUNT_ON_HOLD);
            assertThat(finding.grade()).isEqualTo(Grade.BLOCKER);
            assertThat(finding.place()).hasToString("accounts.csv, line 4");
            assertThat(finding.place().field()).isEqualTo("customer");
            assertThat(finding.place().value()).isEqualTo("CENTSEK1");
            assertThat(finding.what()).isEqualTo("The customer account CENTSEK1 is on hold in Sage 200");
            assertThat(finding.remedy()).isNotEmpty();
            assertThat(finding.owner()).isEqualTo(Owner.FINANCE);
        });
    }

    @Test
    void what_sage_held_is_kept_for_the_console_and_read_as_it_was() {
        SituationJson.Read read = SituationJson.read(SituationJson.write(site, survey));

        assertThat(read.site()).isEqualTo(site);
        MappingCheck.registers()
                .forEach(register -> assertThat(read.survey().of(register)).isEqualTo(survey.of(register)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accounts.csv | *,*,SEK,*,33,CENTSEK1 | *,*,SEK,*,33,CENTXXX1 | NO_ACCOUNT_IN_SAGE | CENTXXX1",
                "accounts.csv | *,*,SEK,*,33,CENTSEK1 | *,*,SEK,*,33,CENTDKK1 | ACCOUNT_CURRENCY   | is in DKK",
                "accounts.csv | *,*,SEK,*,33,CENTSEK1 | A,B,*,DK,33,CENTDKK1  | ACCOUNT_FOR_ANY_CURRENCY | has one, DKK",
                "accounts.csv | *,*,SEK,*,33,CENTSEK1 | *,B,SEK,JP,33,CENTSEK1 | COUNTRY_WITHOUT_VAT | account for JP",
                "companies.csv | 33,per-line,GB,HANDLING | 33,per-line,SE,HANDLING | NEVER_CHOSEN       | Nothing leaves from GB",
                "vat.csv | 33,GB,US,*,consumer,*,0,*,20   | 33,GB,US,*,consumer,*,0,*,77  | NO_TAX_CODE_IN_SAGE | tax code 77",
                "vat.csv | 33,GB,US,*,consumer,*,0,*,20   | 33,GB,US,*,consumer,*,8,*,20  | VAT_RATE_DIFFERS    | VAT of 8 %",
                "vat.csv | 33,GB,US,*,consumer,*,0,*,20   | 33,GB,BR,*,consumer,*,0,*,20  | NO_COUNTRY_IN_SAGE  | BR",
                "vat.csv | 33,GB,US,*,consumer,*,0,*,20   | 33,GB,*,NI,consumer,*,0,*,20 | MAPPING_AMBIGUOUS | Lines 4 and",
                "skus.csv | *,GIFTBAG-S,PACK-GIFTBAG-S    | *,GIFTBAG-S,NOTHING     | UNKNOWN_SKU        | product NOTHING",
                "skus.csv | *,GIFTBAG-S,PACK-GIFTBAG-S    | *,GIFTBAG-S,DEMO-OLD    | INACTIVE_SKU       | DEMO-OLD may not",
                "skus.csv | *,GIFTBAG-S,PACK-GIFTBAG-S    | *,DEMO-TEE,DEMO-TEE     | SKU_MAPPED_TO_ITSELF | says nothing",
                "skus.csv | *,GIFTWRAP,GIFT-WRAP,charge    | *,GIFTWRAP,NOWRAP,charge | NO_CHARGE_IN_SAGE  | charge NOWRAP",
                "companies.csv | 33,per-line,GB,HANDLING | 33,per-line,GB,NOTHING | NO_CHARGE_IN_SAGE  | charge NOTHING",
                "nominals.csv | 33,gift-card,GIFTCARD,    | 33,gift-card,NOCARD,    | NO_CHARGE_IN_SAGE  | charge NOCARD",
                "warehouses.csv | 33,*,WEB,centra,yes,0   | 33,*,SHED,centra,yes,0  | NO_WAREHOUSE_IN_SAGE | SHED",
                "shipping.csv   | 33,Express,CARRIAGE     | 33,Express,FREIGHT      | NO_CHARGE_IN_SAGE  | FREIGHT",
                "nominals.csv | 33,rounding,ROUNDING,*,4900,,,91 | 33,rounding,ROUNDING,*,4900,,,1  | ROUNDING_TAX_CODE | 20 %",
                "nominals.csv | 33,rounding,ROUNDING,*,4900,,,91 | 33,rounding,ROUNDING,*,4900,,,   | ROUNDING_TAX_CODE | no tax code",
                "nominals.csv | 33,goodwill,*,*,4905,,,90 | 33,goodwill,*,*,4905,,,1 | GOODWILL_TAX_CODE | 20 %",
                "nominals.csv | 33,goodwill,*,*,4905,,,90 | 33,goodwill,*,*,4905,,, | NOMINAL_WITHOUT_TAX_CODE | goodwill",
                "nominals.csv | 33,rounding,ROUNDING,*,4900,,,91 | 33,rounding,PENNIES,*,4900,,,91  | NO_CHARGE_IN_SAGE | PENNIES",
                "nominals.csv | 33,rounding,ROUNDING,*,4900,,,91 | 33,rounding,ROUNDING,*,4901,,,91 | NO_NOMINAL_IN_SAGE | 4901",
                "nominals.csv | 33,rounding,ROUNDING,*,4900,,,91 | 33,rounding,ROUNDING,*,4000,WEB,EU,91 | NO_NOMINAL_IN_SAGE | 4000/WEB/EU",
                "nominals.csv | 33,rounding,ROUNDING,*,4900,,,91 | 33,rounding,ROUNDING,GBP,4900,,,91 | MAPPING_INCOMPLETE | currency EUR",
                "nominals.csv | 33,suspense,*,*,9998,,,90 | 33,suspense,*,*,9997,,,90 | NO_NOMINAL_IN_SAGE | 9997",
                "gateways.csv | 33,paypal,GBP,,PPLGBP | 33,paypal,GBP,,PPLXXX     | NO_BANK_IN_SAGE | PPLXXX",
                "gateways.csv | 33,paypal,GBP,,PPLGBP | 33,paypal,GBP,,PPLEUR     | BANK_CURRENCY   | is in EUR",
                "gateways.csv | 33,paypal,GBP,,PPLGBP | 33,paypal,GBP,CASH,PPLGBP | NO_PAYMENT_METHOD_IN_SAGE | CASH",
                "settlement.csv | 33,adyen,HarbourOnline,GBP,ADYGBP,BANKGBP,ADYEN | 33,adyen,HarbourOnline,GBP,ADYGBP,BANKGBP,NOBODY | NO_SUPPLIER_IN_SAGE | NOBODY",
                "settlement.csv | 33,adyen,HarbourOnline,GBP,ADYGBP,BANKGBP,ADYEN | 33,adyen,HarbourOnline,GBP,ADYGBP,BANKGBP,ADYENEUR | SUPPLIER_CURRENCY | is in EUR"
            },
            quoteCharacter = '`')
    void one_wrong_row_is_one_finding_beside_the_account_on_hold(
            String file, String row, String by, String code, String words) {
        replace(file, row, by);
        assertThat(findings(survey))
                .filteredOn(finding -> finding.code() != CheckCode.ACCOUNT_ON_HOLD)
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo(CheckCode.valueOf(code));
                    assertThat(finding.what()).contains(words);
                })
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(CheckCode.valueOf(code)));
    }

    @Test
    void pennies_that_are_to_be_cleared_need_a_nominal_account() {
        replace("nominals.csv", "33,rounding,ROUNDING,*,4900,,,91", "33,rounding,ROUNDING,*,,,,91");
        assertThat(findings(survey)).extracting(CheckFinding::code).containsExactly(CheckCode.ACCOUNT_ON_HOLD);
        clearsPennies = true;
        assertThat(findings(survey))
                .extracting(CheckFinding::code)
                .containsExactlyInAnyOrder(CheckCode.ACCOUNT_ON_HOLD, CheckCode.ROUNDING_NOMINAL);
    }

    /** What the customer saw: a row for a market beside one for a country held every order of both. */
    @Test
    void two_rows_that_fit_one_order_alike_are_a_blocker_before_the_first_order() {
        replace(
                "accounts.csv",
                "*,*,SEK,*,33,CENTSEK1",
                "*,United Kingdom,GBP,*,33,HARBOUR1,*\n*,*,GBP,GB,33,CENTGBP1");
        assertThat(grades(CheckCode.MAPPING_AMBIGUOUS)).isNotEmpty().containsOnly(Grade.BLOCKER);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 2026-12-15, BLOCKER", // all of it lies ahead
        "2026-11-20, 2026-12-15, BLOCKER", // today is one of its days
        "2026-10-31, 2026-11-15, WARNING" // only late orders of these days are held
    })
    void days_without_a_row_are_a_blocker_while_they_last(String until, String from, Grade grade) {
        replace("vat.csv", "33,GB,GB,*,consumer,*,20,*,1", "");
        files.compute(
                "vat.csv",
                (name, text) -> text.lines()
                                .filter(line -> !line.isBlank())
                                .map(line -> line.startsWith("company")
                                        ? line + ",effective_from,effective_to"
                                        : line + ",,")
                                .collect(Collectors.joining("\n"))
                        + "\n33,GB,GB,*,consumer,*,20,*,1,," + until + "\n33,GB,GB,*,consumer,*,20,*,1," + from
                        + ",\n");
        assertThat(grades(CheckCode.DATE_GAP)).containsExactly(grade);
    }

    private List<Grade> grades(CheckCode code) {
        return findings(survey).stream()
                .filter(finding -> finding.code() == code)
                .map(CheckFinding::grade)
                .toList();
    }

    @Test
    void rows_of_another_company_are_not_looked_up_in_this_one() {
        files.put("companies.csv", files.get("companies.csv") + "34,per-line,GB,\n");
        files.put("accounts.csv", files.get("accounts.csv") + "*,*,NOK,*,34,NOWHERE1,\n");
        files.put("shipping.csv", files.get("shipping.csv") + "34,Standard,NOTHING\n");
        assertThat(findings(survey)).extracting(CheckFinding::code).containsExactly(CheckCode.ACCOUNT_ON_HOLD);
    }

    @Test
    void rows_that_have_expired_are_not_looked_up_any_more() {
        files.put(
                "shipping.csv",
                "company,shipping_option,charge,effective_to\n33,*,CARRIAGE,\n33,Standard,OLD,2026-11-22\n");
        assertThat(findings(survey))
                .extracting(CheckFinding::code)
                .containsExactlyInAnyOrder(CheckCode.ACCOUNT_ON_HOLD, CheckCode.EXPIRED);
    }

    @Test
    void a_company_without_warehouse_or_shipping_is_told_before_the_first_order() {
        files.put("shipping.csv", "company,shipping_option,charge\n");
        files.put(
                "warehouses.csv",
                "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer,effective_from\n"
                        + "33,*,WEB,centra,yes,0,2027-01-01\n");
        assertThat(findings(survey))
                .filteredOn(finding -> finding.code() == CheckCode.MAPPING_INCOMPLETE)
                .extracting(CheckFinding::what)
                .containsExactlyInAnyOrder(
                        "No row of shipping.csv holds today for company 33",
                        "No warehouse is mapped for company 33, on 23 Nov 2026 (warehouses.csv)");
    }

    @Test
    void what_held_orders_wait_for_is_told_with_their_number() {
        Reason reason = new Reason(
                "VAT_NOT_MAPPED", Owner.FINANCE, "No tax code is mapped for CH (vat.csv)", "Add a row for CH");
        assertThat(findings(survey, new Unmapped(reason, 12)))
                .filteredOn(finding -> finding.code() == CheckCode.NOT_MAPPED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.what())
                        .isEqualTo("12 orders wait, one of them: No tax code is mapped for CH (vat.csv)"))
                .satisfies(finding -> assertThat(finding.place()).hasToString("vat.csv"));
    }

    @Test
    void suppliers_that_cannot_be_read_are_told_where_a_row_names_one() {
        Map<Register, Looked> registers = new EnumMap<>(survey.registers());
        registers.put(Register.SUPPLIERS, new Unread(403, "the Sage user may not read supplier_views"));
        SiteSurvey looked = new SiteSurvey(SageCompany.NUMBER, registers);
        assertThat(check(looked).undecided())
                .containsExactly(CheckCode.NO_SUPPLIER_IN_SAGE, CheckCode.SUPPLIER_CURRENCY);
        replace("settlement.csv", "BANKGBP,ADYEN", "BANKGBP,");
        assertThat(check(looked).undecided()).isEmpty();
    }

    @Test
    void a_buffer_is_of_what_sage_has_and_of_groups_only_where_they_can_be_read() {
        files.put(
                "buffers.csv",
                "company,centra_warehouse,sku,product_group,kind,value\n33,*,DEMO-TEE,,units,1\n*,*,GIFTBAG-S,,units,1\n"
                        + "*,*,,stock,percent,10\n");
        assertThat(findings(survey)).extracting(CheckFinding::code).containsExactly(CheckCode.ACCOUNT_ON_HOLD);

        replace("buffers.csv", "DEMO-TEE", "DEMO-TREE");
        replace("buffers.csv", ",stock,", ",STOCKS,");
        assertThat(findings(survey))
                .filteredOn(finding -> finding.code() != CheckCode.ACCOUNT_ON_HOLD)
                .extracting(CheckFinding::what)
                .containsExactly(
                        "Sage 200 has no product DEMO-TREE, and skus.csv names none for this SKU",
                        "Sage 200 has no product group STOCKS");

        Map<Register, Looked> registers = new EnumMap<>(survey.registers());
        registers.put(Register.PRODUCT_GROUPS, new Unread(403, "the Sage user may not read product_groups"));
        SiteSurvey looked = new SiteSurvey(SageCompany.NUMBER, registers);
        assertThat(check(looked).undecided()).containsExactly(CheckCode.NO_PRODUCT_GROUP_IN_SAGE);
        files.remove("buffers.csv");
        assertThat(check(looked).undecided()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_told_and_never_taken_as_fine() {
        replace("nominals.csv", "33,rounding,ROUNDING,*,4900,,,91", "33,rounding,ROUNDING,*,4901,,,91");
        Map<Register, Looked> registers = new EnumMap<>(survey.registers());
        registers.put(Register.NOMINALS, new Unread(403, "the Sage user may not read nominal_codes"));
        Checked check = check(new SiteSurvey(SageCompany.NUMBER, registers));

        assertThat(check.findings())
                .filteredOn(finding -> finding.grade() == Grade.UNREAD)
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).contains("nominal_codes", "may not read"));
        assertThat(check.undecided()).containsExactly(CheckCode.NO_NOMINAL_IN_SAGE);
        assertThat(check(survey).undecided()).isEmpty();
    }
}
