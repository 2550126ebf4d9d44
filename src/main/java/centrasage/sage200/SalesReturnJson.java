package centrasage.sage200;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/** A new sales return as JSON text for the store: the order that it is like, marked so that it is never taken for another document. */
public final class SalesReturnJson {
    private static final String MARK = "salesReturn";
    private static final String BEGINNING = "{\"" + MARK + "\":";

    private SalesReturnJson() {}

    public static String write(NewSalesOrder made) {
        return Json.createObjectBuilder()
                .add(MARK, SalesOrderJson.json(made))
                .build()
                .toString();
    }

    public static boolean isOne(String text) {
        return text.startsWith(BEGINNING);
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static NewSalesOrder read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject made = reader.readObject().getJsonObject(MARK);
            return SalesOrderJson.read(made.toString());
        } catch (JsonException | NullPointerException | ClassCastException e) {
            // the text holds personal data and must not end in a log
            throw new IllegalArgumentException("the stored sales return cannot be read", e);
        }
    }
}
