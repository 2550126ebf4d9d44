package centrasage.simulator.centra.shipping;

import java.util.List;

/** What the shop does not do, in words, and where in the input the reason is. */
public final class ShippingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> path;

    public ShippingRefused(String message, String... path) {
        super(message, null, false, false);
        this.path = List.of(path);
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public List<String> path() {
        return path;
    }
}
