package centrasage.payments.allocate;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.SageAllocations;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.ledger.AllocationEvidence;
import centrasage.sage200.ledger.NewAllocation;
import centrasage.sage200.ledger.OpenEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Allocations in Sage 200's sales ledger, as PostOnce writes them. They have no key there: the entries in the history of both
 * transactions are the evidence, counted before the call. What a user has settled by hand is settled.
 */
@ApplicationScoped
public class AllocationTarget implements Target {
    private SageAllocations allocations;
    private TransactionDates dates;
    private Clock clock;
    private ZoneId zone;

    @SuppressWarnings("NullAway.Init")
    AllocationTarget() {}

    @Inject
    AllocationTarget(SageAllocations allocations, TransactionDates dates, Clock clock, Config config) {
        this(allocations, dates, clock, ZoneId.of(config.getValue("schedule.time-zone", String.class)));
    }

    AllocationTarget(SageAllocations allocations, TransactionDates dates, Clock clock, ZoneId zone) {
        this.allocations = allocations;
        this.dates = dates;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public PostingKind kind() {
        return PostingKind.ALLOCATION;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        List<String> urns = sought.stream()
                .map(one -> NewAllocation.of(one.command()))
                .flatMap(allocation -> Stream.of(allocation.credit(), allocation.debit()))
                .distinct()
                .toList();
        Map<String, OpenEntry> open = allocations.open(sought.get(0).key().company(), urns);
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Sought one : sought) {
            NewAllocation allocation = NewAllocation.of(one.command());
            findings.put(
                    one.key(),
                    judge(allocation, one.evidence(), open.get(allocation.credit()), open.get(allocation.debit())));
        }
        return findings;
    }

    private static Finding judge(
            NewAllocation allocation, String evidence, @Nullable OpenEntry credit, @Nullable OpenEntry debit) {
        if (credit == null || debit == null) {
            return new Finding.Blocked(List.of(gone(allocation, credit == null)));
        }
        boolean isMade =
                !evidence.isEmpty() && AllocationEvidence.read(evidence).isMade(allocation, credit, debit);
        boolean isSettled = credit.isSettled() && debit.isSettled();
        if (isMade || isSettled) {
            return new Finding.Found(allocation.document());
        }
        List<Reason> reasons = new ArrayList<>();
        Stream.of(credit, debit)
                .filter(entry -> !entry.has(allocation.value().amount()))
                .forEach(entry -> reasons.add(taken(allocation, entry)));
        return reasons.isEmpty()
                ? new Finding.Absent(
                        AllocationEvidence.of(allocation, credit, debit).toString())
                : new Finding.Blocked(reasons);
    }

    private static Reason gone(NewAllocation allocation, boolean credit) {
        String urn = credit ? allocation.credit() : allocation.debit();
        return reason(
                "ALLOCATION_ENTRY_GONE",
                allocation,
                "company " + allocation.company() + " has no transaction " + urn + " in its sales ledger any more",
                "Find out whether the company was restored (runbook: restore); once the transaction is there, this is tried again by"
                        + " itself. If it will not be, resolve this");
    }

    private static Reason taken(NewAllocation allocation, OpenEntry entry) {
        return reason(
                "ALLOCATED_OTHERWISE",
                allocation,
                "has only " + entry.outstanding().toPlainString() + " of the transaction " + entry.urn()
                        + " outstanding: somebody has allocated it to something else",
                "Look at the transaction in Sage 200. If it is allocated as it should be, resolve this; if not, reverse that allocation:"
                        + " then this is tried again by itself");
    }

    private static Reason reason(String code, NewAllocation allocation, String what, String remedy) {
        return new Reason(
                code,
                Owner.FINANCE,
                "The transactions " + allocation.credit() + " and " + allocation.debit()
                        + " cannot be allocated to each other with " + allocation.value() + ": Sage 200 " + what,
                remedy);
    }

    /** One POST, of its date, or of today where the sales ledger takes nothing of that date any more: no VAT hangs on it. */
    @Override
    public Outcome send(Command command, String evidence) {
        NewAllocation allocation = NewAllocation.of(command);
        try {
            return allocations.post(allocation, AllocationEvidence.read(evidence), date(allocation));
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    private LocalDate date(NewAllocation allocation) throws TargetUnavailable {
        boolean isOpen = dates.objection(TransactionDates.Ledger.SALES, allocation.company(), allocation.date())
                .isEmpty();
        return isOpen ? allocation.date() : LocalDate.ofInstant(clock.instant(), zone);
    }

    /** An allocation is never half made. */
    @Override
    public void discard(Command command, Document draft) {
        throw new IllegalStateException("an allocation leaves no draft, and none was found: " + draft.id());
    }
}
