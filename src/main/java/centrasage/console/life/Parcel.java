package centrasage.console.life;

import centrasage.centra.Shipment;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Side;
import centrasage.sync.store.Posting;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What left, or will leave, of one order, by the document that tells how far it has come.
 *
 * @param carrier empty where it is not known, as is the consignment number
 */
public record Parcel(Posting posting, String carrier, String consignment) {
    private static final Set<PostingState> OVER =
            EnumSet.of(PostingState.POSTED, PostingState.SKIPPED, PostingState.ABANDONED, PostingState.REVERSED);

    /**
     * Of one company: each shipment of Centra's, other tracking that is not in Sage yet, and of each despatch of Sage's own the step
     * that it has come to.
     *
     * @param all postings of the order
     * @param shipments Centra's, by their numbers
     */
    public static List<Parcel> of(String company, List<Posting> all, Function<String, Optional<Shipment>> shipments) {
        List<Posting> here = all.stream()
                .filter(each -> each.key().company().equals(company))
                .toList();
        Stream<Posting> told = here.stream().filter(Parcel::isShown);
        return Stream.concat(told, steps(here))
                .map(posting -> of(posting, shipments))
                .toList();
    }

    private static boolean isShown(Posting posting) {
        PostingKind kind = posting.key().kind();
        return kind == PostingKind.DESPATCH
                || kind == PostingKind.LEDGER_INVOICE
                || kind == PostingKind.DESPATCH_TRACKING && !OVER.contains(posting.state());
    }

    /** Of several steps the first that is not done, or the last. */
    private static Stream<Posting> steps(List<Posting> here) {
        Map<String, List<Posting>> byDespatch = here.stream()
                .filter(each -> each.key().kind().side() == Side.CENTRA)
                .sorted(Comparator.comparing(each -> each.key().kind().rank()))
                .collect(Collectors.groupingBy(each -> each.key().sourceKey(), TreeMap::new, Collectors.toList()));
        return byDespatch.values().stream()
                .map(steps -> steps.stream()
                        .filter(step -> step.state() != PostingState.POSTED)
                        .findFirst()
                        .orElse(steps.get(steps.size() - 1)));
    }

    private static Parcel of(Posting posting, Function<String, Optional<Shipment>> shipments) {
        PostingKind kind = posting.key().kind();
        Optional<Shipment.Tracking> tracking = kind == PostingKind.DESPATCH || kind == PostingKind.LEDGER_INVOICE
                ? shipments.apply(posting.key().sourceKey()).map(Shipment::tracking)
                : Optional.empty();
        return new Parcel(
                posting,
                tracking.map(Shipment.Tracking::carrier).orElse(""),
                tracking.map(Shipment.Tracking::number).orElse(""));
    }

    public PostingState state() {
        return posting.state();
    }

    /** Whether something is still to become of it, by itself or by a person. */
    public boolean open() {
        return !OVER.contains(state());
    }
}
