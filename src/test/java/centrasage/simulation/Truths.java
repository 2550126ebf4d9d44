package centrasage.simulation;

import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold after every history: asked of the models' own states, and of our books only whether they agree. */
final class Truths {
    /** No answer however often, nothing that can be told however often, and more shipped than the order in Sage holds. */
    private static final Set<String> WITH_CAUSE = Set.of("NEVER_ANSWERED", "CANNOT_BE_TOLD", "NOT_OUTSTANDING");

    private final World world;
    private final List<PostingFinding> findings;
    private final List<PostingChanged> refusals;
    private final Set<String> told;

    Truths(World world, List<PostingFinding> findings, List<PostingChanged> refusals) {
        this.world = world;
        this.findings = List.copyOf(findings);
        this.refusals = List.copyOf(refusals);
        this.told = findings.stream()
                .filter(finding -> finding.kind() == PostingFinding.Kind.CHANGED_AFTER_POSTING)
                .filter(finding -> finding.key().kind() == PostingKind.ORDER)
                .map(finding -> finding.key().sourceKey())
                .collect(Collectors.toSet());
    }

    /** @throws Untrue for the first that does not hold */
    void hold() {
        world.centra().orders().forEach(this::order);
        new DespatchTruths(world, told).hold();
        new BookTruths(world, told).hold();
        findings.forEach(this::finding);
        refusals.forEach(this::refusal);
    }

    private void order(CentraOrder order) {
        List<SageOrder> there = world.sage().under("C" + order.number);
        List<SageOrder> live = there.stream().filter(SageOrder::isLive).toList();
        boolean ever = order.listed.versions().stream().anyMatch(Listed.Version::eligible);
        require(ever || live.isEmpty(), Truth.NOTHING_INELIGIBLE, order.number + " was never to be posted");
        int least = order.isEligible() ? 1 : 0;
        require(
                live.size() >= least && live.size() <= 1,
                Truth.ONE_ORDER,
                order.number + " has " + live.size() + " orders in Sage");
        require(there.stream().noneMatch(each -> each.draft), Truth.NOTHING_HALF_MADE, order.number + " has a draft");
        live.forEach(each -> total(order, world.sage().totals().gross(each.lines)));
    }

    private void total(CentraOrder order, long total) {
        boolean same = order.isEligible() && total == order.total();
        boolean earlier =
                order.listed.versions().stream().anyMatch(version -> version.eligible() && version.total() == total);
        require(
                same || earlier && told.contains(Long.toString(order.number)),
                Truth.TOTAL,
                order.number + " comes to " + total + " in Sage and to " + order.total() + " in Centra");
    }

    private void finding(PostingFinding finding) {
        boolean itsVat = finding.kind() == PostingFinding.Kind.VAT_DIFFERS
                && !world.sage().totals().perLine();
        boolean changed = finding.kind() == PostingFinding.Kind.CHANGED_AFTER_POSTING
                && finding.key().kind() == PostingKind.ORDER
                && world.centra()
                                .order(Long.parseLong(finding.key().sourceKey()))
                                .listed
                                .versions()
                                .size()
                        > 1;
        require(
                itsVat || changed,
                Truth.NOTHING_TOLD_IN_VAIN,
                finding.kind() + " of " + finding.key() + ", "
                        + finding.reason().what());
    }

    /** What people were asked to look at, in the course of all this. */
    private void refusal(PostingChanged change) {
        boolean itsCourierStays = change.key().kind() == PostingKind.DESPATCH_TRACKING
                && world.centra()
                        .shipments()
                        .filter(shipment -> change.key().sourceKey().startsWith(shipment.number + "/"))
                        .anyMatch(CentraShipment::hasLostItsCourier);
        require(
                change.reasons().stream()
                        .map(Reason::code)
                        .allMatch(code ->
                                WITH_CAUSE.contains(code) || itsCourierStays && code.equals("TRACKING_NOT_AMENDED")),
                Truth.NOTHING_TOLD_IN_VAIN,
                change.key() + " was refused for " + change.reasons());
    }

    static void require(boolean holds, Truth truth, String otherwise) {
        if (!holds) {
            throw new Untrue(truth, otherwise);
        }
    }
}
