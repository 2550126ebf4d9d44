package centrasage.mapping.version;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A ledger invoice moves no stock: where invoices are posted and nothing else takes what is sold out of Sage's stock, no warehouse
 * may publish its stock, or Centra would sell it again. Asked of each new version, because an application that is refused at its
 * start takes no corrected one.
 */
@ApplicationScoped
public class StockRule {
    private boolean nothingMovesIt;

    @SuppressWarnings("NullAway.Init")
    StockRule() {}

    @Inject
    public StockRule(
            @ConfigProperty(name = "orders.post-as") String postAs,
            @ConfigProperty(name = "stock.moved-by") String movedBy) {
        this.nothingMovesIt = postAs.equals("sales-invoice") && movedBy.equals("sage200");
    }

    /** @throws MappingFaults with each row that publishes stock which nothing moves */
    void check(Mappings mappings) throws MappingFaults {
        if (nothingMovesIt) {
            mappings.publishNoStock();
        }
    }
}
