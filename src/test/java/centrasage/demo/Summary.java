package centrasage.demo;

import centrasage.simulator.audit.OrderAudit;
import centrasage.story.Api;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the demo says at its end: what was posted, what is held and why, whether the invariants hold, where to look. */
public final class Summary {
    private final PrintStream out;
    private final World world;
    private final RunningApplication application;
    private final Api api;

    Summary(PrintStream out, World world, RunningApplication application) {
        this.out = out;
        this.world = world;
        this.application = application;
        this.api = application.api();
    }

    /**
     * Returns whether every invariant held.
     *
     * @param orders how many orders there are in Centra
     */
    boolean print(OrderAudit.Result audit, long orders, List<Predicate<Summary>> proofs) {
        out.println();
        out.println("Posted to Sage 200");
        audit.minorByCurrency()
                .forEach((currency, minor) -> out.printf("  %s %,15.2f%n", currency, BigDecimal.valueOf(minor, 2)));
        out.println();
        reasons("HELD", "held", "each with an owner and what to do about it");
        reasons("SKIPPED", "not for the ledger", "each told why");
        out.println("What went wrong on the way, and was survived: " + Mishaps.counts(world));
        out.println();
        boolean holds = proof(audit, orders);
        for (Predicate<Summary> proof : proofs) {
            holds &= proof.test(this);
        }
        notes(audit);
        out.println();
        return holds;
    }

    void log() {
        out.println();
        out.println("Log       " + Demo.shown(application.folder().resolve("application.log")));
    }

    /** Where to look, as long as it runs. */
    void console() {
        out.println("Console   " + application.address());
        out.println("Sign in   admin / " + RunningApplication.ADMIN_PASSWORD);
        out.println("Look at   Today, then an exception, then the life of one order");
        out.println();
    }

    private boolean proof(OrderAudit.Result audit, long orders) {
        out.println("The books of both sides, each by its own account");
        boolean holds = sum(orders);
        holds &= line(
                audit.violations().isEmpty(),
                audit.eligible() + " eligible orders in Centra, " + audit.posted()
                        + " sales orders in Sage 200, in both directions, with equal totals");
        holds &= line(audit.duplicates() == 0, "orders that are in Sage 200 twice: " + audit.duplicates());
        holds &= line(api.count("IN_DOUBT") == 0, "postings left in doubt: " + api.count("IN_DOUBT"));
        holds &= line(
                api.count("POSTED") == audit.posted(),
                "postings that the application remembers: " + api.count("POSTED"));
        return holds;
    }

    private void notes(OrderAudit.Result audit) {
        out.println("        currencies: "
                + String.join(" ", audit.minorByCurrency().keySet()) + "; countries of VAT: "
                + String.join(" ", audit.countries()));
        out.println("        orders whose VAT is a penny off, their totals equal: " + audit.vatDiffers());
        audit.violations().stream().limit(20).forEach(violation -> out.println("    " + violation));
    }

    /** Every order has ended somewhere, and none in two places. */
    private boolean sum(long orders) {
        long posted = api.count("POSTED");
        long held = api.count("HELD");
        long refused = api.count("REFUSED");
        long skipped = api.count("SKIPPED");
        return line(
                posted + held + refused + skipped == orders,
                orders + " orders in Centra: " + posted + " posted, " + held + " held, "
                        + (refused == 0 ? "" : refused + " refused, ") + skipped + " not for the ledger");
    }

    boolean line(boolean holds, String what) {
        out.println((holds ? "  ok    " : "  FAIL  ") + what);
        return holds;
    }

    /** An order may have more reasons than one. */
    private void reasons(String state, String what, String more) {
        Map<String, Integer> reasons = reasons(state);
        int sum = reasons.values().stream().mapToInt(Integer::intValue).sum();
        out.println(api.count(state) + " orders " + what + ", for " + sum + " reasons, " + more);
        reasons.forEach((reason, orders) -> out.printf("  %4d  %s%n", orders, reason));
        out.println();
    }

    private Map<String, Integer> reasons(String state) {
        Map<String, Integer> reasons = new TreeMap<>();
        String path = "/api/postings?kind=ORDER&limit=200&state=" + state;
        JsonNode page = api.get(path);
        while (true) {
            for (JsonNode posting : page.get("items")) {
                for (JsonNode reason : posting.get("reasons")) {
                    reasons.merge(reason.get("code").asText(), 1, Integer::sum);
                }
            }
            if (page.path("next").isNull() || page.path("next").isMissingNode()) {
                return reasons;
            }
            page = api.get(page.get("next").asText());
        }
    }
}
