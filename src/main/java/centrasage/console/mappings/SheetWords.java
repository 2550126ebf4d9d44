package centrasage.console.mappings;

import centrasage.mapping.SheetForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;

/** What people call the sheets. */
@Named
@ApplicationScoped
public class SheetWords {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("companies.csv", "Companies"),
            Map.entry("accounts.csv", "Customer accounts"),
            Map.entry("vat.csv", "VAT codes"),
            Map.entry("skus.csv", "SKUs"),
            Map.entry("warehouses.csv", "Warehouses"),
            Map.entry("buffers.csv", "Stock buffers"),
            Map.entry("fields.csv", "Owners of fields"),
            Map.entry("pricelists.csv", "Price lists"),
            Map.entry("carriers.csv", "Couriers"),
            Map.entry("shipping.csv", "Shipping charges"),
            Map.entry("gateways.csv", "Payment gateways"),
            Map.entry("settlement.csv", "Payout accounts"),
            Map.entry("fees.csv", "Contracts on fees"),
            Map.entry("nominals.csv", "Nominals"),
            Map.entry("analysis.csv", "Analysis codes"));

    /** {@code VAT codes}; a file without a title is called by its name. */
    public String title(String file) {
        return TITLES.getOrDefault(file, file);
    }

    public String titleOf(SheetForm form) {
        return title(form.file());
    }

    /** {@code mappings.xhtml?sheet=vat}. */
    public String address(String file) {
        return "mappings.xhtml?sheet=" + file.replace(".csv", "");
    }
}
