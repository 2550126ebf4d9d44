package centrasage.settlements.proof;

import centrasage.flow.PostingState;
import centrasage.settlements.plan.BatchPostings;
import centrasage.settlements.plan.SettlementPlanner;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Batches of which nothing waits any more are not looked at again. */
@ApplicationScoped
class FinishedBatches {
    private static final int AT_ONCE = 100;
    private SettlementBatches batches;
    private SettlementLines lines;
    private Postings postings;

    @SuppressWarnings("NullAway.Init")
    FinishedBatches() {}

    @Inject
    FinishedBatches(SettlementBatches batches, SettlementLines lines, Postings postings) {
        this.batches = batches;
        this.lines = lines;
        this.postings = postings;
    }

    /** @return how many they were */
    @Atomic
    public long putAside() {
        long done = 0;
        List<SettlementBatch> some = batches.in(EnumSet.of(BatchState.PLANNED), 0, AT_ONCE);
        while (!some.isEmpty()) {
            for (SettlementBatch batch : some) {
                if (batches.locked(batch.id())
                                .filter(now -> now.state() == BatchState.PLANNED)
                                .isPresent()
                        && isFinished(batch)) {
                    batches.become(batch.id(), BatchState.SETTLED);
                    done++;
                }
            }
            some = batches.in(
                    EnumSet.of(BatchState.PLANNED), some.get(some.size() - 1).id(), AT_ONCE);
        }
        return done;
    }

    private boolean isFinished(SettlementBatch batch) {
        List<Posting> posted = BatchPostings.of(postings, batch);
        Set<String> planned = posted.stream()
                .filter(posting -> posting.state() != PostingState.SKIPPED)
                .map(posting -> BatchPostings.name(batch.key(), posting.key()))
                .collect(Collectors.toSet());
        return lines.page(batch, LineState.OPEN, 0, 1).isEmpty()
                && lines.page(batch, LineState.PERSON, 0, 1).isEmpty()
                && posted.stream().allMatch(posting -> BatchPostings.isOver(posting.state()))
                && Stream.concat(lines.varying(batch).stream(), lines.inSuspense(batch).stream())
                        .allMatch(line -> isPlanned(line, planned));
    }

    /** What a person has said since the batch was planned is not planned yet. */
    private static boolean isPlanned(SettlementLines.Stored line, Set<String> planned) {
        return line.line().moved().isZero()
                || SettlementPlanner.namesOfLine(line.place()).stream().anyMatch(planned::contains);
    }
}
