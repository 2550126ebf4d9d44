package centrasage.settlements.chain;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.event.SettlementFinding;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.money.Money;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.sync.database.Atomic;
import centrasage.sync.runs.Failing;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The step {@code check-chains}: what was never received between two batches is told, and that it has come. */
@Named
@Dependent
public class CheckChains extends AbstractBatchlet {
    /** A gap that was older when it was found is an old story: files of the first months are loaded in whatever order. */
    private static final int LOOK_BACK_DAYS = 400;

    private final SettlementBatches batches;
    private final Report report;
    private final Clock clock;
    private final JobContext context;

    @Inject
    CheckChains(SettlementBatches batches, Report report, Clock clock, JobContext context) {
        this.batches = batches;
        this.report = report;
        this.clock = clock;
        this.context = context;
    }

    @Override
    public String process() {
        return Failing.telling(context, () -> {
            LocalDate since =
                    clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(LOOK_BACK_DAYS);
            batches.receivedSince(since).stream()
                    .collect(Collectors.groupingBy(
                            batch -> batch.key().psp() + "\n" + batch.key().account(),
                            TreeMap::new,
                            Collectors.toList()))
                    .values()
                    .forEach(this::check);
            return "COMPLETED";
        });
    }

    private void check(List<SettlementBatch> account) {
        Map<String, Links.Gap> gaps = Links.gaps(account.stream()
                        .map(batch -> new Links.Link(
                                batch.key(), batch.state() != BatchState.STOPPED, batch.opening(), batch.closing()))
                        .toList())
                .stream()
                .collect(Collectors.toMap(gap -> gap.after().name(), Function.identity(), (one, other) -> one));
        report.told(account, gaps);
    }

    /** Tells people in transactions of its own. */
    @ApplicationScoped
    static class Report {
        private Event<SettlementFinding> findings;
        private Event<SettlementFinding.Over> over;

        @SuppressWarnings("NullAway.Init")
        Report() {}

        @Inject
        Report(Event<SettlementFinding> findings, Event<SettlementFinding.Over> over) {
            this.findings = findings;
            this.over = over;
        }

        /** @param gaps by the names of the batches before which something is missing */
        @Atomic
        public void told(List<SettlementBatch> account, Map<String, Links.Gap> gaps) {
            for (SettlementBatch batch : account) {
                Links.Gap gap = gaps.get(batch.key().name());
                if (gap == null) {
                    over.fire(new SettlementFinding.Over(
                            Kind.SETTLEMENT_MISSING, batch.key().name()));
                } else {
                    findings.fire(finding(batch, gap));
                }
            }
        }

        private static SettlementFinding finding(SettlementBatch batch, Links.Gap gap) {
            return new SettlementFinding(
                    Kind.SETTLEMENT_MISSING,
                    batch.company(),
                    batch.key().name(),
                    Money.zero(batch.key().currency()),
                    new Reason(
                            "BATCH_MISSING",
                            Owner.FINANCE,
                            "Before the batch " + batch.key() + " a file is missing: " + gap.what(),
                            "Download it from the provider and put it into the inbox; this closes itself then"));
        }
    }
}
