package centrasage.sage200.client;

import centrasage.sage200.Site;
import centrasage.sage200.ledger.MoneyEntry;
import centrasage.sage200.ledger.NewEntry;
import centrasage.sage200.ledger.SalesDocument;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;

/** New ledger entries as Sage's API takes them, with its ids instead of codes. All values are above zero, whatever the kind. */
final class LedgerBody {
    private static final String[] NOMINAL = {"code", "cost_centre", "department"};

    private LedgerBody() {}

    /** @param bank the id of the clearing bank */
    static String of(MoneyEntry entry, long customer, long bank) {
        return common(entry, customer)
                .add("bank_id", bank)
                .add("cheque_value", entry.value().amount())
                .build()
                .toString();
    }

    /** Empty where the company has not all of its tax codes. */
    static Optional<String> of(SalesDocument document, long customer, Map<Integer, Site.TaxCode> taxCodes) {
        JsonArrayBuilder taxes = Json.createArrayBuilder();
        for (SalesDocument.TaxShare share : document.taxes()) {
            Site.TaxCode code = taxCodes.get(share.taxCode());
            if (code == null) {
                return Optional.empty();
            }
            taxes.add(Json.createObjectBuilder()
                    .add("id", code.id())
                    .add("goods_amount", share.goods())
                    .add("tax_amount", share.tax()));
        }
        JsonArrayBuilder nominals = Json.createArrayBuilder();
        document.nominals().forEach(share -> nominals.add(nominal(share)));
        return Optional.of(common(document, customer)
                .add("document_goods_value", document.goods())
                .add("document_tax_value", document.tax())
                .add("tax_analysis_items", taxes)
                .add("nominal_analysis_items", nominals)
                .build()
                .toString());
    }

    private static JsonObjectBuilder common(NewEntry entry, long customer) {
        return Json.createObjectBuilder()
                .add("customer_id", customer)
                .add("transaction_date", entry.date() + "T00:00:00")
                .add("reference", entry.reference())
                .add("second_reference", entry.secondReference());
    }

    private static JsonObjectBuilder nominal(SalesDocument.NominalShare share) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        String[] parts = share.nominal().split("/", -1);
        for (int i = 0; i < Math.min(parts.length, NOMINAL.length); i++) {
            if (!parts[i].isBlank()) {
                json.add(NOMINAL[i], parts[i]);
            }
        }
        return json.add("value", share.value());
    }
}
