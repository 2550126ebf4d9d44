package centrasage.sage200.client.read;

import centrasage.sage200.ItemRecord;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One row of {@code products}: what is absent is none, and what is there and makes no sense is malformed. */
final class ItemRow {
    private static final String WEIGHT = "weight";
    private static final String COUNTRY = "country_of_origin_id";
    private static final String GROUP = "product_group_id";
    private static final String STATUS = "product_status_type";
    static final String FIELDS =
            "id,code,name,barcode,commodity_code," + WEIGHT + "," + COUNTRY + "," + GROUP + "," + STATUS;

    private ItemRow() {}

    static ItemRecord item(Row row, Countries countries) {
        String code = row.text("code");
        if (code.isEmpty()) {
            throw new Row.Malformed("code");
        }
        return new ItemRecord(
                row.id("id"),
                code,
                text(row, "name"),
                text(row, "barcode"),
                weight(row),
                text(row, "commodity_code"),
                isThere(row, COUNTRY) ? countries.code(row.id(COUNTRY)) : "",
                isThere(row, GROUP) ? row.id(GROUP) : 0,
                !isInactive(row));
    }

    /** Absent counts as active, as Sage's own default does. */
    static boolean isInactive(Row product) {
        return product.optionalText(STATUS)
                .filter(status -> status.toLowerCase(Locale.ROOT).contains("inactive"))
                .isPresent();
    }

    private static String text(Row row, String field) {
        return isThere(row, field) ? row.text(field) : "";
    }

    /** Sage's column cannot be empty and begins with zero: nothing that weighs nothing is in stock. */
    private static @Nullable BigDecimal weight(Row row) {
        if (!isThere(row, WEIGHT)) {
            return null;
        }
        BigDecimal weight = Decimals.exact(row, WEIGHT, ItemRecord.WEIGHT_PLACES);
        return weight.signum() == 0 ? null : weight;
    }

    private static boolean isThere(Row row, String field) {
        return row.json().getOrDefault(field, JsonValue.NULL) != JsonValue.NULL;
    }
}
