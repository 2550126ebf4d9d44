package centrasage.demo;

import centrasage.story.Api;
import centrasage.story.Await;
import centrasage.story.RunningApplication;
import java.io.PrintStream;
import java.time.Duration;

/** Prints how far the application is while it works, a line whenever something has moved. */
final class Progress {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final PrintStream out;
    private final Api api;
    private String last = "";

    Progress(PrintStream out, RunningApplication application) {
        this.out = out;
        this.api = application.api();
    }

    /** Returns when the first order import has ended and nothing is left to do. */
    void watch() throws InterruptedException {
        Await.until("all orders to be dealt with", LIMIT, () -> {
            print();
            return firstImportEnded() && api.unfinishedOrders() == 0;
        });
    }

    private boolean firstImportEnded() {
        for (var run : api.get("/api/jobs/order-import/runs").get("items")) {
            if (run.get("status").asText().equals("COMPLETED")) {
                return true;
            }
        }
        return false;
    }

    private void print() {
        String now = "  posted %d, waiting %d, in doubt %d, locked %d, held %d"
                .formatted(
                        api.count("POSTED"),
                        api.count("PLANNED") + api.count("SENDING"),
                        api.count("IN_DOUBT"),
                        api.count("LOCKED"),
                        api.count("HELD"));
        if (!now.equals(last)) {
            out.println(now);
            last = now;
        }
    }
}
