package centrasage.console.mappings.impact;

import centrasage.flow.Command;
import centrasage.flow.Plan;
import centrasage.flow.PostingKind;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.Mappings;
import centrasage.orders.intake.Intake;
import centrasage.orders.plan.OrderReplan;
import centrasage.payments.intake.CollectPayments;
import centrasage.payments.plan.PaymentReplan;
import centrasage.reconcile.mapping.KnownSituations;
import centrasage.sage200.Site;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.Posting;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Plans the documents of some days by the mappings in force and by others, and compares. Records nothing. */
final class ImpactWork {
    private static final int TOLD_EACH = 25;
    private static final Set<PostingKind> MONEY = Set.of(PostingKind.RECEIPT, PostingKind.CUSTOMER_REFUND);

    private final Tools tools;
    private final Mappings inForce;
    private final Mappings changed;
    private final Comparison comparison = new Comparison();
    private final Map<String, Site> sites = new HashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private @Nullable Instant sageReadAt;
    private boolean asksForPeriods = true;
    private int orders;
    private int payments;

    /** What it works with. */
    record Tools(
            Documents documents,
            OrderReplan orders,
            PaymentReplan payments,
            SiteReader sites,
            KnownSituations known,
            Clock clock) {}

    ImpactWork(Tools tools, Mappings inForce, Mappings changed) {
        this.tools = tools;
        this.inForce = inForce;
        this.changed = changed;
    }

    /**
     * @param progress told how many orders were looked at
     * @throws TargetUnavailable when nothing is known of a company
     */
    Impact impact(Comparison.Scope scope, IntConsumer progress) throws TargetUnavailable {
        Set<String> numbers = tools.documents().orders(scope.days());
        boolean more = numbers.size() > Documents.ORDERS_MAX;
        int looked = 0;
        for (String number : numbers.stream().limit(Documents.ORDERS_MAX).toList()) {
            look(number);
            if (++looked % TOLD_EACH == 0) {
                progress.accept(looked);
            }
        }
        return comparison.impact(
                scope,
                new Comparison.Looked(orders, payments, more, sageReadAt, List.copyOf(notes)),
                tools.clock().instant());
    }

    private void look(String number) throws TargetUnavailable {
        Optional<Staged> order = tools.documents().latest(Intake.KIND, number);
        Plan before = order.isEmpty() ? null : plan(order.get(), inForce);
        Plan after = order.isEmpty() ? null : plan(order.get(), changed);
        if (order.isPresent() && before != null && after != null) {
            orders++;
            Optional<Posting> posting = tools.documents().posting(number, Set.of(PostingKind.ORDER));
            comparison.add(new Comparison.Twice(
                    "Order",
                    number,
                    number,
                    posting.filter(Documents::isFixed).isPresent(),
                    posting.map(Posting::targetNumber).orElse(null),
                    Documents.shown(order.get()),
                    before,
                    after));
        }
        Optional<Staged> paid = tools.documents().latest(CollectPayments.KIND, number);
        if (paid.isPresent()) {
            payments(number, paid.get(), posted(before), posted(after));
        }
    }

    private static @Nullable Command posted(@Nullable Plan plan) {
        return plan instanceof Plan.Post post ? post.command() : null;
    }

    private void payments(String order, Staged paid, @Nullable Command before, @Nullable Command after) {
        Map<String, PaymentReplan.Planned> planned = new HashMap<>();
        tools.payments().plans(paid, before, inForce).forEach(payment -> planned.put(payment.sourceKey(), payment));
        tools.payments().plans(paid, after, changed).forEach(payment -> {
            PaymentReplan.Planned old = planned.get(payment.sourceKey());
            if (old != null) {
                payments++;
                Optional<Posting> posting = tools.documents().posting(payment.sourceKey(), MONEY);
                comparison.add(new Comparison.Twice(
                        payment.kind() == PostingKind.RECEIPT ? "Payment" : "Refund",
                        payment.sourceKey(),
                        order,
                        posting.filter(Documents::isFixed).isPresent(),
                        posting.map(Posting::targetNumber).orElse(null),
                        payment.amount(),
                        old.plan(),
                        payment.plan()));
            }
        });
    }

    private Plan plan(Staged order, Mappings mappings) throws TargetUnavailable {
        Plan plan = tools.orders().plan(order, mappings, this::site);
        if (!asksForPeriods) {
            return plan;
        }
        try {
            return tools.orders().dated(plan);
        } catch (TargetUnavailable e) {
            asksForPeriods = false;
            notes.add("Sage 200 could not be asked which periods are open, so that closed ones hold nothing here.");
            return plan;
        }
    }

    /** As Sage is now; where it does not answer, as it was at the last check of the mappings, which is said. */
    private Site site(String company) throws TargetUnavailable {
        Site read = sites.get(company);
        if (read == null) {
            read = read(company);
            sites.put(company, read);
        }
        return read;
    }

    private Site read(String company) throws TargetUnavailable {
        try {
            Site site = tools.sites().read(company);
            told(tools.clock().instant());
            return site;
        } catch (TargetUnavailable e) {
            KnownSituations.Known known = tools.known().of(company).orElseThrow(() -> e);
            told(known.readAt());
            notes.add("Sage 200 company " + company
                    + " does not answer: what it held at the last check of the mappings counts.");
            return Objects.requireNonNull(known).site();
        }
    }

    private void told(Instant readAt) {
        if (sageReadAt == null || readAt.isBefore(sageReadAt)) {
            sageReadAt = readAt;
        }
    }
}
