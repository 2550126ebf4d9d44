package centrasage.demo;

import centrasage.simulator.audit.CreditAudit;
import centrasage.simulator.audit.LedgerAudit;
import centrasage.simulator.audit.MoneyAudit;
import centrasage.story.Api;
import centrasage.story.Await;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The money of the day: it is received, what has left is invoiced by Sage's users, some of it comes back, and all of it is allocated. */
final class Money {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final PrintStream out;
    private final World world;
    private final Api api;

    Money(PrintStream out, World world, Api api) {
        this.out = out;
        this.world = world;
        this.api = api;
    }

    /** Returns when nothing is left to do, or when the books do not come to agree. */
    void moves() throws InterruptedException {
        JsonNode invoices = world.sage("POST", "/control/invoices/all", "{\"share\": 100, \"post\": true}");
        JsonNode back = world.centra(
                "POST", "/control/returns/all", "{\"seed\": 4, \"share\": 12, \"exchange\": 0, \"goodwill\": 0}");
        out.printf(
                "Sage's users invoice what has left of %d orders, and %d returns are completed in Centra%n",
                invoices.get("invoiced").asLong(), back.at("/counts/completed").asLong());
        long until = System.nanoTime() + LIMIT.toNanos();
        Await.until(
                "the money to be in the books",
                LIMIT.multipliedBy(2),
                () -> api.receiving() == 0 && (violations().isEmpty() || System.nanoTime() > until));
    }

    private List<String> violations() {
        return Stream.of(
                        world.moneyAudit().violations(),
                        world.creditAudit().violations(),
                        world.ledgerAudit().violations())
                .flatMap(List::stream)
                .toList();
    }

    /** Whether all of it is in the books of both sides, and none of it twice. */
    boolean proof(Summary summary) {
        MoneyAudit.Result money = world.moneyAudit();
        CreditAudit.Result credits = world.creditAudit();
        LedgerAudit.Result ledger = world.ledgerAudit();
        boolean holds = summary.line(
                money.violations().isEmpty(),
                money.entries() + " captures and refunds, " + money.posted()
                        + " receipts and payments in Sage 200; the clearing banks hold the difference, to the penny");
        holds &= summary.line(
                credits.violations().isEmpty(),
                credits.returns() + " completed returns, " + credits.credits()
                        + " credit notes in Sage 200, each with its VAT");
        holds &= summary.line(
                ledger.violations().isEmpty(),
                ledger.allocations() + " allocations; of no order is anything open on both sides");
        holds &= summary.line(
                api.openItems().equals(ledger.open()),
                ledger.open().size()
                        + " entries of customer accounts are open, and the application says the same of each");
        violations().stream().limit(20).forEach(violation -> out.println("    " + violation));
        return holds;
    }
}
