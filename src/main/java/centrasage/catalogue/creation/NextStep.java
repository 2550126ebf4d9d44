package centrasage.catalogue.creation;

import centrasage.centra.FoundProducts;
import centrasage.centra.FoundProducts.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done next for an item of Sage's that Centra seems not to have.
 *
 * @param product Centra's id of it, where it is there already; else 0
 * @param why nothing is done; empty where something is
 */
public record NextStep(Kind kind, long product, String why) {
    /** What Centra rejected is tried again then, and before where the item has another name. */
    static final Duration REJECTED_FOR = Duration.ofDays(7);

    /** Why nothing is done where somebody else made the product. */
    public static final String NOT_OURS =
            "Centra has a product of this number that we did not make, without this SKU: give it to one of its sizes";

    /** What it is. */
    public enum Kind {
        MAKE_PRODUCT,
        MAKE_VARIANT,
        /** It is there after all. */
        NONE,
        /** Its last request may still take effect. */
        WAIT,
        /** Nothing, before a person has seen to it. */
        REFUSE
    }

    /**
     * @param found what Centra has of the item's code now
     * @param ours what we did for it; null is nothing
     * @param settle what a request without an answer has not done after this long, it will not do any more
     */
    public static NextStep of(String name, FoundProducts found, @Nullable Creation ours, Instant now, Duration settle) {
        Instant settled = now.minus(settle);
        if (found.hasSku()) {
            long only = found.products().size() == 1 ? found.products().get(0).id() : 0;
            return new NextStep(Kind.NONE, only, "");
        }
        if (ours != null && isRejected(ours, name, now)) {
            return refuse(ours.note());
        }
        if (found.products().size() > 1) {
            return refuse("Centra has several products of this number: remove all but one, and give that the SKU");
        }
        return found.products().isEmpty()
                ? ofNone(ours, settled)
                : ofOne(found.products().get(0), ours, settled);
    }

    /** Whether Centra rejected the same not long ago, so that it need not be asked anything. */
    public static boolean isRejected(Creation ours, String name, Instant now) {
        return ours.state() == CreationState.REJECTED
                && ours.name().equals(name)
                && ours.changedAt().plus(REJECTED_FOR).isAfter(now);
    }

    private static NextStep ofNone(@Nullable Creation ours, Instant settled) {
        if (ours != null && (ours.product() != 0 || ours.state() == CreationState.MADE)) {
            return refuse("It was made in Centra"
                    + (ours.product() == 0 ? "" : " as product " + ours.product())
                    + ", and is there no more: whoever wants it again makes it by hand");
        }
        return ours != null
                        && ours.state() == CreationState.PRODUCT_SENT
                        && ours.changedAt().isAfter(settled)
                ? new NextStep(Kind.WAIT, 0, "")
                : new NextStep(Kind.MAKE_PRODUCT, 0, "");
    }

    private static NextStep ofOne(Found product, @Nullable Creation ours, Instant settled) {
        if (ours == null || (ours.product() != 0 && ours.product() != product.id())) {
            return refuse(NOT_OURS);
        }
        if (product.variants() > 0) {
            return refuse("Centra has the product, and its SKUs are " + List.copyOf(product.skus())
                    + ": Centra's rule for SKUs adds something to the product's number");
        }
        return ours.state() == CreationState.VARIANT_SENT && ours.changedAt().isAfter(settled)
                ? new NextStep(Kind.WAIT, product.id(), "")
                : new NextStep(Kind.MAKE_VARIANT, product.id(), "");
    }

    private static NextStep refuse(String why) {
        return new NextStep(Kind.REFUSE, 0, why);
    }
}
