package centrasage.reconcile.mapping;

import centrasage.mapping.MappingLine;
import centrasage.mapping.Mappings;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Checked;
import centrasage.reconcile.finding.CompanyRows;
import centrasage.sage200.Site;
import centrasage.sage200.SiteSurvey.Register;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * How mappings, in force or only typed, stand against the codes that Sage 200 had when the mappings were last checked: by the rules of
 * the check itself, from the store alone.
 */
@ApplicationScoped
public class Coverage {
    /** The columns that hold codes of Sage's. */
    public static final Set<String> CODES = Set.of(
            "customer",
            "product",
            "sage_warehouse",
            "tax_code",
            "charge",
            "handling_charge",
            "clearing_bank",
            "bank",
            "payment_method",
            "supplier",
            "product_group",
            "nominal",
            "cost_centre",
            "department");

    private KnownSituations known;
    private Config config;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Coverage() {}

    @Inject
    public Coverage(KnownSituations known, Config config, Clock clock) {
        this.known = known;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param readAt when Sage was read, of several companies the one that was read first; null where one was never read
     * @param findings those about rows of the mappings
     */
    public record Report(@Nullable Instant readAt, List<CheckFinding> findings) {
        /** Of one file. */
        public List<CheckFinding> of(String file) {
            return findings.stream()
                    .filter(finding -> finding.place().source().equals(file))
                    .toList();
        }
    }

    /**
     * What orders needed at the last check and no row gave.
     *
     * @param orders how many wait for it
     */
    public record Wanted(String file, String what, String remedy, long orders) {}

    public Report of(Mappings mappings) {
        LocalDate today = clock.instant()
                .atZone(ZoneId.of(config.getValue("schedule.time-zone", String.class)))
                .toLocalDate();
        List<CompanyRows> companies = companies(mappings.lines(), today);
        List<Optional<KnownSituations.Known>> situations =
                companies.stream().map(rows -> known.of(rows.company())).toList();
        List<CheckFinding> findings = new ArrayList<>();
        for (int i = 0; i < companies.size(); i++) {
            CompanyRows rows = companies.get(i);
            situations
                    .get(i)
                    .ifPresent(situation ->
                            findings.addAll(check(mappings, rows, situation).findings()));
        }
        findings.addAll(
                new RowCheck(mappings, today).check(List.of(), Optional.empty()).findings());
        boolean isKnown = situations.stream().allMatch(Optional::isPresent);
        Optional<Instant> first = situations.stream()
                .flatMap(Optional::stream)
                .map(KnownSituations.Known::readAt)
                .min(Comparator.naturalOrder());
        return new Report(isKnown ? first.orElse(null) : null, findings);
    }

    private List<CompanyRows> companies(List<MappingLine> lines, LocalDate today) {
        return CompanyRows.ofEach(lines, config.getValue("sage200.company", String.class), today);
    }

    private Checked check(Mappings mappings, CompanyRows rows, KnownSituations.Known situation) {
        return new MappingCheck(new MappingSituation(
                        mappings,
                        rows,
                        situation.site(),
                        situation.survey(),
                        config.getValue("open-items.residue", String.class).equals("clear")))
                .check();
    }

    public List<Wanted> wanted() {
        return known.unmapped().stream()
                .map(each -> new Wanted(
                        each.file(), each.reason().what(), each.reason().remedy(), each.orders()))
                .toList();
    }

    /** The codes that Sage 200 has for a column, in order; none where nothing is known, or the column holds no code of Sage's. */
    public List<String> codes(Mappings mappings, String column) {
        LocalDate today = LocalDate.now(clock);
        TreeSet<String> codes = new TreeSet<>();
        companies(mappings.lines(), today).stream()
                .flatMap(rows -> known.of(rows.company()).stream())
                .forEach(situation -> codes.addAll(codes(situation, column)));
        return List.copyOf(codes);
    }

    private static Collection<String> codes(KnownSituations.Known situation, String column) {
        Site site = situation.site();
        return switch (column) {
            case "customer" -> site.customers().keySet();
            case "product" ->
                Stream.concat(site.products().keySet().stream(), site.charges().keySet().stream())
                        .filter(code -> !site.inactiveProducts().contains(code))
                        .toList();
            case "sage_warehouse" -> site.warehouses().keySet();
            case "tax_code" ->
                site.taxCodes().keySet().stream().map(String::valueOf).toList();
            case "charge", "handling_charge" -> site.charges().keySet();
            case "clearing_bank", "bank" -> texts(situation, Register.BANKS, "code");
            case "payment_method" -> texts(situation, Register.PAYMENT_METHODS, "name");
            case "supplier" -> texts(situation, Register.SUPPLIERS, "reference");
            case "product_group" -> texts(situation, Register.PRODUCT_GROUPS, "code");
            case "nominal" -> texts(situation, Register.NOMINALS, "reference");
            case "cost_centre" -> texts(situation, Register.NOMINALS, "cost_centre_code");
            case "department" -> texts(situation, Register.NOMINALS, "department_code");
            default -> List.of();
        };
    }

    private static List<String> texts(KnownSituations.Known situation, Register register, String field) {
        return situation.survey().rows(register).stream()
                .map(row -> row.text(field))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
