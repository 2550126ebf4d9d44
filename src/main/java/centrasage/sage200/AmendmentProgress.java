package centrasage.sage200;

import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.OrderAmendment.Step;
import centrasage.sage200.OrderComparison.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How far an amendment of lines has come in Sage 200. A PUT saves line by line and stops at the first that fails, so that its first
 * changes may be there and its last not: anything else is somebody's work.
 */
public final class AmendmentProgress {
    private final OrderAmendment amendment;
    private final SalesOrder there;
    private final Site site;

    public AmendmentProgress(OrderAmendment amendment, SalesOrder there, Site site) {
        this.amendment = amendment;
        this.there = there;
        this.site = site;
    }

    /** What is left to be done, in the order in which it is sent; empty where Sage's order has lines that nothing of ours leaves. */
    public Optional<List<Step>> left() {
        return amendment.befores().stream()
                .flatMap(before -> left(before).stream())
                .findFirst();
    }

    /** Whether its lines are those that it may have before anything is done. */
    public boolean isAsBefore() {
        return amendment.befores().stream().anyMatch(before -> pairs(before).isPresent());
    }

    /** The furthest that fits. */
    private Optional<List<Step>> left(List<Line> before) {
        List<LineChange> changes = LineChange.between(before, amendment.wanted());
        List<List<Line>> states = new ArrayList<>(List.of(before));
        changes.forEach(change -> states.add(change.applied(states.get(states.size() - 1))));
        for (int done = changes.size(); done >= 0; done--) {
            Optional<List<Pair>> pairs = pairs(states.get(done));
            if (pairs.isPresent()) {
                return Optional.of(steps(changes.subList(done, changes.size()), pairs.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<List<Pair>> pairs(List<Line> lines) {
        return new OrderComparison(there, amendment.order().with(lines), site).exactly();
    }

    private static List<Step> steps(List<LineChange> changes, List<Pair> pairs) {
        List<Pair> free = new ArrayList<>(pairs);
        List<Step> steps = new ArrayList<>();
        for (LineChange change : changes) {
            steps.add(new Step(change, change.before() == null ? null : taken(free, change.before())));
        }
        return List.copyOf(steps);
    }

    /** Of lines that are the same, one of which nothing has left yet. */
    private static SalesOrder.@Nullable Line taken(List<Pair> free, Line before) {
        Predicate<Pair> isIt = pair -> pair.meant().equals(before);
        Optional<Pair> pair = free.stream()
                .filter(isIt)
                .filter(each -> !each.held().hasMoved())
                .findFirst()
                .or(() -> free.stream().filter(isIt).findFirst());
        pair.ifPresent(free::remove);
        return pair.map(Pair::held).orElse(null);
    }

    /** The lines that are left to be changed and of which something is despatched or invoiced already, by their codes. */
    public static List<String> moved(List<Step> left) {
        return left.stream()
                .filter(AmendmentProgress::hasMoved)
                .map(step -> step.change().words())
                .toList();
    }

    private static boolean hasMoved(Step step) {
        SalesOrder.Line held = step.held();
        return held != null && held.hasMoved();
    }
}
