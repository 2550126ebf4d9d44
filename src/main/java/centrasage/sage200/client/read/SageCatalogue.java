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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Sage's stock items and their prices in its price bands, a page at a time; nothing is left out for being inactive. */
@ApplicationScoped
public class SageCatalogue {
    private SageReads reads;

    @SuppressWarnings("NullAway.Init")
    SageCatalogue() {}

    @Inject
    public SageCatalogue(SageReads reads) {
        this.reads = reads;
    }

    /**
     * A page of stock items.
     *
     * @param unreadable why rows of it are no item, by the product's id
     * @param read how many rows it had, readable or not: so many more are skipped for the next page
     * @param isLast whether nothing follows
     */
    public record ItemPage(List<ItemRecord> items, Map<Long, String> unreadable, int read, boolean isLast) {
        public ItemPage {
            items = List.copyOf(items);
            unreadable = Map.copyOf(unreadable);
        }
    }

    /**
     * A page of prices.
     *
     * @param unreadable why rows of it are no price, by the id of the product's price
     * @param read how many rows it had, readable or not: so many more are skipped for the next page
     * @param isLast whether nothing follows
     */
    public record PricePage(List<BandPrice> prices, Map<Long, String> unreadable, int read, boolean isLast) {
        public PricePage {
            prices = List.copyOf(prices);
            unreadable = Map.copyOf(unreadable);
        }
    }

    /**
     * Stock items by their ids, so that one that comes to be while pages are turned stands at the end.
     *
     * @param skipped how many rows were read before
     */
    public ItemPage items(String company, int skipped) throws TargetUnavailable {
        return asked("stock items", () -> {
            List<JsonObject> rows = Pages.one(reads, company, "products", Query.select(ItemRow.FIELDS), skipped);
            Countries countries = Countries.read(reads, company);
            Sorted<ItemRecord> sorted = Sorted.of(rows, "id", row -> ItemRow.item(row, countries));
            return new ItemPage(sorted.read(), sorted.unreadable(), rows.size(), rows.size() < Pages.PAGE_SIZE);
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

    /**
     * The prices of a band by their ids; a product without a price in the band is not among them.
     *
     * @param skipped how many rows of the band were read before
     */
    public PricePage prices(String company, long bandId, int skipped) throws TargetUnavailable {
        Query query = Query.select(PriceRow.FIELDS)
                .where("price_band_id eq " + bandId)
                .orderedBy(PriceRow.ID);
        return asked("prices", () -> {
            List<JsonObject> rows = Pages.one(reads, company, "product_price_views", query, skipped);
            Sorted<BandPrice> sorted = Sorted.of(rows, PriceRow.ID, PriceRow::price);
            return new PricePage(sorted.read(), sorted.unreadable(), rows.size(), rows.size() < Pages.PAGE_SIZE);
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

    /** The rows of a page, parted into what can be read and what cannot; a row without an id spoils the page. */
    private record Sorted<T>(List<T> read, Map<Long, String> unreadable) {
        static <T> Sorted<T> of(List<JsonObject> rows, String id, Function<Row, T> reading) {
            Sorted<T> sorted = new Sorted<>(new ArrayList<>(), new TreeMap<>());
            for (JsonObject json : rows) {
                Row row = new Row(json);
                try {
                    sorted.read.add(reading.apply(row));
                } catch (Row.Malformed e) {
                    sorted.unreadable.put(row.id(id), String.valueOf(e.getMessage()));
                }
            }
            return sorted;
        }
    }
}
