package centrasage.sage200.client.read;

import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * ISO codes of a company's currencies by their ids; a currency without an ISO code is left out.
 *
 * @param base that of the base currency; empty where Sage does not say it
 */
record Currencies(Map<Long, String> codes, String base) {
    private static final int LETTERS = 3;

    static Currencies read(SageReads reads, String company) throws ReadFailed {
        Map<Long, String> codes = new HashMap<>();
        String base = "";
        for (JsonObject json :
                Pages.all(reads, company, "currencies", Query.all().expand("currency_iso_code"))) {
            Row row = new Row(json);
            String code = isoCode(row).orElse("");
            if (!code.isEmpty()) {
                codes.put(row.id("id"), code);
            }
            if (row.isTrue("is_base_currency")) {
                base = code;
            }
        }
        return new Currencies(Map.copyOf(codes), base);
    }

    /** In capitals; empty where Sage does not say it. */
    static Optional<String> isoCode(Row currency) {
        return currency.child("currency_iso_code")
                .flatMap(iso -> iso.optionalText("code"))
                .or(() -> currency.optionalText("currency_iso_code"))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(code -> code.length() == LETTERS);
    }

    /** The code of a currency, or of the base currency where none is named; empty where it is not known. */
    String code(Optional<Long> id) {
        return id.map(named -> codes.getOrDefault(named, "")).orElse(base);
    }
}
