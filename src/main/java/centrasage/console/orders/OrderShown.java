package centrasage.console.orders;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.console.payload.Payload;
import centrasage.console.payload.Payloads;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.orders.plan.OrderPreview;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of an order is shown only when somebody asks for it: what came or went with a step, and what would be posted now. */
@Named
@RequestScoped
public class OrderShown {
    private static final String PREVIEW = "preview";

    private String asked;
    private Address here;
    private @Nullable Payload payload;
    private @Nullable PreviewView preview;

    @SuppressWarnings("NullAway.Init")
    OrderShown() {}

    @Inject
    OrderShown(OrderPage order, Payloads payloads, OrderPreview previews, Visitor visitor) {
        Asked now = Asked.now();
        asked = now.text("show").orElse("");
        here = Address.of("order.xhtml").with("number", order.number());
        if (asked.equals(PREVIEW)) {
            preview = preview(order.number(), previews);
        } else if (!asked.isEmpty()) {
            payload = payloads.of(order.number(), asked, new Payloads.Reader(visitor.name(), visitor.maySeeCustomers()))
                    .orElse(null);
        }
    }

    private static @Nullable PreviewView preview(String number, OrderPreview previews) {
        try {
            Optional<OrderPreview.Preview> found = previews.of(number);
            return found.map(PreviewView::of).orElse(null);
        } catch (TargetUnavailable | MappingFaults e) {
            return PreviewView.failed(String.valueOf(e.getMessage()));
        }
    }

    /** Whether this step's payload is what is shown. */
    public boolean shows(String payloadOf) {
        return !payloadOf.isEmpty() && payloadOf.equals(asked) && payload != null;
    }

    public @Nullable Payload payload() {
        return payload;
    }

    /** Null unless it was asked for. */
    public @Nullable PreviewView preview() {
        return preview;
    }

    /** This order with this shown, or without it where it is. */
    public String showing(String other) {
        return here.with("show", other.equals(asked) ? null : other) + "#shown";
    }

    /** This order, with what would be posted, and whether to plan it again. */
    public String asking(long exception) {
        return here.with("show", PREVIEW).with("of", exception) + "#shown";
    }

    /** This order alone. */
    public String plain() {
        return here.toString();
    }

    /** Where a program, or a browser that is to save it, has the whole of what is shown. */
    public String whole() {
        return "api/orders/" + here.parts().get("number") + "/payloads/" + asked;
    }
}
