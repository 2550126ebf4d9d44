package centrasage.console.payload;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * JSON for people to read, without what names a person. Within an address or a customer every text is hidden, whatever it is called;
 * elsewhere what people write, and what is called as personal data is. Secrets are hidden from everybody.
 */
public final class Masked {
    private static final String HIDDEN = "•••";

    private static final Set<String> PERSONS = Set.of(
            "customer", "shippingaddress", "billingaddress", "deliveryaddress", "address", "account", "contactperson");

    /** Within a person: nobody is told by these. */
    private static final Set<String> PLAIN = Set.of("__typename", "id", "code", "countrycode");

    private static final Set<String> PERSONAL = Set.of(
            "firstname",
            "lastname",
            "email",
            "emailaddress",
            "phone",
            "phonenumber",
            "cellphonenumber",
            "telephone",
            "contact",
            "attention",
            "companyname",
            "postalname",
            "address1",
            "address2",
            "address3",
            "address4",
            "city",
            "county",
            "stateorprovince",
            "zipcode",
            "postcode",
            "vatnumber",
            "taxnumber",
            "othercomment",
            "comment",
            "description",
            "narrative",
            "note",
            "notes",
            "message",
            "instructions");

    private static final Set<String> POSTCODES = Set.of("zipcode", "postcode");
    private static final Set<String> SECRETS = Set.of(
            "token",
            "access_token",
            "refresh_token",
            "secret",
            "client_secret",
            "password",
            "authorization",
            "apikey",
            "api_key");

    private final boolean withPersons;

    private Masked(boolean withPersons) {
        this.withPersons = withPersons;
    }

    /**
     * Set out line by line.
     *
     * @param withPersons whether who reads it may see customers
     */
    public static String of(String json, boolean withPersons) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return text(new Masked(withPersons).masked("", reader.read(), false));
        } catch (JsonException | IllegalStateException e) {
            return withPersons
                    ? json
                    : "It is no JSON that can be read, so that nothing of it can be shown without personal data.";
        }
    }

    private static String text(JsonValue value) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write((JsonStructure) value);
        }
        return text.toString().strip();
    }

    private JsonValue masked(String name, JsonValue value, boolean ofPerson) {
        return switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject(), ofPerson || PERSONS.contains(name));
            case ARRAY -> array(name, value.asJsonArray(), ofPerson);
            case STRING -> isHidden(name, ofPerson) ? hidden(name, (JsonString) value) : value;
            case NUMBER, TRUE, FALSE, NULL -> SECRETS.contains(name) ? Json.createValue(HIDDEN) : value;
        };
    }

    private boolean isHidden(String name, boolean ofPerson) {
        boolean isPersonal = PERSONAL.contains(name) || ofPerson && !PLAIN.contains(name);
        return SECRETS.contains(name) || !withPersons && isPersonal;
    }

    /** Of a postcode the first half stays: where an order went to tells nobody who it went to. */
    private static JsonValue hidden(String name, JsonString value) {
        String text = value.getString();
        if (text.isBlank()) {
            return value;
        }
        String shown = POSTCODES.contains(name)
                ? text.strip().substring(0, Math.min(2, text.strip().length() / 2))
                : "";
        return Json.createValue(shown + HIDDEN);
    }

    private JsonObject object(JsonObject object, boolean ofPerson) {
        JsonObjectBuilder built = Json.createObjectBuilder();
        object.forEach((name, value) -> built.add(name, masked(name.toLowerCase(Locale.ROOT), value, ofPerson)));
        return built.build();
    }

    private JsonArray array(String name, JsonArray array, boolean ofPerson) {
        JsonArrayBuilder built = Json.createArrayBuilder();
        array.forEach(value -> built.add(masked(name, value, ofPerson)));
        return built.build();
    }
}
