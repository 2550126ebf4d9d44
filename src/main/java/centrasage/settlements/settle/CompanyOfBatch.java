package centrasage.settlements.settle;

import centrasage.mapping.InForce;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.plan.WithdrawBatch;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Which company of Sage 200 has a batch: the one that {@code settlement.csv} names. */
@ApplicationScoped
class CompanyOfBatch {
    private SettlementSettings settings;
    private SettleReport report;
    private WithdrawBatch withdrawing;
    private SettlementBatches batches;

    @SuppressWarnings("NullAway.Init")
    CompanyOfBatch() {}

    @Inject
    CompanyOfBatch(
            SettlementSettings settings, SettleReport report, WithdrawBatch withdrawing, SettlementBatches batches) {
        this.batches = batches;
        this.settings = settings;
        this.report = report;
        this.withdrawing = withdrawing;
    }

    /** Kept with the batch before anything of it settles something. Empty where none is named, or several, of which a person is told; and where it is another than before: the next run begins it anew. */
    Optional<String> decide(SettlementBatch batch, InForce mappings) {
        Set<String> companies = mappings.settlementCompanies(
                settings.company(),
                batch.key().psp(),
                batch.key().account(),
                batch.key().currency().getCurrencyCode());
        if (batch.company().isEmpty()) {
            report.mapped(batch, companies);
            Optional<String> only =
                    companies.size() == 1 ? Optional.of(companies.iterator().next()) : Optional.empty();
            only.ifPresent(company -> batches.belongsTo(batch.id(), company, ""));
            return only;
        }
        boolean isOfAnother = companies.size() == 1 && !companies.contains(batch.company());
        return isOfAnother && withdrawing.beginAnew(batch) ? Optional.empty() : Optional.of(batch.company());
    }
}
