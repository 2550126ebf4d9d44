package centrasage.reconcile.mapping;

import centrasage.sage200.Site;
import centrasage.sage200.SiteSurvey;
import centrasage.sage200.SiteSurvey.Facts;
import centrasage.sage200.SiteSurvey.Looked;
import centrasage.sage200.SiteSurvey.Register;
import centrasage.sage200.SiteSurvey.Seen;
import centrasage.sage200.SiteSurvey.Unread;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a Sage company held, as JSON text for the store: what is read is equal to what was written. No customer's person is in it. */
final class SituationJson {
    private SituationJson() {}

    record Read(Site site, SiteSurvey survey) {}

    static String write(Site site, SiteSurvey survey) {
        JsonObjectBuilder customers = Json.createObjectBuilder();
        new TreeMap<>(site.customers())
                .forEach((reference, customer) -> customers.add(
                        reference,
                        Json.createObjectBuilder()
                                .add("id", customer.id())
                                .add("currency", customer.currency())
                                .add("onHold", customer.onHold())));
        JsonObjectBuilder taxCodes = Json.createObjectBuilder();
        site.taxCodes()
                .forEach((code, taxCode) -> taxCodes.add(
                        Integer.toString(code),
                        Json.createObjectBuilder()
                                .add("id", taxCode.id())
                                .add("rate", taxCode.rate().toPlainString())));
        JsonArrayBuilder inactive = Json.createArrayBuilder();
        new TreeSet<>(site.inactiveProducts()).forEach(inactive::add);
        return Json.createObjectBuilder()
                .add("company", site.company())
                .add("pricesIncludeTax", site.pricesIncludeTax())
                .add("customers", customers)
                .add("products", ids(site.products()))
                .add("inactive", inactive)
                .add("warehouses", ids(site.warehouses()))
                .add("taxCodes", taxCodes)
                .add("countries", ids(site.countries()))
                .add("charges", ids(site.charges()))
                .add("registers", registers(survey))
                .build()
                .toString();
    }

    private static JsonObjectBuilder ids(Map<String, Long> ids) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(ids).forEach(json::add);
        return json;
    }

    private static JsonObjectBuilder registers(SiteSurvey survey) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        MappingCheck.registers().forEach(register -> json.add(register.name(), looked(survey.of(register))));
        return json;
    }

    private static JsonObjectBuilder looked(Looked looked) {
        return looked.match(
                seen -> Json.createObjectBuilder().add("rows", rows(seen)),
                unread -> Json.createObjectBuilder()
                        .add("status", unread.status())
                        .add("why", unread.why()));
    }

    private static JsonArrayBuilder rows(Seen seen) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        seen.rows().forEach(row -> {
            JsonObjectBuilder json = Json.createObjectBuilder();
            new TreeMap<>(row.values()).forEach(json::add);
            rows.add(json);
        });
        return rows;
    }

    static Read read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new Read(site(json), new SiteSurvey(json.getString("company"), looked(json)));
        }
    }

    private static Site site(JsonObject json) {
        Map<String, Site.Customer> customers = new TreeMap<>();
        json.getJsonObject("customers").forEach((reference, value) -> {
            JsonObject customer = value.asJsonObject();
            customers.put(
                    reference,
                    new Site.Customer(
                            customer.getJsonNumber("id").longValueExact(),
                            reference,
                            customer.getString("currency"),
                            customer.getBoolean("onHold")));
        });
        Map<Integer, Site.TaxCode> taxCodes = new TreeMap<>();
        json.getJsonObject("taxCodes").forEach((code, value) -> {
            JsonObject taxCode = value.asJsonObject();
            int number = Integer.parseInt(code);
            taxCodes.put(
                    number,
                    new Site.TaxCode(
                            taxCode.getJsonNumber("id").longValueExact(),
                            number,
                            new BigDecimal(taxCode.getString("rate"))));
        });
        return new Site(
                json.getString("company"),
                json.getBoolean("pricesIncludeTax"),
                customers,
                ids(json, "products"),
                inactive(json),
                ids(json, "warehouses"),
                taxCodes,
                ids(json, "countries"),
                ids(json, "charges"));
    }

    private static Set<String> inactive(JsonObject json) {
        Set<String> codes = new TreeSet<>();
        json.getJsonArray("inactive").getValuesAs(JsonString.class).forEach(code -> codes.add(code.getString()));
        return codes;
    }

    private static Map<String, Long> ids(JsonObject json, String name) {
        Map<String, Long> ids = new TreeMap<>();
        JsonObject object = json.getJsonObject(name);
        object.keySet().forEach(code -> ids.put(code, object.getJsonNumber(code).longValueExact()));
        return ids;
    }

    private static Map<Register, Looked> looked(JsonObject json) {
        Map<Register, Looked> looked = new EnumMap<>(Register.class);
        JsonObject registers = json.getJsonObject("registers");
        for (Register register : MappingCheck.registers()) {
            JsonObject kept = registers.getJsonObject(register.name());
            if (kept != null) {
                looked.put(
                        register,
                        kept.containsKey("rows")
                                ? new Seen(rows(kept))
                                : new Unread(kept.getInt("status"), kept.getString("why")));
            }
        }
        return looked;
    }

    private static List<Facts> rows(JsonObject kept) {
        return kept.getJsonArray("rows").getValuesAs(JsonObject.class).stream()
                .map(row -> {
                    Map<String, String> values = new TreeMap<>();
                    row.keySet().forEach(field -> values.put(field, row.getString(field)));
                    return new Facts(values);
                })
                .toList();
    }
}
