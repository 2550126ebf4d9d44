package centrasage.sage200.ledger;

import centrasage.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A new transfer between banks as JSON text for the store. */
public final class BankTransferJson {
    private static final String PAID_RATE = "paidRate";
    private static final String RECEIVED_RATE = "receivedRate";

    private BankTransferJson() {}

    public static String write(BankTransfer transfer) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("company", transfer.company())
                .add("from", transfer.from())
                .add("to", transfer.to())
                .add("reference", transfer.reference())
                .add("secondReference", transfer.secondReference())
                .add("date", transfer.date().toString())
                .add("paid", transfer.paid().amount().toString())
                .add("paidCurrency", transfer.paid().currency().getCurrencyCode())
                .add("received", transfer.received().amount().toString())
                .add("receivedCurrency", transfer.received().currency().getCurrencyCode())
                .add("narrative", transfer.narrative());
        add(json, "difference", transfer.difference());
        add(json, PAID_RATE, transfer.rates().paid());
        add(json, RECEIVED_RATE, transfer.rates().received());
        return json.build().toString();
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    private static @Nullable BigDecimal rate(JsonObject json, String name) {
        return json.containsKey(name) ? new BigDecimal(json.getString(name)) : null;
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static BankTransfer read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new BankTransfer(
                    json.getString("company"),
                    json.getString("from"),
                    json.getString("to"),
                    json.getString("reference"),
                    json.getString("secondReference"),
                    LocalDate.parse(json.getString("date")),
                    Money.of(json.getString("paid"), json.getString("paidCurrency")),
                    Money.of(json.getString("received"), json.getString("receivedCurrency")),
                    json.getString("difference", null),
                    new BankTransfer.Rates(rate(json, PAID_RATE), rate(json, RECEIVED_RATE)),
                    json.getString("narrative"));
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | DateTimeException
                | ArithmeticException
                | IllegalArgumentException e) {
            throw new IllegalArgumentException("the stored transfer between banks cannot be read", e);
        }
    }
}
