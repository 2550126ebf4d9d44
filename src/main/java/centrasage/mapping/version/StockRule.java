package centrasage.mapping.version;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the settings ask of the mappings. A ledger invoice moves no stock: where orders become invoices and nothing else takes
 * what is sold out of Sage's stock, no warehouse may publish it, or Centra would sell it again.
 */
@ApplicationScoped
public class StockRule {
    private boolean publishesNoStock;

    @SuppressWarnings("NullAway.Init")
    StockRule() {}

    /**
     * @param postAs {@code orders.post-as}
     * @param movedBy {@code stock.moved-by}
     */
    @Inject
    public StockRule(
            @ConfigProperty(name = "orders.post-as") String postAs,
            @ConfigProperty(name = "stock.moved-by") String movedBy) {
        this.publishesNoStock = postAs.equals("sales-invoice") && movedBy.equals("sage200");
    }

    /** @throws MappingFaults with every row that the settings do not allow */
    void check(Mappings mappings) throws MappingFaults {
        if (publishesNoStock) {
            mappings.publishNoStock();
        }
    }
}
