package centrasage.settlements.stripe;

import centrasage.settlements.file.Batch;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.Head;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.SettlementReader;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads Stripe's payout reconciliation report, itemised; a batch is an automatic payout, proven when all its other lines come to it.
 *
 * <p>Lines that no automatic payout has paid out are batches of the days on which they were made, for instance {@code none-2026-11-23}:
 * they are told line by line and never proven, because either a later file has them with their payout, or that was made by hand and Stripe
 * cannot say what it paid.
 */
public final class StripeReader implements SettlementReader {
    private final StripeProfile profile;

    public StripeReader(StripeProfile profile) {
        this.profile = profile;
    }

    @Override
    public String psp() {
        return StripeLines.PSP;
    }

    @Override
    public boolean reads(Head head) {
        return StripeColumns.areIn(Header.ofLine(head.firstLine(), ','));
    }

    @Override
    public boolean isNotPaidOutYet(SettlementKey batch) {
        return !StripeLines.isPaidOut(batch);
    }

    /** Reads it twice: which sign a payout is written with can be told when all that it paid is known. */
    @Override
    public List<Batch> read(Source source, Consumer<SettlementLine> lines) throws IOException, UnreadableFile {
        Set<SettlementKey> turned =
                StripePass.over(source, profile, Set.of(), line -> {}).turned();
        return StripePass.over(source, profile, turned, lines).batches(profile.payouts(), lines);
    }
}
