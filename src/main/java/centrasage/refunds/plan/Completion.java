package centrasage.refunds.plan;

import centrasage.centra.OrderReturn;
import centrasage.centra.OrderReturnJson;
import centrasage.refunds.RefundRules.Dated;
import centrasage.refunds.intake.CollectReturns;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day on which a return was completed. Centra does not tell it, so it is taken from the first version that was read as completed:
 * from when its order had last been touched by then, which completing does (inferred), or from when it was read.
 */
final class Completion {
    private final Staging staging;
    private final Dated dated;
    private final ZoneId zone;

    Completion(Staging staging, Dated dated, ZoneId zone) {
        this.staging = staging;
        this.dated = dated;
        this.zone = zone;
    }

    /** Of what is not completed, the day on which it was made. */
    LocalDate on(Staged staged, OrderReturn made) {
        Instant moment = made.createdAt();
        if (made.isCompleted()) {
            Staged first = firstCompleted(staged);
            Instant told = dated == Dated.ORDER_TOUCHED ? first.sourceUpdatedAt() : first.stagedAt();
            Instant notAfter = told.isAfter(first.stagedAt()) ? first.stagedAt() : told;
            moment = notAfter.isBefore(moment) ? moment : notAfter;
        }
        return moment.atZone(zone).toLocalDate();
    }

    /** Without an uncompleted one in between: what is opened again and completed again is completed then. */
    private Staged firstCompleted(Staged staged) {
        Staged first = staged;
        for (Staged version : staging.of(CollectReturns.KIND, staged.sourceKey())) {
            if (version.version() < first.version()) {
                if (!isCompleted(version)) {
                    return first;
                }
                first = version;
            }
        }
        return first;
    }

    private static boolean isCompleted(Staged version) {
        return version.text()
                .map(OrderReturnJson::parse)
                .filter(parsed -> parsed.match(readable -> readable.document().isCompleted(), unreadable -> false))
                .isPresent();
    }
}
