package centrasage.refunds.plan;

import centrasage.centra.OrderReturn;
import centrasage.mapping.InForce;
import centrasage.mapping.Mappings;
import centrasage.sync.posting.Planned;
import centrasage.sync.returns.ReturnUnits;
import java.time.LocalDate;
import java.util.List;

/** What a return has put back on stock in Centra, whatever becomes of its credit note: that a completed one has is inferred. */
final class Released {
    private final OrderReturn made;
    private final Planned planned;
    private final LocalDate day;

    Released(OrderReturn made, Planned planned, LocalDate day) {
        this.made = made;
        this.planned = planned;
        this.day = day;
    }

    List<ReturnUnits> units(Mappings mappings) {
        return made.isCompleted() && made.returnedToStock()
                ? made.lines().stream()
                        .filter(line -> line.quantity() > 0 && !line.type().equals("BundleOrderLine"))
                        .map(line -> units(line, mappings.on(day)))
                        .toList()
                : List.of();
    }

    private ReturnUnits units(OrderReturn.Line line, InForce mappings) {
        String company = planned.key().company();
        return new ReturnUnits(
                0,
                company,
                planned.key().sourceKey(),
                line.id(),
                planned.object(),
                line.sku(),
                mappings.item(company, line.sku()).match(InForce.Item::code, missing -> line.sku()),
                made.warehouse(),
                mappings.warehouse(company, made.warehouse()).match(InForce.Warehouse::name, missing -> ""),
                line.quantity(),
                day);
    }
}
