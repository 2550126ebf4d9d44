package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.returns.NewReturn;
import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.centra.shipping.ShippingRefused;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.OrderShipment;
import centrasage.simulator.trade.Currency;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code input} of the mutation that creates a return. */
final class ReturnInput {
    private static final int EXTERNAL_ID_MAX = 255;

    private final CentraState state;
    private final String integration;
    private final Map<String, Object> fields;

    ReturnInput(CentraState state, DataFetchingEnvironment environment) {
        this.state = state;
        this.integration = Call.of(environment).token().integration();
        this.fields = environment.getArgumentOrDefault("input", Map.of());
    }

    NewReturn wanted() {
        OrderShipment row = shipment();
        Currency currency = row.order().currency();
        return new NewReturn(
                row.shipment().id(),
                quantities(),
                new NewReturn.Charges(
                        charge("shippingCost", currency),
                        charge("handlingCost", currency),
                        charge("voucherValue", currency)),
                fields.get("returnCost") instanceof Map<?, ?> cost ? minor("returnCost", cost, currency) : 0,
                stock(),
                (Instant) fields.get("createdAt"),
                (String) fields.get("comment"));
    }

    private OrderShipment shipment() {
        OrderShipment row = fields.get("shipment") instanceof Map<?, ?> names && names.get("id") instanceof Integer id
                ? state.shipment(id)
                : null;
        if (row == null) {
            throw refused("Could not find shipment with the given identification", "shipment");
        }
        return row;
    }

    private Map<Integer, Integer> quantities() {
        Map<Integer, Integer> quantities = new HashMap<>();
        if (fields.get("lines") instanceof List<?> lines) {
            for (Object each : lines) {
                Map<?, ?> line = (Map<?, ?>) each;
                if (!(line.get("shipmentLine") instanceof Map<?, ?> names)
                        || !(names.get("id") instanceof Integer id)) {
                    throw refused("Could not find shipment line", "lines");
                }
                int quantity = line.get("quantity") instanceof Integer given ? given : 0;
                if (quantity < 1) {
                    throw refused("Quantity must be 1 or greater", "lines");
                }
                quantities.merge(id, quantity, Integer::sum);
            }
        }
        return quantities;
    }

    /** One of {@code fromShipment} and {@code value}; nothing of it where the whole field is left out. */
    private NewReturn.Charge charge(String name, Currency currency) {
        if (!(fields.get(name) instanceof Map<?, ?> given)) {
            return NewReturn.Charge.NONE;
        }
        boolean all = Boolean.TRUE.equals(given.get("fromShipment"));
        if (given.size() != 1 || !all && !(given.get("value") instanceof Map<?, ?>)) {
            throw refused("Exactly one of fromShipment and value must be provided", name);
        }
        return given.get("value") instanceof Map<?, ?> value
                ? NewReturn.Charge.of(minor(name, value, currency))
                : NewReturn.Charge.ALL;
    }

    private static long minor(String name, Map<?, ?> value, Currency currency) {
        Object code = value.get("currencyIsoCode");
        if (code != null && !code.equals(currency.code())) {
            throw refused("The currency of the order is " + currency.code(), name);
        }
        BigDecimal amount = value.get("value") instanceof BigDecimal given ? given : BigDecimal.ZERO;
        if (amount.signum() < 0) {
            throw refused("A value cannot be negative", name);
        }
        return currency.minor(amount);
    }

    /** Exactly one of three. */
    private NewReturn.Stock stock() {
        Map<?, ?> policy = fields.get("returnStockActionPolicy") instanceof Map<?, ?> given ? given : Map.of();
        if (policy.size() == 1) {
            if (Boolean.TRUE.equals(policy.get("releaseItemsBackToWarehouse"))) {
                return NewReturn.Stock.BACK;
            }
            if (Boolean.TRUE.equals(policy.get("removeItemsFromStock"))) {
                return NewReturn.Stock.REMOVED;
            }
            if (policy.get("sendItemsToDifferentWarehouse") instanceof Map<?, ?> names) {
                return NewReturn.Stock.to(warehouse(names.get("id")));
            }
        }
        throw refused("Exactly one stock action must be provided", "returnStockActionPolicy");
    }

    private Warehouse warehouse(@Nullable Object id) {
        Warehouse found = id instanceof Integer wanted ? state.warehouse(wanted) : null;
        if (found == null) {
            throw refused("Could not find warehouse with ID " + id, "returnStockActionPolicy");
        }
        return found;
    }

    /** Null when none is given; one that another return has is refused. */
    @Nullable
    String externalId() {
        if (!(fields.get("externalId") instanceof String wanted)) {
            return null;
        }
        if (wanted.length() > EXTERNAL_ID_MAX) {
            throw refused("External ID must not be longer than " + EXTERNAL_ID_MAX + " characters", "externalId");
        }
        boolean taken = state.returns()
                .anyMatch(row -> wanted.equals(row.made().externalIds().get(integration)));
        if (taken) {
            throw refused("External ID is already used by another return", "externalId");
        }
        return wanted;
    }

    String integration() {
        return integration;
    }

    private static ShippingRefused refused(String message, String field) {
        return new ShippingRefused(message, "input", field);
    }
}
