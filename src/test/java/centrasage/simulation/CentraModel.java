package centrasage.simulation;

import centrasage.centra.Order;
import centrasage.centra.Shipment;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.posting.MovableClock;
import centrasage.sync.staging.ChangesSince;
import centrasage.sync.staging.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Centra as far as it matters here: orders and shipments with all their versions, listed by when they were changed, in pages that can
 * come in any order and repeat themselves, and that show some changes late.
 */
final class CentraModel {
    /** A change is listed within the overlap of the watermark, or nobody could find it. */
    static final Duration LISTED_WITHIN = Duration.ofMinutes(8);

    private static final int PAGE = 3;

    private final MovableClock clock;
    private final Chance chance;
    private final List<CentraOrder> orders = new ArrayList<>();

    CentraModel(MovableClock clock, Chance chance) {
        this.clock = clock;
        this.chance = chance;
    }

    List<CentraOrder> orders() {
        return orders;
    }

    CentraOrder order(long number) {
        return orders.stream()
                .filter(order -> order.number == number)
                .findFirst()
                .orElseThrow();
    }

    Stream<CentraShipment> shipments() {
        return orders.stream().flatMap(order -> order.shipments.stream());
    }

    /** Somebody has changed it: it has another version from now on. */
    void changed(CentraOrder order) {
        order.listed.add(order.shown(clock.now()), clock.now(), listedFrom(), order.isEligible(), order.total());
    }

    void changed(CentraShipment shipment) {
        shipment.listed.add(shipment.shown(), clock.now(), listedFrom(), shipment.isCompleted(), shipment.total());
    }

    private Instant listedFrom() {
        return chance.strikes(Fault.LISTED_LATE, 100) ? clock.now().plus(chance.upTo(LISTED_WITHIN)) : clock.now();
    }

    /** The version that a staged text stands for. */
    Order order(String text) {
        String[] parts = text.split("#");
        return order(Long.parseLong(parts[0]))
                .listed
                .get(Integer.parseInt(parts[1]))
                .document();
    }

    Shipment shipment(String text) {
        String[] parts = text.split("#");
        return shipments()
                .filter(shipment -> shipment.number.equals(parts[0]))
                .findFirst()
                .orElseThrow()
                .listed
                .get(Integer.parseInt(parts[1]))
                .document();
    }

    ChangesSince.Page orders(Instant from, @Nullable String after) throws TargetUnavailable {
        return page(orders.stream(), order -> order.listed, order -> Long.toString(order.number), from, after);
    }

    ChangesSince.Page shipments(Instant from, @Nullable String after) throws TargetUnavailable {
        return page(shipments(), shipment -> shipment.listed, shipment -> shipment.number, from, after);
    }

    /** By the moment of the change, then the number: a document that changes while pages are read comes again later. */
    private <D, T> ChangesSince.Page page(
            Stream<D> all,
            Function<D, Listed<T>> listed,
            Function<D, String> number,
            Instant from,
            @Nullable String after)
            throws TargetUnavailable {
        if (chance.strikes(Fault.CENTRA_SILENT, 30)) {
            throw new TargetUnavailable("Centra does not answer");
        }
        List<Received> rows = all.flatMap(document -> listed.apply(document).shownAt(clock.now()).stream()
                        .filter(version -> !version.updatedAt().isBefore(from))
                        .map(version -> received(number.apply(document), version)))
                .filter(row -> after == null || cursor(row).compareTo(after) > 0)
                .sorted(Comparator.comparing(CentraModel::cursor))
                .toList();
        List<Received> page = new ArrayList<>(rows.subList(0, Math.min(PAGE, rows.size())));
        String end = page.isEmpty() ? null : cursor(page.get(page.size() - 1));
        return new ChangesSince.Page(mixed(page), end, rows.size() > PAGE, clock.now());
    }

    private List<Received> mixed(List<Received> page) {
        if (page.size() > 1 && chance.strikes(Fault.PAGE_REORDERED, 100)) {
            Collections.shuffle(page, new Random(chance.below(1000)));
        }
        if (!page.isEmpty() && chance.strikes(Fault.PAGE_REPEATED, 100)) {
            page.add(chance.oneOf(page));
        }
        return page;
    }

    private static <T> Received received(String number, Listed.Version<T> version) {
        String order = number.split("-")[0];
        return new Received(number, "C" + order, version.updatedAt(), number + "#" + version.index());
    }

    private static String cursor(Received row) {
        return row.updatedAt().toEpochMilli() + "/" + row.sourceKey();
    }
}
