package centrasage.simulation;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.store.Posting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold of our own books: they have come to rest, and agree with Sage in both directions. */
final class BookTruths {
    private final World world;
    private final Set<String> told;
    private final List<Posting> postings;

    BookTruths(World world, Set<String> told) {
        this.world = world;
        this.told = told;
        this.postings = world.books().all();
    }

    void hold() {
        postings.stream()
                .filter(posting -> posting.state() == PostingState.POSTED)
                .forEach(this::inSage);
        world.sage().orders().stream()
                .filter(SageOrder::isLive)
                .forEach(order -> inBooks(PostingKind.ORDER, order.key.substring(1), order.id));
        world.sage().despatches().forEach(each -> inBooks(PostingKind.DESPATCH, each.shipment(), each.id));
        world.sage().despatches().forEach(this::courier);
        postings.forEach(this::atRest);
        Truths.require(world.books().queued() == 0, Truth.AT_REST, "there is unfinished work");
        Truths.require(world.books().rechecksToCome() == 0, Truth.AT_REST, "there are looks to come");
        Truths.require(
                world.books().staging().unplanned("order", 0, 1).isEmpty()
                        && world.books().staging().unplanned("shipment", 0, 1).isEmpty(),
                Truth.AT_REST,
                "something waits for its plan");
    }

    private void atRest(Posting posting) {
        boolean rests = switch (posting.state()) {
            case POSTED -> true;
            case SKIPPED -> maySkip(posting);
            case HELD ->
                posting.key().kind() == PostingKind.ORDER && !order(posting).isEligible();
            case REFUSED -> posting.key().kind() == PostingKind.DESPATCH && isBeyond(posting) || courierStays(posting);
            default -> false;
        };
        Truths.require(
                rests, Truth.AT_REST, posting.key() + " is " + posting.state() + " in the end " + posting.reasons());
    }

    private boolean maySkip(Posting posting) {
        return posting.key().kind() == PostingKind.ORDER
                ? !order(posting).isEligible()
                : DespatchTruths.live(world, order(posting)).isEmpty();
    }

    private boolean isBeyond(Posting posting) {
        CentraOrder order = order(posting);
        return DespatchTruths.live(world, order)
                .filter(there -> DespatchTruths.isBeyond(order, there, told))
                .isPresent();
    }

    /** Sage lets no courier be taken away: where the carrier is none of its couriers any more, a person was told to do it. */
    private boolean courierStays(Posting posting) {
        return posting.key().kind() == PostingKind.DESPATCH_TRACKING
                && posting.reasons().stream().allMatch(reason -> reason.code().equals("TRACKING_NOT_AMENDED"))
                && world.centra()
                        .shipments()
                        .anyMatch(shipment -> isOf(posting, shipment) && shipment.hasLostItsCourier());
    }

    /** A courier that is none any more is not left there in silence. */
    private void courier(SageDespatch despatch) {
        boolean isStale = !despatch.courier.isEmpty()
                && world.centra()
                        .shipments()
                        .filter(shipment -> shipment.number.equals(despatch.shipment()))
                        .anyMatch(shipment -> !despatch.courier.equals(shipment.tracking.carrier()));
        boolean isTold = postings.stream()
                .anyMatch(posting -> posting.state() == PostingState.REFUSED
                        && posting.key().kind() == PostingKind.DESPATCH_TRACKING
                        && posting.key().sourceKey().startsWith(despatch.shipment() + "/"));
        Truths.require(
                !isStale || isTold,
                Truth.TRACKING,
                "despatch " + despatch.id + " of " + despatch.shipment() + " keeps courier " + despatch.courier
                        + ", and nobody was told");
    }

    private static boolean isOf(Posting posting, CentraShipment shipment) {
        return posting.key().sourceKey().startsWith(shipment.number + "/");
    }

    private CentraOrder order(Posting posting) {
        return world.centra().order(Long.parseLong(posting.key().sourceKey().split("[-/]")[0]));
    }

    private void inSage(Posting posting) {
        long id = Long.parseLong(String.valueOf(posting.targetId()));
        String key = posting.key().sourceKey().split("/")[0];
        boolean there = switch (posting.key().kind()) {
            case ORDER, ORDER_CORRECTION ->
                world.sage()
                        .order(id)
                        .filter(order -> order.isLive() && order.key.equals("C" + key))
                        .isPresent();
            default -> despatch(id).filter(each -> each.shipment().equals(key)).isPresent();
        };
        Truths.require(there, Truth.LINKED_TO_SAGE, posting.key() + " is linked to " + id + ", which is not it");
    }

    private Optional<SageDespatch> despatch(long id) {
        return world.sage().despatches().stream().filter(each -> each.id == id).findFirst();
    }

    private void inBooks(PostingKind kind, String key, long id) {
        boolean linked = postings.stream()
                .filter(posting -> posting.state() == PostingState.POSTED)
                .filter(posting -> posting.key().kind() == kind
                        && posting.key().sourceKey().equals(key))
                .anyMatch(posting -> Long.toString(id).equals(posting.targetId()));
        Truths.require(linked, Truth.LINKED_FROM_SAGE, kind + " " + key + " with id " + id + " is linked by nothing");
    }
}
