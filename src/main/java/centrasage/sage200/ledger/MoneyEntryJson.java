package centrasage.sage200.ledger;

import centrasage.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A new receipt or refund as JSON text for the store, as {@link centrasage.sage200.SalesOrderJson} is one of an order. */
public final class MoneyEntryJson {
    private MoneyEntryJson() {}

    public static String write(MoneyEntry entry) {
        return Json.createObjectBuilder()
                .add("kind", entry.kind().name())
                .add("company", entry.company())
                .add("customer", entry.customer())
                .add("bank", entry.bank())
                .add("reference", entry.reference())
                .add("secondReference", entry.secondReference())
                .add("date", entry.date().toString())
                .add("amount", entry.value().amount().toString())
                .add("currency", entry.value().currency().getCurrencyCode())
                .add("provider", entry.provider())
                .build()
                .toString();
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static MoneyEntry read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new MoneyEntry(
                    EntryKind.valueOf(json.getString("kind")),
                    json.getString("company"),
                    json.getString("customer"),
                    json.getString("bank"),
                    json.getString("reference"),
                    json.getString("secondReference"),
                    LocalDate.parse(json.getString("date")),
                    Money.of(json.getString("amount"), json.getString("currency")),
                    json.getString("provider", ""));
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | DateTimeException
                | ArithmeticException
                | IllegalArgumentException e) {
            throw new IllegalArgumentException("the stored entry of money cannot be read", e);
        }
    }
}
