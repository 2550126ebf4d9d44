package centrasage.console.words;

import centrasage.catalogue.compare.Field;
import centrasage.catalogue.value.ValueState;
import centrasage.stock.level.LevelState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** How stock and the catalogue stand between Sage 200 and Centra. */
@Named
@ApplicationScoped
public class StockWords {
    public Sign level(LevelState state) {
        return switch (state) {
            case SHOWN ->
                new Sign("Right", "check", "posted", "Centra shows what it was told, and that is what Sage 200 says");
            case DUE ->
                new Sign(
                        "To tell", "clock", "waiting", "Sage 200 says something that Centra is told with the next run");
            case SENDING ->
                new Sign(
                        "Being told",
                        "question",
                        "doubt",
                        "Centra was told, and its answer is still to come; looked at again by itself");
            case HELD ->
                new Sign("Held", "hand", "held", "Too large a jump: a person has to release it before Centra is told");
            case UNMATCHED ->
                new Sign("No counterpart", "warning", "locked", "Centra has no such SKU, or more than one");
            case UNREADABLE ->
                new Sign(
                        "Not readable",
                        "warning",
                        "locked",
                        "Sage 200's figure cannot be read; Centra keeps the one from before");
        };
    }

    public Sign value(ValueState state) {
        return switch (state) {
            case SAME -> new Sign("Same", "check", "posted", "Both sides hold the same");
            case DUE -> new Sign("To tell", "clock", "waiting", "Centra is told of Sage 200's value with the next run");
            case REJECTED -> new Sign("Rejected", "cross", "held", "Centra was told, and did not take it");
            case DRIFTED ->
                new Sign(
                        "Changed in Centra",
                        "hand",
                        "held",
                        "Somebody changed it in Centra, or it never was as in Sage 200: a person decides");
            case CONFLICT ->
                new Sign(
                        "Contradictory",
                        "question",
                        "doubt",
                        "Sage 200 says different things about SKUs of which Centra has one value");
            case UNMATCHED ->
                new Sign("Only on one side", "warning", "locked", "A SKU that the other side does not know");
        };
    }

    public String field(Field field) {
        return switch (field) {
            case NAME -> "Name";
            case WEIGHT -> "Weight";
            case COMMODITY_CODE -> "Commodity code";
            case COUNTRY_OF_ORIGIN -> "Country of origin";
            case BARCODE -> "Barcode";
            case PRICE -> "Price";
            case SKU -> "SKU";
        };
    }

    /** Who owns a field that is listed here: what Centra owns is not compared. */
    public String owner(Field field) {
        return field == Field.SKU ? "Both" : "Sage 200";
    }
}
