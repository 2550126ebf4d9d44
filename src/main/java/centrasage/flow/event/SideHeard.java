package centrasage.flow.event;

import centrasage.flow.Side;
import java.util.Optional;

/**
 * One of the two systems was asked just now.
 *
 * @param part the part of the system that was asked, such as a company of Sage's; empty for all of it
 * @param why why it could not be worked with, with the remedy; empty when it answered as it should
 */
public record SideHeard(Side side, String part, Optional<String> why) {
    /** The part that is the whole system. */
    public static final String ALL = "";

    /** The part of Centra that shows shipments. */
    public static final String SHIPMENTS = "shipments";

    /** The part of Centra that shows what was paid. */
    public static final String PAYMENTS = "payments";

    /** The part of Centra that shows what came back. */
    public static final String RETURNS = "returns";

    /** The part of Centra that takes shipments. */
    public static final String SHIPPING = "shipping";

    /** The part of Centra that shows and takes stock. */
    public static final String STOCK = "stock";

    /** The part of Centra that shows and takes products and prices. */
    public static final String CATALOGUE = "catalogue";

    public static SideHeard answers(Side side) {
        return answers(side, ALL);
    }

    /** This part answers, and so the system is there; of its other parts that says nothing. */
    public static SideHeard answers(Side side, String part) {
        return new SideHeard(side, part, Optional.empty());
    }

    public static SideHeard fails(Side side, String why) {
        return refuses(side, ALL, why);
    }

    /** The system is there, and does not let us work with this part of it. */
    public static SideHeard refuses(Side side, String part, String why) {
        return new SideHeard(side, part, Optional.of(why));
    }
}
