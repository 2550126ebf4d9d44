package centrasage.console.payouts;

import centrasage.console.life.Event;
import centrasage.console.life.Life;
import centrasage.console.words.Moments;
import centrasage.console.words.Signs;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.settlements.statement.StatementLine;
import centrasage.settlements.statement.StatementLines;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementFile;
import centrasage.settlements.store.SettlementFiles;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What stands around a payout: its file and its versions, bank statements, exceptions and history. */
@RequestScoped
class Papers {
    private static final int EXCEPTIONS_MAX = 10;

    private SettlementBatches batches;
    private SettlementFiles files;
    private StatementLines statements;
    private Desk desk;
    private Audit audit;
    private Signs signs;
    private Moments moments;

    @SuppressWarnings("NullAway.Init")
    Papers() {}

    @Inject
    Papers(
            SettlementBatches batches,
            SettlementFiles files,
            StatementLines statements,
            Desk desk,
            Audit audit,
            Signs signs,
            Moments moments) {
        this.batches = batches;
        this.files = files;
        this.statements = statements;
        this.desk = desk;
        this.audit = audit;
        this.signs = signs;
        this.moments = moments;
    }

    Optional<SettlementFile> file(SettlementBatch of) {
        return files.file(of.file());
    }

    List<SettlementBatch> versions(SettlementBatch of) {
        return batches.versions(of.key());
    }

    List<StatementLine> arrived(SettlementBatch of) {
        return statements.of(List.of(of.id())).getOrDefault(of.id(), List.of());
    }

    List<BusinessException> exceptions(SettlementBatch of) {
        return desk.list(
                new Desk.Filter(
                        BusinessException.State.OPEN, null, null, of.key().name()),
                0,
                EXCEPTIONS_MAX);
    }

    List<Event> history(SettlementBatch of) {
        return new Life(signs, moments).deeds(audit.of(of.key().name())).events();
    }
}
