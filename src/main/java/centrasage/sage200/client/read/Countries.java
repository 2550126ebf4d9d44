package centrasage.sage200.client.read;

import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** ISO codes of countries by the ids that they have in a company. */
record Countries(Map<Long, String> codes) {
    /** Sage keeps countries under the codes of their VAT numbers where these differ. */
    private static final Map<String, String> ISO = Map.of("EL", "GR", "XI", "GB");

    private static final int LETTERS = 2;

    static Countries read(SageReads reads, String company) throws ReadFailed {
        Map<Long, String> codes = new HashMap<>();
        for (JsonObject json : Pages.all(reads, company, "country_codes", Query.select("id,code"))) {
            Row row = new Row(json);
            row.optionalText("code")
                    .filter(code -> code.length() == LETTERS)
                    .map(code -> code.toUpperCase(Locale.ROOT))
                    .ifPresent(code -> codes.put(row.id("id"), ISO.getOrDefault(code, code)));
        }
        return new Countries(Map.copyOf(codes));
    }

    /** Empty for 0, which is no record of Sage's; a country that is not among them is not passed off as none. */
    String code(long id) {
        String code = id == 0 ? "" : codes.get(id);
        if (code == null) {
            throw new Row.Malformed("country of origin: country " + id + " is none of Sage's country codes");
        }
        return code;
    }
}
