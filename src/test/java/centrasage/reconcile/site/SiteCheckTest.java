package centrasage.reconcile.site;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
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
import centrasage.sage200.SiteSurvey;
import centrasage.sage200.SiteSurvey.Facts;
import centrasage.sage200.SiteSurvey.Looked;
import centrasage.sage200.SiteSurvey.Register;
import centrasage.sage200.SiteSurvey.Seen;
import centrasage.sage200.SiteSurvey.Unread;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit of a consultant, of a company that is as it should be, and with each thing wrong that can be. */
class SiteCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final SageCompany company = new SageCompany();
    private boolean allocates = true;
    private boolean wantsReturns;

    @AfterEach
    void end() {
        company.close();
    }

    private Checked check(SiteSurvey survey) {
        try {
            Map<String, String> files = new TreeMap<>(SeedFolder.texts(Path.of("docs/example-mappings")));
            files.put(
                    "analysis.csv",
                    "company,document,field,source,value,mandatory\n33,order,analysis_code_1,constant,CENTRA,no\n"
                            + "33,line,analysis_code_1,constant,X,no\n");
            CompanyRows rows =
                    new CompanyRows(SageCompany.NUMBER, Mappings.parse(files).lines(), SageCompany.NUMBER, TODAY);
            return new SiteCheck(new SiteSituation(survey, rows, allocates, wantsReturns)).check();
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }

    private List<CheckFinding> wrong() throws TargetUnavailable {
        return check(company.survey()).findings().stream()
                .filter(finding -> finding.grade() != Grade.FINE)
                .toList();
    }

    @Test
    void a_company_that_is_as_it_should_be_is_fine_and_says_what_was_looked_at() throws TargetUnavailable {
        assertThat(wrong()).isEmpty();
        assertThat(check(company.survey()).findings())
                .extracting(CheckFinding::code)
                .contains(
                        CheckCode.ORDER_NUMBERS,
                        CheckCode.PRICE_CONVENTION,
                        CheckCode.MAY_NOT_OVERRIDE_PRICES,
                        CheckCode.CREDIT_LIMIT,
                        CheckCode.BANK_NOT_ACTIVE,
                        CheckCode.NOT_FOR_SALES,
                        CheckCode.SAGE_VERSION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '`',
            value = {
                "sop_settings  | {} | {'auto_generate_order_return_numbers': false}     | ORDER_NUMBERS",
                "sop_settings  | {} | {'update_stock_on_despatch': false}               | STOCK_MOVES_ON_INVOICE",
                "sop_settings  | {} | {'add_invoice_credit_note_to_sales_ledger': false} | INVOICES_WAIT",
                "sop_settings  | {} | {'allocate_stock_on_order_entry': false}          | NO_ALLOCATION_ON_ENTRY",
                "sop_settings  | {} | {'amend_nominal_codes': false}                    | NOMINALS_NOT_AMENDABLE",
                "sop_settings  | {} | {'amend_header_analysis_codes': false}            | ANALYSIS_NOT_AMENDABLE",
                "sop_settings  | {} | {'amend_analysis_codes': false}                   | ANALYSIS_NOT_AMENDABLE",
                "current_user_sop_user_permissions | {} | {'override_prices_discounts': false} | MAY_NOT_OVERRIDE_PRICES",
                "current_user_sop_user_permissions | {} | {'override_credit_holds': false}     | MAY_NOT_OVERRIDE_CREDIT",
                "system_settings | {} | {'update_nominal_online': false}                | NOMINAL_UPDATED_LATER",
                "system_settings | {} | {'accounting_period_validation_type': 'Acceptable'} | CLOSED_PERIODS_TAKEN",
                "analysis_code_mappings | {'friendly_property_name': 'Project code'} | {'is_mandatory': true} | ANALYSIS_MANDATORY",
                "analysis_code_mappings | {'friendly_property_name': 'Line project code'} | {'is_mandatory': true} | ANALYSIS_MANDATORY",
                "analysis_code_mappings | {'friendly_property_name': 'Channel'} | {'is_read_only': true} | ANALYSIS_READ_ONLY",
                "analysis_code_mappings | {'friendly_property_name': 'Season'} | {'slot': 9} | ANALYSIS_NOT_SET_UP",
                "banks     | {'code': 'PPLEUR'} | {'account_status_type': 'AccountStatusHidden'} | BANK_NOT_ACTIVE",
                "customers | {'reference': 'CENTEUR1'} | {'on_hold': true}               | WEB_ACCOUNT_ON_HOLD",
                "customers | {'reference': 'CENTEUR1'} | {'use_consolidated_billing': true} | CONSOLIDATED_BILLING",
                "customers | {'reference': 'CENTEUR1'} | {'credit_limit': 500}           | CREDIT_LIMIT",
                "customers | {'reference': 'CENTEUR1'} | {'credit_limit': 500, 'balance': 500} | CREDIT_LIMIT_REACHED",
                "customers | {'reference': 'CENTEUR1'} | {'account_status_type': 'AccountStatusHidden'} | ACCOUNT_NOT_ACTIVE",
                "warehouses | {'name': 'HOME'} | {'use_for_sales_trading': false}        | NOT_FOR_SALES",
                "sop_payment_methods | {'name': 'KLARNA'} | {'card_processing_method': true} | CARD_PAYMENT_METHOD"
            })
    void one_thing_wrong_is_one_finding_with_its_remedy(String table, String where, String set, String code)
            throws TargetUnavailable {
        company.change(table, where, set);
        assertThat(wrong()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(CheckCode.valueOf(code));
            assertThat(finding.grade()).isEqualTo(finding.code().grade());
            assertThat(finding.remedy()).isNotEmpty();
        });
    }

    @Test
    void what_a_save_that_crashed_has_left_is_for_operations() throws TargetUnavailable {
        Map<Register, Looked> registers = new EnumMap<>(company.survey().registers());
        registers.put(
                Register.CRASHED_ORDERS,
                new Seen(List.of(new Facts(Map.of(
                        "document_no",
                        "##12",
                        "customer_document_no",
                        "C10234",
                        "date_time_created",
                        "2026-11-20T10:00:00Z")))));
        assertThat(check(new SiteSurvey(SageCompany.NUMBER, registers)).findings())
                .filteredOn(finding -> finding.grade() != Grade.FINE)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(CheckCode.CRASHED_SAVE);
                    assertThat(finding.owner()).isEqualTo(Owner.OPERATIONS);
                    assertThat(finding.what()).contains("##12", "C10234", "2026-11-20T10:00:00Z");
                    assertThat(finding.remedy()).contains("Sage partner");
                });
    }

    @Test
    void accounts_that_no_order_is_posted_to_are_nobodys_business() throws TargetUnavailable {
        company.change("customers", "{'reference': 'CENTLIM1'}", "{'on_hold': true}");
        company.change("banks", "{'code': 'BANKUSD'}", "{'account_status_type': 'AccountStatusHidden'}");
        assertThat(wrong()).isEmpty();
    }

    @Test
    void allocation_on_entry_matters_only_to_those_who_want_it() throws TargetUnavailable {
        allocates = false;
        company.change("sop_settings", "{}", "{'allocate_stock_on_order_entry': false}");
        assertThat(wrong()).isEmpty();
    }

    @Test
    void the_version_is_told_from_what_sage_knows() throws TargetUnavailable {
        assertThat(version()).contains("older than 2025 R1");
        company.control("PUT", "/control/site", "{'version': '2025R1'}");
        assertThat(version()).contains("2025 R1 or later");
    }

    @Test
    void sales_returns_that_a_setting_asks_for_and_the_site_has_not_are_a_blocker_with_its_remedy()
            throws TargetUnavailable {
        wantsReturns = true;
        assertThat(wrong()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(CheckCode.SALES_RETURNS_MISSING);
            assertThat(finding.grade()).isEqualTo(Grade.BLOCKER);
            assertThat(finding.owner()).isEqualTo(Owner.OPERATIONS);
            assertThat(finding.what()).contains("refunds.credit-as is sop-return", "does not know sop_returns");
            assertThat(finding.remedy()).contains("2025 R1", "refunds.credit-as = credit-note");
        });
        company.control("PUT", "/control/site", "{'version': '2025R1'}");
        assertThat(wrong()).isEmpty();
    }

    private String version() throws TargetUnavailable {
        return check(company.survey()).findings().stream()
                .filter(finding -> finding.code() == CheckCode.SAGE_VERSION)
                .map(CheckFinding::what)
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @EnumSource(
            value = Register.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NOMINALS", "CURRENCIES", "SUPPLIERS", "PRODUCT_GROUPS"})
    void a_register_that_cannot_be_read_is_said_and_never_taken_as_fine(Register register) throws TargetUnavailable {
        Map<Register, Looked> registers = new EnumMap<>(company.survey().registers());
        registers.put(register, new Unread(403, "the Sage user may not read " + register.resource()));
        Checked check = check(new SiteSurvey(SageCompany.NUMBER, registers));

        assertThat(check.findings())
                .filteredOn(finding -> finding.grade() != Grade.FINE)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(CheckCode.SITE_UNREAD));
        assertThat(check.findings())
                .noneMatch(finding -> finding.grade() == Grade.FINE
                        && finding.place().source().equals(register.resource()));
    }

    @Test
    void what_hangs_on_settings_that_cannot_be_read_is_undecided() throws TargetUnavailable {
        Map<Register, Looked> registers = new EnumMap<>(company.survey().registers());
        registers.put(Register.SOP_SETTINGS, new Unread(403, "the Sage user may not read sop_settings"));
        assertThat(check(new SiteSurvey(SageCompany.NUMBER, registers)).undecided())
                .contains(CheckCode.ORDER_NUMBERS, CheckCode.NOMINALS_NOT_AMENDABLE, CheckCode.ANALYSIS_NOT_AMENDABLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Register.class,
            names = {"SOP_SETTINGS", "PERMISSIONS", "SYSTEM_SETTINGS", "CUSTOMERS", "BANKS", "WAREHOUSES"})
    void a_field_that_sage_does_not_send_is_said_too(Register register) throws TargetUnavailable {
        Map<Register, Looked> registers = new EnumMap<>(company.survey().registers());
        List<Facts> bare = company.survey().rows(register).stream()
                .map(row -> new Facts(
                        Map.of("code", row.text("code"), "name", row.text("name"), "reference", row.text("reference"))))
                .toList();
        registers.put(register, new Seen(bare));
        Checked check = check(new SiteSurvey(SageCompany.NUMBER, registers));

        assertThat(check.findings())
                .filteredOn(finding -> finding.place().source().equals(register.resource()))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(CheckCode.SITE_UNREAD));
        assertThat(check.undecided()).isNotEmpty();
    }
}
