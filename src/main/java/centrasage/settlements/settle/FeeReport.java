package centrasage.settlements.settle;

import centrasage.flow.Reason;
import centrasage.flow.event.SettlementFinding;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.mapping.InForce;
import centrasage.mapping.Mapped;
import centrasage.money.Money;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Tells people of a batch of which other fees were kept than the provider's contract says, where one is written down. */
@ApplicationScoped
class FeeReport {
    private SettlementLines lines;
    private Event<SettlementFinding> findings;
    private Event<SettlementFinding.Over> over;

    @SuppressWarnings("NullAway.Init")
    FeeReport() {}

    @Inject
    FeeReport(SettlementLines lines, Event<SettlementFinding> findings, Event<SettlementFinding.Over> over) {
        this.lines = lines;
        this.findings = findings;
        this.over = over;
    }

    @Atomic
    public void compare(SettlementBatch batch, String company, InForce mappings) {
        SettlementKey key = batch.key();
        FeeCheck check = new FeeCheck(key, batch.sums(), kind -> lines.count(batch.id(), kind));
        List<Reason> reasons = new ArrayList<>();
        Money atRisk = Money.zero(key.currency());
        for (Mapped<InForce.FeeTerms> each : mappings.feeTerms(
                company, key.psp(), key.account(), key.currency().getCurrencyCode())) {
            InForce.FeeTerms terms = each.orTell(reasons::add);
            FeeCheck.Off off = terms == null ? null : check.off(terms).orElse(null);
            if (off != null) {
                reasons.add(off.reason());
                atRisk = atRisk.plus(off.more().abs());
            }
        }
        if (reasons.isEmpty()) {
            over.fire(new SettlementFinding.Over(Kind.FEES_DIFFER, key.name()));
        } else {
            findings.fire(new SettlementFinding(Kind.FEES_DIFFER, company, key.name(), atRisk, reasons));
        }
    }
}
