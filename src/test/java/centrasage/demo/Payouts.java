package centrasage.demo;

import centrasage.simulator.audit.PayoutAudit;
import centrasage.simulator.psp.PspBatch;
import centrasage.simulator.psp.PspSimulator;
import centrasage.story.Api;
import centrasage.story.Await;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the payment providers pay out of the day: their files are taken from the inbox, and each clearing bank proves to what is open in it. */
public final class Payouts {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int SHOWN = 3;
    private static final int DISPUTED_IN = 150;
    private static final String OWN_CURRENCY = "GBP";

    private final PrintStream out;
    private final World world;
    private final Api api;
    private final List<PspBatch> batches = new ArrayList<>();

    Payouts(PrintStream out, World world, Api api) {
        this.out = out;
        this.world = world;
        this.api = api;
    }

    static Path inbox(World world) {
        return world.folder().resolve("inbox");
    }

    /** Settings for files that nobody writes any more once they are there. */
    static Map<String, String> settings(World world) {
        return Map.of(
                "settlements.inbox", inbox(world).toString(),
                "settlements.inbox-quiet", "PT0S",
                "settlements.stripe.order-columns", "payment_metadata[order]");
    }

    /** Returns when all of them are in the books, or do not come to be. */
    void arrive(long seed) throws InterruptedException {
        Map<String, List<PspBatch>> settled;
        try {
            settled = new PspSimulator(seed, DISPUTED_IN)
                    .settle(world.centra("GET", "/control/payments", ""), inbox(world));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settled.values().forEach(batches::addAll);
        out.printf("%d payment providers pay out; their files lie in %s%n", settled.size(), Demo.shown(inbox(world)));
        api.runToEnd("settlement-post", LIMIT);
        long until = System.nanoTime() + LIMIT.toNanos();
        Await.until(
                "the payouts to be in the books",
                LIMIT.multipliedBy(2),
                () -> audit().violations().isEmpty() || System.nanoTime() > until);
    }

    private PayoutAudit.Result audit() {
        try {
            return new PayoutAudit(world.simulators().sage().baseUrl()).check(batches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether each payout is in the bank once, and each clearing bank comes to what is open in it. */
    boolean proof(Summary summary) {
        PayoutAudit.Result audit = audit();
        boolean holds = summary.line(
                audit.violations().isEmpty(),
                audit.payouts() + " payouts, " + audit.reached()
                        + " transfers in Sage 200; each charge once, to the penny");
        JsonNode banks = api.get("/api/clearing").get("items");
        int proven = 0;
        for (JsonNode bank : banks) {
            boolean inBase =
                    bank.get("inBase").isNull() || bank.at("/inBase/proven").asBoolean();
            proven += bank.get("proven").asBoolean() && inBase ? 1 : 0;
        }
        holds &= summary.line(
                proven == banks.size(),
                banks.size() + " clearing banks, " + proven
                        + " of them with a difference of 0.00 between Sage 200 and what is open, in their own currency and"
                        + " in the company's");
        banks.forEach(this::print);
        audit.violations().stream().limit(20).forEach(violation -> out.println("    " + violation));
        return holds;
    }

    private void print(JsonNode bank) {
        List<String> parts = new ArrayList<>();
        bank.get("parts")
                .forEach(part -> parts.add(part.at("/amount/amount").asText() + " "
                        + part.get("what").asText()));
        out.printf(
                "        %-7s holds %12s, open %12s, difference %s%s%s%n",
                bank.get("bank").asText(),
                bank.at("/ledger/amount").asText(),
                bank.at("/open/amount").asText(),
                bank.at("/difference/amount").asText(),
                bank.get("inBase").isNull()
                        ? ""
                        : ", in " + bank.at("/inBase/difference/currency").asText() + " "
                                + bank.at("/inBase/difference/amount").asText(),
                parts.isEmpty() ? "" : "  (" + String.join("; ", parts) + ")");
    }

    /** The largest in the company's own currency, down to the orders that it paid for. */
    void drill() {
        JsonNode largest = api.all("/api/settlements?limit=50").stream()
                .filter(settlement -> settlement.get("currency").asText().equals(OWN_CURRENCY))
                .max((one, other) -> paid(one).compareTo(paid(other)))
                .orElseThrow();
        JsonNode detail = api.get("/api/settlements/" + largest.get("id").asLong());
        out.printf(
                "The largest payout in the company's own currency: %s %s batch %s, %s %s to the bank%n",
                largest.get("psp").asText(),
                largest.get("account").asText(),
                largest.get("batch").asText(),
                OWN_CURRENCY,
                paid(largest));
        detail.get("own")
                .fields()
                .forEachRemaining(kind -> out.printf(
                        "        %12s  %s%n", kind.getValue().get("amount").asText(), kind.getKey()));
        detail.get("fees")
                .fields()
                .forEachRemaining(kind -> out.printf(
                        "        %12s  fees, %s%n",
                        "-" + kind.getValue().get("amount").asText(), kind.getKey()));
        api.get("/api/settlements/" + largest.get("id").asLong() + "/lines?state=SETTLED&limit=" + SHOWN)
                .get("items")
                .forEach(line -> out.printf(
                        "        line %s: %s %s settles order %s in Sage 200 (by %s)%n",
                        line.get("number").asText(),
                        line.get("type").asText(),
                        line.at("/gross/amount").asText(),
                        line.at("/settles/0").asText(),
                        line.get("how").asText()));
        out.println(
                "        and so on: GET /api/settlements/" + largest.get("id").asLong() + "/lines");
    }

    private static BigDecimal paid(JsonNode settlement) {
        return new BigDecimal(settlement.at("/paidOut/amount").asText());
    }
}
