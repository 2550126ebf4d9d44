package centrasage.orders.document;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.orders.check.OrderChecks;
import centrasage.orders.check.Words;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of an order stands on the parcel and its papers beside what was sold: where it goes, whom to call, what was asked for. Folded
 * as Sage is sent it, so that what reads the same is the same. Personal data.
 *
 * <p>Nothing of it is ever written by us: the attributes with Sage's number are no part of it.
 */
public final class PrintedParts {
    /** What the parts are called, in this order. */
    public static final String ADDRESS = "delivery address";

    public static final String CONTACT = "contact details";
    public static final String COMMENTS = "comments";

    private PrintedParts() {}

    /** Each part with its text, line by line; empty where there is none. */
    public static Map<String, String> of(Order order) {
        Map<String, String> parts = new LinkedHashMap<>();
        Address to = order.shippingAddress();
        AddressFold fold = to == null ? null : AddressFold.of(to, Words.text(to.countryCode()));
        parts.put(ADDRESS, fold == null ? "" : address(fold.address(), fold.inFull()));
        parts.put(CONTACT, fold == null ? "" : contact(fold.address()));
        parts.put(COMMENTS, comments(order));
        return parts;
    }

    private static String address(DeliveryAddress to, @Nullable String inFull) {
        return lines(Stream.of(
                to.postalName(),
                to.address1(),
                to.address2(),
                to.address3(),
                to.address4(),
                to.city(),
                to.county(),
                to.postcode(),
                to.countryCode(),
                Words.text(inFull)));
    }

    private static String contact(DeliveryAddress to) {
        return lines(Stream.of(to.contact(), to.telephone(), to.email(), to.taxNumber()));
    }

    private static String comments(Order order) {
        Order.Reseller reseller = order.reseller();
        Stream<String> ofLines = OrderChecks.liveLines(order).stream()
                .sorted(Comparator.comparingLong(OrderLine::id))
                .map(line -> Words.text(line.comment()));
        Stream<String> ofOrder =
                Stream.of(reseller == null ? "" : Words.text(reseller.purchaseOrder()), Words.text(order.comment()));
        return lines(Stream.concat(ofLines, ofOrder));
    }

    private static String lines(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }
}
