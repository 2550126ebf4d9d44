package centrasage.reconcile.mapping;

import centrasage.flow.Owner;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Checked;
import centrasage.reconcile.finding.Place;
import centrasage.sage200.SiteSurvey.Register;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds every gap and stale code of the mappings for one company. Asks nobody: the same situation gives the same findings. Needs no
 * order, so that it can be used before the first one.
 */
final class MappingCheck {
    /** What is read beside the look-ups that orders need, and which findings nobody can make without it. */
    private static final Map<Register, List<CheckCode>> NEEDED = new EnumMap<>(Map.of(
            Register.NOMINALS,
            List.of(CheckCode.NO_NOMINAL_IN_SAGE),
            Register.BANKS,
            List.of(CheckCode.NO_BANK_IN_SAGE, CheckCode.BANK_CURRENCY),
            Register.CURRENCIES,
            List.of(CheckCode.BANK_CURRENCY),
            Register.SUPPLIERS,
            List.of(CheckCode.NO_SUPPLIER_IN_SAGE, CheckCode.SUPPLIER_CURRENCY),
            Register.PAYMENT_METHODS,
            List.of(CheckCode.NO_PAYMENT_METHOD_IN_SAGE),
            Register.PRODUCT_GROUPS,
            List.of(CheckCode.NO_PRODUCT_GROUP_IN_SAGE)));

    private final MappingSituation situation;

    MappingCheck(MappingSituation situation) {
        this.situation = situation;
    }

    /** What is read beside the look-ups that orders need. */
    static Set<Register> registers() {
        return NEEDED.keySet();
    }

    Checked check() {
        return new Checked(findings(), undecided());
    }

    private List<CheckFinding> findings() {
        List<CheckFinding> findings = new ArrayList<>();
        new AccountRules(situation, findings::add).run();
        new VatRules(situation, findings::add).run();
        new GoodsRules(situation, findings::add).run();
        new BufferedGoods(situation, findings::add).run();
        new NominalRules(situation, findings::add).run();
        new BankRules(situation, findings::add).run();
        new CoverageRules(situation, findings::add).run();
        NEEDED.keySet().forEach(register -> unread(register, findings::add));
        return findings;
    }

    /** The findings that could not be made. */
    private List<CheckCode> undecided() {
        return NEEDED.entrySet().stream()
                .filter(needed -> why(needed.getKey()) != null)
                .flatMap(needed -> needed.getValue().stream())
                .distinct()
                .toList();
    }

    private void unread(Register register, Consumer<CheckFinding> found) {
        String why = why(register);
        if (why != null) {
            found.accept(CheckFinding.of(
                    CheckCode.MAPPINGS_UNREAD,
                    Owner.OPERATIONS,
                    Place.of(register, "", ""),
                    "Could not be checked against " + register.resource() + ": " + why,
                    "Let the Sage user read it, then check again"));
        }
    }

    /** Null where it was read, or no row names anything of it. */
    private @Nullable String why(Register register) {
        return isNamed(register) ? situation.survey().of(register).match(seen -> null, unread -> unread.why()) : null;
    }

    /** A site that pays no provider off an account may keep the purchase ledger to itself. */
    private boolean isNamed(Register register) {
        return switch (register) {
            case SUPPLIERS -> names("settlement.csv", "supplier");
            case PRODUCT_GROUPS -> names("buffers.csv", "product_group");
            default -> true;
        };
    }

    private boolean names(String file, String column) {
        return situation.lines(file).stream().anyMatch(line -> !line.get(column).isEmpty());
    }
}
