package centrasage.reconcile.received;

import centrasage.centra.client.CentraPayments;
import centrasage.centra.client.CentraReturns;
import centrasage.centra.client.OrderPage;
import centrasage.centra.client.RawOrder;
import centrasage.centra.client.RawReturn;
import centrasage.centra.client.ReturnPage;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was paid in Centra, and what came back there. */
@ApplicationScoped
class CentraMoney {
    private static final int ASKED_AT_ONCE = 100;

    /** Beyond it something answers the same page for ever. */
    private static final int PAGES_MAX = 10_000;

    private CentraPayments payments;
    private CentraReturns returns;

    @SuppressWarnings("NullAway.Init")
    CentraMoney() {}

    @Inject
    CentraMoney(CentraPayments payments, CentraReturns returns) {
        this.payments = payments;
        this.returns = returns;
    }

    /** The payments of these orders; those that Centra does not have are left out. */
    List<RawOrder> payments(Collection<String> orders) throws TargetUnavailable {
        List<Integer> numbers = orders.stream()
                .map(Long::valueOf)
                .filter(number -> number <= Integer.MAX_VALUE)
                .map(Long::intValue)
                .toList();
        List<RawOrder> read = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += ASKED_AT_ONCE) {
            List<Integer> asked = numbers.subList(from, Math.min(from + ASKED_AT_ONCE, numbers.size()));
            read.addAll(pagesOf(asked));
        }
        return read;
    }

    private List<RawOrder> pagesOf(List<Integer> asked) throws TargetUnavailable {
        List<RawOrder> read = new ArrayList<>();
        @Nullable String cursor = null;
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            OrderPage page = payments.numbered(asked, cursor);
            read.addAll(page.orders());
            if (!page.hasNextPage()) {
                return read;
            }
            cursor = page.endCursor();
        }
        throw new TargetUnavailable("Centra's payments of " + asked.size() + " orders do not come to an end");
    }

    /** The returns that were made from one moment to another, both included. */
    List<RawReturn> returns(Instant first, Instant last) throws TargetUnavailable {
        List<RawReturn> read = new ArrayList<>();
        @Nullable String cursor = null;
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            ReturnPage page = returns.made(first, last, cursor);
            read.addAll(page.returns());
            if (!page.hasNextPage()) {
                return read;
            }
            cursor = page.endCursor();
        }
        throw new TargetUnavailable("Centra's returns since " + first + " do not come to an end");
    }
}
