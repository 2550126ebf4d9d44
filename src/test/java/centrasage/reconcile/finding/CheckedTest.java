package centrasage.reconcile.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.Owner;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.MappingLine;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which companies are looked at, with which rows, and what becomes of one that does not answer. */
class CheckedTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final CheckFinding FOUND = CheckFinding.of(
            CheckCode.NO_BANK_IN_SAGE, Owner.FINANCE, Place.of("gateways.csv"), "Sage has no bank X", "Create it");

    @Test
    void each_company_that_an_account_leads_to_now_or_later_is_looked_at_with_its_own_rows() {
        List<CompanyRows> companies = CompanyRows.ofEach(
                lines(
                        "*,*,GBP,*,33,CENTGBP1,",
                        "*,*,NOK,*,34,NOWHERE1,",
                        "*,*,DKK,*,,USUAL1,",
                        "*,*,SEK,*,35,OLD1,2026-11-22"),
                "33",
                TODAY);
        assertThat(companies).extracting(CompanyRows::company).containsExactly("33", "34");
        assertThat(companies.get(0).of("accounts.csv"))
                .extracting(line -> line.get("customer"))
                .contains("USUAL1", "CENTGBP1")
                .doesNotContain("NOWHERE1", "OLD1");
        assertThat(companies.get(1).of("accounts.csv"))
                .extracting(line -> line.get("customer"))
                .containsExactly("NOWHERE1");
        assertThat(companies.get(1).of("skus.csv"))
                .as("a row for any company")
                .isEqualTo(companies.get(0).of("skus.csv"))
                .isNotEmpty();
    }

    private static List<MappingLine> lines(String... accounts) {
        try {
            Map<String, String> files = new TreeMap<>(SeedFolder.texts(Path.of("docs/example-mappings")));
            String header = "store,market,currency,country,company,customer,effective_to\n";
            files.put("accounts.csv", header + String.join("\n", accounts) + "\n");
            files.put("companies.csv", files.get("companies.csv") + "34,per-line,GB,\n35,per-line,GB,\n");
            return Mappings.parse(files).lines();
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void of_one_company_nobody_says_which_and_of_several_each_finding_does() throws TargetUnavailable {
        Checked.Look look = rows -> new Checked(List.of(FOUND), List.of(CheckCode.BANK_CURRENCY));
        assertThat(Checked.ofEach(companies("33"), CheckCode.MAPPINGS_UNREAD, look)
                        .findings())
                .containsExactly(FOUND);
        Checked both = Checked.ofEach(companies("33", "34"), CheckCode.MAPPINGS_UNREAD, look);
        assertThat(both.findings())
                .extracting(CheckFinding::what)
                .containsExactly("Company 33: Sage has no bank X", "Company 34: Sage has no bank X");
        assertThat(both.undecided()).containsOnly(CheckCode.BANK_CURRENCY);
    }

    @Test
    void a_company_that_cannot_be_read_is_told_the_others_are_looked_at_and_nothing_of_its_kind_is_closed()
            throws TargetUnavailable {
        Checked checked = Checked.ofEach(companies("33", "34"), CheckCode.SITE_UNREAD, silent(Set.of("34")));
        assertThat(checked.findings())
                .extracting(CheckFinding::what)
                .containsExactly("Company 33: Sage has no bank X", "Company 34 could not be read: no answer");
        assertThat(checked.undecided()).contains(CheckCode.ORDER_NUMBERS).doesNotContain(CheckCode.NO_BANK_IN_SAGE);
    }

    @Test
    void where_none_can_be_read_nothing_is_known() {
        assertThatThrownBy(
                        () -> Checked.ofEach(companies("33", "34"), CheckCode.SITE_UNREAD, silent(Set.of("33", "34"))))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessage("no answer");
    }

    private static Checked.Look silent(Set<String> companies) {
        return rows -> {
            if (companies.contains(rows.company())) {
                throw new TargetUnavailable("no answer");
            }
            return new Checked(List.of(FOUND), List.of());
        };
    }

    private static List<CompanyRows> companies(String... numbers) {
        return List.of(numbers).stream()
                .map(number -> new CompanyRows(number, List.of(), "33", TODAY))
                .toList();
    }
}
