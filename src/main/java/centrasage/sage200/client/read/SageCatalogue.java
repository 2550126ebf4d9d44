package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.BandPrice;
import centrasage.sage200.ItemRecord;
import centrasage.sage200.PriceBand;
import centrasage.sage200.client.wire.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Sage's stock items and their prices in its price bands; nothing is left out for being inactive. */
@ApplicationScoped
public class SageCatalogue {
    private static final List<String> NOT_IN_STOCK = List.of("misc", "service", "labour");

    private SageReads reads;

    @SuppressWarnings("NullAway.Init")
    SageCatalogue() {}

    @Inject
    public SageCatalogue(SageReads reads) {
        this.reads = reads;
    }

    /**
     * All stock items.
     *
     * @param unreadable why rows of it are no item, by the product's id
     */
    public record Items(List<ItemRecord> items, Map<Long, String> unreadable) {
        public Items {
            items = List.copyOf(items);
            unreadable = Map.copyOf(unreadable);
        }
    }

    /**
     * The prices of a band.
     *
     * @param unreadable why rows of it are no price, by the id of the product's price
     */
    public record Prices(List<BandPrice> prices, Map<Long, String> unreadable) {
        public Prices {
            prices = List.copyOf(prices);
            unreadable = Map.copyOf(unreadable);
        }
    }

    /** By their ids, so that one that comes to be while pages are turned stands at the end. */
    public Items items(String company) throws TargetUnavailable {
        return asked("stock items", () -> {
            Countries countries = Countries.read(reads, company);
            Sorted<ItemRecord> sorted = Sorted.none();
            Pages.each(
                    reads,
                    company,
                    "products",
                    Query.select(ItemRow.FIELDS),
                    rows -> sorted.add(rows, "id", row -> ItemRow.item(row, countries)));
            return new Items(sorted.read(), sorted.unreadable());
        });
    }

    /**
     * Codes of the product groups whose products are kept in stock, by their ids. Sage's words for the other types, miscellaneous and
     * service or labour, are inferred.
     */
    public Map<Long, String> stockGroups(String company) throws TargetUnavailable {
        return asked("product groups", () -> {
            Map<Long, String> codes = new TreeMap<>();
            for (JsonObject json : Pages.all(reads, company, "product_groups", Query.select("id,code,product_type"))) {
                Row row = new Row(json);
                String type = row.optionalText("product_type").orElse("").toLowerCase(Locale.ROOT);
                if (NOT_IN_STOCK.stream().noneMatch(type::contains)) {
                    codes.put(row.id("id"), row.text("code"));
                }
            }
            return codes;
        });
    }

    /** All price bands of a company, the standard one among them. */
    public List<PriceBand> priceBands(String company) throws TargetUnavailable {
        return asked("price bands", () -> {
            Currencies currencies = Currencies.read(reads, company);
            List<PriceBand> bands = new ArrayList<>();
            for (JsonObject json : Pages.all(reads, company, "price_bands", Query.select("id,name,currency_id"))) {
                Row row = new Row(json);
                bands.add(
                        new PriceBand(row.id("id"), row.text("name"), currencies.code(row.optionalId("currency_id"))));
            }
            return List.copyOf(bands);
        });
    }

    /** By their ids; a product without a price in the band is not among them. */
    public Prices prices(String company, long bandId) throws TargetUnavailable {
        Query query = Query.select(PriceRow.FIELDS)
                .where("price_band_id eq " + bandId)
                .orderedBy(PriceRow.ID);
        return asked("prices", () -> {
            Sorted<BandPrice> sorted = Sorted.none();
            Pages.each(
                    reads,
                    company,
                    "product_price_views",
                    query,
                    rows -> sorted.add(rows, PriceRow.ID, PriceRow::price));
            return new Prices(sorted.read(), sorted.unreadable());
        });
    }

    private interface Asking<T> {
        T ask() throws ReadFailed;
    }

    private static <T> T asked(String what, Asking<T> asking) throws TargetUnavailable {
        try {
            return asking.ask();
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's " + what + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Rows, parted into what can be read and what cannot; a row without an id spoils all. */
    private record Sorted<T>(List<T> read, Map<Long, String> unreadable) {
        static <T> Sorted<T> none() {
            return new Sorted<>(new ArrayList<>(), new TreeMap<>());
        }

        void add(List<JsonObject> rows, String id, Function<Row, T> reading) {
            for (JsonObject json : rows) {
                Row row = new Row(json);
                try {
                    read.add(reading.apply(row));
                } catch (Row.Malformed e) {
                    unreadable.put(row.id(id), String.valueOf(e.getMessage()));
                }
            }
        }
    }
}
