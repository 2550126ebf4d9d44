package centrasage.demo;

import centrasage.simulator.audit.DespatchAudit;
import centrasage.story.Api;
import centrasage.story.Await;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** The parcels of the day: they leave in Centra while somebody has one of the orders open in Sage 200, and are despatched there. */
final class Parcels {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final PrintStream out;
    private final World world;
    private final Api api;
    private long shipped;
    private String last = "";

    Parcels(PrintStream out, World world, Api api) {
        this.out = out;
        this.world = world;
        this.api = api;
    }

    /** Returns when nothing is left to do that a program can do. */
    void leave() throws InterruptedException {
        String open = world.unshipped(api);
        String inSage = Long.toString(world.inSage(open).orElseThrow());
        world.sage("POST", "/control/locks", "{\"order\": " + inSage + ", \"user\": \"A. Jones\"}");
        JsonNode day = world.centra("POST", "/control/shipments/all", "{\"seed\": 4, \"split\": 12, \"part\": 4}");
        shipped = day.get("shipments").asLong();
        out.printf(
                "%d parcels of %d orders leave the warehouse, while A. Jones has order %s open in Sage 200%n",
                shipped, day.get("orders").asLong(), open);
        Await.until("all parcels but that one to be despatched", LIMIT, () -> {
            print();
            return known() >= shipped && api.isDespatchingOnly(open) && api.despatches("LOCKED") == 1;
        });
        world.sage("DELETE", "/control/locks", "");
        long closed = System.nanoTime();
        Await.until("that one to be despatched", LIMIT, () -> api.despatching() == 0);
        out.printf(
                "  A. Jones closed the order, and its parcel was despatched %.1f s later%n",
                BigDecimal.valueOf((System.nanoTime() - closed) / 1_000_000, 3));
    }

    private void print() {
        String now = "  despatched %d, waiting %d, in doubt %d, locked %d"
                .formatted(
                        api.despatches("POSTED"),
                        api.despatches("PLANNED") + api.despatches("SENDING"),
                        api.despatches("IN_DOUBT"),
                        api.despatches("LOCKED"));
        if (!now.equals(last)) {
            out.println(now);
            last = now;
        }
    }

    private long known() {
        return api.despatching()
                + List.of("WAITING", "PARKED", "POSTED", "SKIPPED", "HELD", "REFUSED").stream()
                        .mapToLong(api::despatches)
                        .sum();
    }

    /** Whether each parcel has ended somewhere, and none in two places. */
    boolean proof(Summary summary) {
        DespatchAudit.Result audit = world.despatchAudit();
        long parked = api.despatches("PARKED");
        boolean holds = summary.line(
                known() == shipped,
                shipped + " parcels: " + api.despatches("POSTED") + " despatched, " + parked
                        + " wait for stock in Sage 200, " + api.despatches("WAITING") + " for orders that are held, "
                        + api.despatches("SKIPPED") + " not for Sage 200");
        holds &= summary.line(
                audit.lost() == parked && audit.violations().size() == parked,
                audit.despatched()
                        + " despatches in Sage 200, each with the quantities, the carrier and the consignment"
                        + " of its parcel");
        holds &= summary.line(audit.duplicates() == 0, "parcels that Sage 200 has twice: " + audit.duplicates());
        if (audit.violations().size() != parked) {
            audit.violations().stream().limit(20).forEach(violation -> out.println("    " + violation));
        }
        return holds;
    }
}
