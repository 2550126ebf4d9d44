package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Holdings;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Moves stock between free and allocated, as {@code to_allocate_quantity} asks. */
public final class Allocation {
    private final Company company;
    private final Holdings holdings;

    public Allocation(Company company) {
        this.company = company;
        this.holdings = new Holdings(company);
    }

    /** Allocates every line of an order, or none when one of them falls short. */
    void allocateAll(ObjectNode order) {
        List<ObjectNode> done = new ArrayList<>();
        try {
            for (JsonNode line : order.path("lines")) {
                allocate((ObjectNode) line);
                done.add((ObjectNode) line);
            }
        } catch (RuntimeException shortOfStock) {
            done.forEach(this::release);
            throw shortOfStock;
        }
    }

    void allocate(ObjectNode line) {
        BigDecimal wanted = quantity(line, "to_allocate_quantity");
        if (!line.path("line_type").asText().equals(LineTypes.STANDARD)) {
            return;
        }
        if (wanted.signum() > 0) {
            new Permissions(company).mustAllow("allocate_stock_on_order_entry", "to_allocate_quantity");
            BigDecimal open = quantity(line, "line_quantity")
                    .subtract(quantity(line, "allocated_quantity"))
                    .subtract(quantity(line, "despatch_receipt_quantity"));
            Refused.unless(
                    wanted.compareTo(open) <= 0, "'to_allocate_quantity' is more than the quantity of the line.");
            move(line, wanted);
        }
        line.put("to_allocate_quantity", Scaled.decimal(0, Scaled.FIVE));
        show(line);
    }

    /** Allocates free stock to a line, whatever the settings of order entry say. */
    public void take(ObjectNode line, BigDecimal wanted) {
        if (wanted.signum() > 0) {
            move(line, wanted);
            show(line);
        }
    }

    /**
     * Takes despatched goods from what the line has allocated.
     *
     * @param leaves whether the goods leave the stock now, and not when the invoice is posted
     */
    public void despatch(ObjectNode line, BigDecimal quantity, boolean leaves) {
        if (leaves) {
            holdings.issue(holding(line), quantity);
        }
        line.put("allocated_quantity", quantity(line, "allocated_quantity").subtract(quantity));
        show(line);
    }

    private void move(ObjectNode line, BigDecimal wanted) {
        ObjectNode holding = holding(line);
        Refused.unless(
                wanted.compareTo(holdings.free(holding)) <= 0,
                "There is not enough free stock of " + line.path("code").asText() + " in "
                        + holding.path("warehouse_name").asText() + ": "
                        + holdings.free(holding).stripTrailingZeros().toPlainString() + " available.");
        holdings.allocate(holding, wanted);
        line.put("allocated_quantity", quantity(line, "allocated_quantity").add(wanted));
    }

    /** Gives back all that the line has allocated. */
    void release(ObjectNode line) {
        releaseDownTo(line, BigDecimal.ZERO);
    }

    /** Gives back what the line has allocated above a quantity. */
    void releaseDownTo(ObjectNode line, BigDecimal kept) {
        BigDecimal surplus = quantity(line, "allocated_quantity").subtract(kept);
        if (surplus.signum() > 0) {
            holdings.allocate(holding(line), surplus.negate());
            line.put("allocated_quantity", kept.setScale(Scaled.FIVE));
            show(line);
        }
    }

    private ObjectNode holding(ObjectNode line) {
        ObjectNode holding = holdings.of(
                line.path("product_id").asLong(), line.path("warehouse_id").asLong());
        if (holding == null) {
            throw Refused.because("'warehouse_id': " + line.path("code").asText() + " is not held in this warehouse.");
        }
        return holding;
    }

    private static void show(ObjectNode line) {
        BigDecimal allocated = quantity(line, "allocated_quantity");
        BigDecimal open = quantity(line, "line_quantity").subtract(quantity(line, "despatch_receipt_quantity"));
        boolean full = allocated.compareTo(open) >= 0;
        line.put(
                "allocation_status",
                allocated.signum() == 0 ? "EnumLineStatusNone" : full ? "EnumLineStatusFull" : "EnumLineStatusPart");
        line.put("stock_unit_allocated_quantity", allocated);
        line.put("available_for_despatch", allocated);
    }

    private static BigDecimal quantity(ObjectNode line, String field) {
        return line.path(field).isNumber() ? line.path(field).decimalValue() : BigDecimal.ZERO.setScale(Scaled.FIVE);
    }
}
