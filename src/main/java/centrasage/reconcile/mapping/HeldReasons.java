package centrasage.reconcile.mapping;

import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.flow.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the orders that are held wait for in the mappings, each once: the combinations that were really sold. */
@ApplicationScoped
class HeldReasons {
    private static final int PAGE = 500;
    private static final String UNKNOWN_SKU = "UNKNOWN_SKU";

    /** Beyond it, what is missing has long been found. */
    private static final int EXCEPTIONS_MAX = 10_000;

    private static final Desk.Filter OPEN = new Desk.Filter(BusinessException.State.OPEN, null, null, null);

    private Desk desk;

    @SuppressWarnings("NullAway.Init")
    HeldReasons() {}

    @Inject
    HeldReasons(Desk desk) {
        this.desk = desk;
    }

    /** The reasons of each order that is held, as it was last planned. */
    List<List<Reason>> held() {
        List<List<Reason>> held = new ArrayList<>();
        for (int first = 0; first < EXCEPTIONS_MAX; first += PAGE) {
            List<BusinessException> page = desk.list(OPEN, first, PAGE);
            page.stream()
                    .filter(exception -> exception.kind() == BusinessException.Kind.HELD)
                    .map(BusinessException::reasons)
                    .forEach(held::add);
            if (page.size() < PAGE) {
                break;
            }
        }
        return held;
    }

    /**
     * What rows would mend; that for which most orders wait comes first.
     *
     * @param held the reasons of each order; several of them may be mended by one row
     */
    static List<Unmapped> grouped(List<List<Reason>> held) {
        return grouped(held, HeldReasons::isOfMappings);
    }

    /** As {@link #grouped}, and the products that Sage does not have: a row may name another one. */
    static List<Unmapped> wanted(List<List<Reason>> held) {
        return grouped(held, reason -> isOfMappings(reason) || reason.code().equals(UNKNOWN_SKU));
    }

    private static List<Unmapped> grouped(List<List<Reason>> held, Predicate<Reason> isWanted) {
        Map<String, Unmapped> byRemedy = new LinkedHashMap<>();
        held.forEach(reasons -> {
            Map<String, Reason> rows = new LinkedHashMap<>();
            reasons.stream().filter(isWanted).forEach(reason -> rows.putIfAbsent(key(reason), reason));
            rows.forEach((row, reason) -> byRemedy.merge(
                    row, new Unmapped(reason, 1), (known, one) -> new Unmapped(known.reason(), known.orders() + 1)));
        });
        List<Unmapped> unmapped = new ArrayList<>(byRemedy.values());
        unmapped.sort((one, other) -> Long.compare(other.orders(), one.orders()));
        return unmapped;
    }

    /** The row that is wanted; of two that fit alike, what each order came to would make each of them its own. */
    private static String key(Reason reason) {
        if (reason.code().equals(UNKNOWN_SKU)) {
            return reason.code() + reason.what();
        }
        boolean isAmbiguous = reason.code().equals("MAPPING_AMBIGUOUS");
        return reason.code() + (isAmbiguous ? reason.what().replaceFirst(" fit .*", "") : reason.remedy());
    }

    /** Their remedy names the row that is wanted, without the order's own date. */
    private static boolean isOfMappings(Reason reason) {
        return reason.code().endsWith("_NOT_MAPPED") || reason.code().equals("MAPPING_AMBIGUOUS");
    }
}
