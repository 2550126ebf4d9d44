package centrasage.reconcile.drift;

import centrasage.desk.BusinessException.Kind;
import centrasage.desk.Drift;
import centrasage.flow.Command;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.OrderCorrection;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import centrasage.sync.store.PostedDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How what Sage holds under the key of a posted order differs from what was posted. The order that stands there is the posted one;
 * where that is gone or cancelled, it is the one that somebody has entered in its place under the same key.
 */
final class OrderDrift {
    private final PostedDocument posted;
    private final DriftWords words;
    private final Changes changes;

    /**
     * @param correction of its total, where one was posted
     * @param wasOff whether a person may have put its totals right
     * @param told what people were told already of this order, and is not over
     */
    OrderDrift(PostedDocument posted, Optional<OrderCorrection> correction, boolean wasOff, Site site, Set<Kind> told) {
        this.posted = posted;
        this.words = DriftWords.of(posted);
        this.changes = new Changes(posted, correction, wasOff, site, told);
    }

    /** @param there what carries the key, or else the posted order under another key; nothing when neither is there */
    Verdict judge(List<SalesOrder> there) {
        List<SalesOrder> sorted = there.stream()
                .sorted(Comparator.comparing((SalesOrder order) -> !isPosted(order))
                        .thenComparing(SalesOrder::id))
                .toList();
        List<SalesOrder> live = sorted.stream()
                .filter(order -> !order.draft() && !order.isCancelled())
                .toList();
        SalesOrder standing = standing(sorted, live);
        List<Drift> drifts = new ArrayList<>();
        if (live.size() > 1) {
            drifts.add(drift(Kind.DUPLICATE, amount(), words.duplicate(live)));
        }
        drifts(sorted, standing).forEach(drifts::add);
        boolean asPosted = standing != null
                && !standing.draft()
                && !standing.isCancelled()
                && changes.totals(standing).isEmpty();
        return new Verdict(drifts, asPosted, asPosted && standing != null && isPosted(standing));
    }

    private @Nullable SalesOrder standing(List<SalesOrder> sorted, List<SalesOrder> live) {
        return sorted.stream()
                .filter(this::isPosted)
                .filter(order -> !order.isCancelled() || live.isEmpty())
                .findFirst()
                .or(() -> live.stream().findFirst())
                .orElse(null);
    }

    private Stream<Drift> drifts(List<SalesOrder> sorted, @Nullable SalesOrder standing) {
        List<SalesOrder> drafts = sorted.stream().filter(SalesOrder::draft).toList();
        return Stream.of(
                        standing == null ? drift(Kind.MISSING_IN_SAGE, amount(), words.missing(amount())) : null,
                        standing == null ? null : stopped(standing),
                        standing == null ? null : changed(standing),
                        drafts.isEmpty() ? null : drift(Kind.DRAFT_IN_SAGE, none(), words.draft(drafts, standing)))
                .flatMap(Stream::ofNullable);
    }

    private @Nullable Drift stopped(SalesOrder standing) {
        String how = DriftWords.stopped(standing.status());
        return how.isEmpty() ? null : drift(Kind.STOPPED_IN_SAGE, amount(), words.stopped(standing, how));
    }

    private @Nullable Drift changed(SalesOrder standing) {
        if (standing.draft() || standing.isCancelled()) {
            return null;
        }
        List<String> differences = changes.of(standing);
        return differences.isEmpty()
                ? null
                : drift(
                        Kind.DRIFT,
                        changes.atRisk(standing),
                        words.changed(standing, differences, changes.concernMoney(standing)));
    }

    private Drift drift(Kind kind, Money atRisk, Reason reason) {
        Command command = posted.command();
        return new Drift(kind, posted.postingId(), command.key(), atRisk, List.of(reason));
    }

    private Money amount() {
        return posted.command().amount();
    }

    private Money none() {
        return Money.zero(amount().currency());
    }

    private boolean isPosted(SalesOrder order) {
        return Long.toString(order.id()).equals(posted.targetId());
    }
}
