package centrasage.reconcile.finding;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemMended;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One exception for each kind of finding; what is gone closes itself, and what could not be looked for stays. */
class CheckAlarmsTest {
    private final List<SystemFinding> found = new ArrayList<>();
    private final List<SystemMended> mended = new ArrayList<>();
    private final CheckAlarms alarms = new CheckAlarms(found::add, mended::add);

    private static CheckFinding finding(CheckCode code, int line) {
        return CheckFinding.of(
                code, Owner.FINANCE, new Place("vat.csv", line, "tax_code", "7"), "No tax code 7", "Create it");
    }

    private static CheckReport report(List<CheckFinding> findings, CheckCode... undecided) {
        return new CheckReport(List.of("33"), 1, Instant.EPOCH, 9, findings, List.of(undecided));
    }

    @Test
    void many_findings_of_a_kind_are_one_exception_that_names_some() {
        alarms.ofMappings(report(IntStream.range(2, 9)
                .mapToObj(line -> finding(CheckCode.NO_TAX_CODE_IN_SAGE, line))
                .toList()));
        assertThat(found).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(SystemFinding.Kind.MAPPING_CHECK);
            assertThat(told.subject()).isEqualTo("mapping-check/NO_TAX_CODE_IN_SAGE");
            assertThat(told.reason().what())
                    .isEqualTo("No tax code 7 (vat.csv, line 2); No tax code 7 (vat.csv, line 3);"
                            + " No tax code 7 (vat.csv, line 4); and 4 more");
            assertThat(told.reason().remedy()).isEqualTo("Create it");
        });
        assertThat(mended)
                .noneMatch(over -> over.subject().endsWith("/NO_TAX_CODE_IN_SAGE"))
                .anyMatch(over -> over.subject().endsWith("/UNKNOWN_SKU"));
    }

    @Test
    void what_does_not_hold_orders_is_left_to_the_report() {
        alarms.ofMappings(report(List.of(finding(CheckCode.NEVER_CHOSEN, 2), finding(CheckCode.EXPIRED, 3))));
        assertThat(found).isEmpty();
    }

    @Test
    void what_holds_orders_is_told_and_the_same_kind_that_holds_none_is_not() {
        CheckFinding holding = finding(CheckCode.DATE_GAP, 2);
        CheckFinding past = new CheckFinding(
                CheckCode.DATE_GAP, Grade.WARNING, Owner.FINANCE, holding.place(), "A gap that is past", "Nothing");
        alarms.ofMappings(report(List.of(finding(CheckCode.MAPPING_AMBIGUOUS, 9), holding, past)));
        assertThat(found)
                .extracting(SystemFinding::subject)
                .containsExactly("mapping-check/MAPPING_AMBIGUOUS", "mapping-check/DATE_GAP");
        assertThat(found.get(1).reason().what()).doesNotContain("past");
    }

    @Test
    void what_could_not_be_looked_for_is_neither_opened_nor_closed() {
        alarms.ofMappings(report(List.of(finding(CheckCode.MAPPINGS_UNREAD, 0)), CheckCode.NO_NOMINAL_IN_SAGE));
        assertThat(found).extracting(SystemFinding::subject).containsExactly("mapping-check/MAPPINGS_UNREAD");
        assertThat(mended).noneMatch(over -> over.subject().endsWith("/NO_NOMINAL_IN_SAGE"));
    }

    @Test
    void the_two_checks_leave_each_other_alone() {
        alarms.ofSite(report(List.of()));
        assertThat(mended)
                .isNotEmpty()
                .allSatisfy(over -> assertThat(over.kind()).isEqualTo(SystemFinding.Kind.SITE_CHECK))
                .anyMatch(over -> over.subject().equals("site-check/ORDER_NUMBERS"))
                .noneMatch(over -> over.subject().endsWith("/NO_TAX_CODE_IN_SAGE"));
    }

    @Test
    void what_is_fine_opens_nothing() {
        alarms.ofSite(report(List.of(CheckFinding.fine(
                CheckCode.ORDER_NUMBERS, Owner.FINANCE, new Place("sop_settings", 0, "x", "true"), "x is true"))));
        assertThat(found).isEmpty();
    }

    @Test
    void every_subject_fits_its_column() {
        for (CheckCode code : CheckCode.values()) {
            assertThat(("mapping_check/mapping-check/" + code).length()).isLessThanOrEqualTo(80);
            assertThat(("mapping-check/" + code).length()).isLessThanOrEqualTo(60);
        }
    }
}
