package centrasage.sage200.ledger;

import centrasage.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A new ledger invoice or credit note as JSON text for the store. */
public final class SalesDocumentJson {
    private SalesDocumentJson() {}

    public static String write(SalesDocument document) {
        JsonArrayBuilder taxes = Json.createArrayBuilder();
        document.taxes()
                .forEach(share -> taxes.add(Json.createObjectBuilder()
                        .add("taxCode", share.taxCode())
                        .add("goods", share.goods().toPlainString())
                        .add("tax", share.tax().toPlainString())));
        JsonArrayBuilder nominals = Json.createArrayBuilder();
        document.nominals()
                .forEach(share -> nominals.add(Json.createObjectBuilder()
                        .add("nominal", share.nominal())
                        .add("value", share.value().toPlainString())));
        return Json.createObjectBuilder()
                .add("kind", document.kind().name())
                .add("company", document.company())
                .add("customer", document.customer())
                .add("reference", document.reference())
                .add("secondReference", document.secondReference())
                .add("date", document.date().toString())
                .add("amount", document.value().amount().toString())
                .add("currency", document.value().currency().getCurrencyCode())
                .add("taxes", taxes)
                .add("nominals", nominals)
                .build()
                .toString();
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static SalesDocument read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new SalesDocument(
                    EntryKind.valueOf(json.getString("kind")),
                    json.getString("company"),
                    json.getString("customer"),
                    json.getString("reference"),
                    json.getString("secondReference"),
                    LocalDate.parse(json.getString("date")),
                    Money.of(json.getString("amount"), json.getString("currency")),
                    json.getJsonArray("taxes").getValuesAs(SalesDocumentJson::tax),
                    json.getJsonArray("nominals").getValuesAs(SalesDocumentJson::nominal));
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | DateTimeException
                | IllegalArgumentException e) {
            throw new IllegalArgumentException("the stored ledger document cannot be read", e);
        }
    }

    private static SalesDocument.TaxShare tax(JsonObject json) {
        return new SalesDocument.TaxShare(
                json.getInt("taxCode"), new BigDecimal(json.getString("goods")), new BigDecimal(json.getString("tax")));
    }

    private static SalesDocument.NominalShare nominal(JsonObject json) {
        return new SalesDocument.NominalShare(json.getString("nominal"), new BigDecimal(json.getString("value")));
    }
}
