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

/** A new entry of a bank as JSON text for the store. */
public final class BankEntryJson {
    private static final String RATE = "rate";

    private BankEntryJson() {}

    public static String write(BankEntry entry) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("way", entry.way().name())
                .add("company", entry.company())
                .add("bank", entry.bank())
                .add("reference", entry.reference())
                .add("secondReference", entry.secondReference())
                .add("date", entry.date().toString())
                .add("amount", entry.value().amount().toString())
                .add("currency", entry.value().currency().getCurrencyCode())
                .add("tax", entry.tax().amount().toString())
                .add("nominal", entry.nominal())
                .add("taxCode", entry.taxCode())
                .add("narrative", entry.narrative());
        BigDecimal rate = entry.rate();
        return (rate == null ? json : json.add(RATE, rate.toString())).build().toString();
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static BankEntry read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new BankEntry(
                    BankEntry.Way.valueOf(json.getString("way")),
                    json.getString("company"),
                    json.getString("bank"),
                    json.getString("reference"),
                    json.getString("secondReference"),
                    LocalDate.parse(json.getString("date")),
                    Money.of(json.getString("amount"), json.getString("currency")),
                    Money.of(json.getString("tax", "0"), json.getString("currency")),
                    json.getString("nominal"),
                    json.getInt("taxCode"),
                    json.containsKey(RATE) ? new BigDecimal(json.getString(RATE)) : null,
                    json.getString("narrative"));
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | DateTimeException
                | ArithmeticException
                | IllegalArgumentException e) {
            throw new IllegalArgumentException("the stored entry of a bank cannot be read", e);
        }
    }
}
