package centrasage.orders.backfill;

import centrasage.centra.client.CentraOrders;
import centrasage.centra.client.OrderPage;
import centrasage.flow.ParameterRefused;
import centrasage.flow.TargetUnavailable;
import centrasage.orders.OrderSettings;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Reads the orders of a range from Centra, a page at a time. */
final class BackfillReading {
    private final CentraOrders centra;
    private final OrderSettings settings;

    BackfillReading(CentraOrders centra, OrderSettings settings) {
        this.centra = centra;
        this.settings = settings;
    }

    /** What is done with a page. */
    @FunctionalInterface
    interface Taking {
        void take(OrderPage page) throws Exception;
    }

    /** @throws ParameterRefused when it is for more orders than the setting allows; nothing was read then */
    void checkSize(BackfillWish wish) throws TargetUnavailable, ParameterRefused {
        wish.mustNotBeMoreThan(settings.backfillMax());
        if (wish.range() instanceof BackfillRange.Days days) {
            wish.mustNotBeMoreThan(settings.backfillMax(), centra.countMade(start(days), end(days)));
        }
    }

    void read(BackfillRange range, BooleanSupplier stopped, Taking taking) throws Exception {
        if (range instanceof BackfillRange.Numbers numbers) {
            read(numbers, stopped, taking);
        } else if (range instanceof BackfillRange.Days days) {
            read(days, stopped, taking);
        }
    }

    private void read(BackfillRange.Numbers numbers, BooleanSupplier stopped, Taking taking) throws Exception {
        int size = centra.pageSize();
        for (long first = numbers.first(); first <= numbers.last() && !stopped.getAsBoolean(); first += size) {
            taking.take(centra.numbered(first, Math.min(numbers.last(), first + size - 1)));
        }
    }

    private void read(BackfillRange.Days days, BooleanSupplier stopped, Taking taking) throws Exception {
        String cursor = null;
        boolean more = true;
        while (more && !stopped.getAsBoolean()) {
            OrderPage page = centra.made(start(days), end(days), cursor);
            taking.take(page);
            cursor = page.endCursor();
            more = page.hasNextPage();
        }
    }

    private Instant start(BackfillRange.Days days) {
        return days.first().atStartOfDay(settings.rules().zone()).toInstant();
    }

    private Instant end(BackfillRange.Days days) {
        return days.last()
                .plusDays(1)
                .atStartOfDay(settings.rules().zone())
                .toInstant()
                .minusSeconds(1);
    }
}
