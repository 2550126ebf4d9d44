package centrasage.catalogue.publish;

import centrasage.catalogue.CatalogueSettings;
import centrasage.catalogue.compare.BandPrices;
import centrasage.catalogue.compare.Compared;
import centrasage.catalogue.compare.Field;
import centrasage.catalogue.compare.ProductComparison;
import centrasage.catalogue.publish.CreateProducts.Created;
import centrasage.catalogue.publish.TellCatalogue.Counts;
import centrasage.catalogue.publish.TellCatalogue.Telling;
import centrasage.catalogue.value.CatalogueValues;
import centrasage.catalogue.value.ValueState;
import centrasage.centra.CatalogueProduct;
import centrasage.centra.PriceList;
import centrasage.centra.client.CentraCatalogue;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce.Pricelist;
import centrasage.sage200.ItemRecord;
import centrasage.sage200.client.read.SageCatalogue;
import centrasage.sage200.client.read.SiteReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run for one company: all of Sage's items and prices against all of Centra's products, page by page. */
@ApplicationScoped
public class CompanyCatalogue {
    private static final Logger LOG = Logger.getLogger(CompanyCatalogue.class.getName());
    private static final int PAGE = 500;

    private SageCatalogue sage;
    private SiteReader sites;
    private OurPrices ourPrices;
    private CentraCatalogue centra;
    private CatalogueValues values;
    private TellCatalogue tell;
    private CreateProducts create;
    private CatalogueSettings settings;

    @SuppressWarnings("NullAway.Init")
    CompanyCatalogue() {}

    @Inject
    public CompanyCatalogue(
            SageCatalogue sage,
            SiteReader sites,
            OurPrices ourPrices,
            CentraCatalogue centra,
            CatalogueValues values,
            TellCatalogue tell,
            CreateProducts create,
            CatalogueSettings settings) {
        this.sage = sage;
        this.sites = sites;
        this.ourPrices = ourPrices;
        this.centra = centra;
        this.values = values;
        this.tell = tell;
        this.create = create;
        this.settings = settings;
    }

    /**
     * What one run is asked to do.
     *
     * @param products Sage's by SKU, where they are called otherwise
     * @param fields that Sage owns
     * @param goesOn asked before each page: false once it is to stop, or somebody else may write
     */
    public record Wish(
            String company,
            Map<String, String> products,
            Set<Field> fields,
            List<Pricelist> pricelists,
            BooleanSupplier goesOn) {}

    /**
     * What a run came to.
     *
     * @param left what Centra is to be told, and its quota had no room for
     * @param created products that Centra has now
     * @param toCreate products that wait for the next run to be made
     * @param unreadable items and prices of Sage's of which nothing can be told
     * @param faults why some of it is not published
     */
    public record Outcome(
            long compared,
            long told,
            long rejected,
            long left,
            long created,
            long toCreate,
            long unreadable,
            List<String> faults) {
        static final Outcome NONE = new Outcome(0, 0, 0, 0, 0, 0, 0, List.of());

        public Outcome {
            faults = List.copyOf(faults);
        }
    }

    /**
     * @param lists of Centra's
     * @param faults what is known before not to be published
     * @throws TargetUnavailable when one of both cannot be read or told
     */
    public Outcome publish(Wish wish, List<PriceList> lists, List<String> faults) throws TargetUnavailable {
        Instant begun = values.begins();
        Run run = begin(wish, lists, faults);
        boolean isWhole = run.products() && run.create() && run.missing();
        if (isWhole
                && run.faults.isEmpty()
                && run.compared > 0) { // what could not be compared keeps what both agreed upon
            values.allSeen(wish.company(), begun);
        }
        return run.outcome();
    }

    /**
     * Goes on with what earlier runs left: products of which something is due are read again from both sides, and compared again, before
     * anything of them is told.
     */
    public Outcome goOn(Wish wish, List<PriceList> lists, List<String> faults) throws TargetUnavailable {
        List<Long> ids = wish.pricelists().stream()
                .flatMap(row -> OurPrices.list(row, lists).stream())
                .map(PriceList::id)
                .toList();
        if (values.due(wish.company(), wish.fields(), ids, 0, 1).isEmpty() || centra.room() == 0) {
            return Outcome.NONE;
        }
        Run run = begin(wish, lists, faults);
        run.due();
        return run.outcome();
    }

    /** Whether Centra is to be told anything that it was not. */
    public boolean isAnythingDue(String company) {
        return settings.writes() && values.isAnythingDue(company);
    }

    private Run begin(Wish wish, List<PriceList> lists, List<String> faults) throws TargetUnavailable {
        boolean includesTax =
                !wish.pricelists().isEmpty() && sites.readAnew(wish.company()).pricesIncludeTax();
        OurPrices.Read prices = ourPrices.read(wish.company(), wish.pricelists(), lists, includesTax);
        Run run = new Run(wish, prices);
        run.faults.addAll(faults);
        run.faults.addAll(prices.faults());
        run.readItems();
        run.faults.addAll(run.unreadable);
        return run;
    }

    /** Sage owns nothing of it any more. */
    void forget(String company) {
        values.allSeen(company, values.begins());
    }

    private final class Run {
        private final Wish wish;
        private final List<BandPrices> prices;
        private final Set<Long> lists;
        private final Telling telling;
        private final ProductComparison comparison;
        private final Map<String, ItemRecord> items = new TreeMap<>();
        private final Set<String> matched = new HashSet<>();
        private final Set<String> numbers = new HashSet<>();
        private final List<String> unreadable;
        private final List<String> faults = new ArrayList<>();
        private long compared;
        private long left;
        private Counts counts = Counts.NONE;
        private Created created = Created.NONE;

        Run(Wish wish, OurPrices.Read read) {
            this.wish = wish;
            this.prices = read.prices();
            this.unreadable = new ArrayList<>(read.unreadable());
            this.lists = prices.stream().map(band -> band.list().id()).collect(Collectors.toSet());
            this.telling = new Telling(wish.company(), prices, new RequestErrors());
            this.comparison = new ProductComparison(this::item, wish.fields(), prices);
        }

        Outcome outcome() {
            tell.conclude(telling);
            return new Outcome(
                    compared,
                    counts.told(),
                    counts.rejected(),
                    left,
                    created.products().size(),
                    created.left(),
                    unreadable.size(),
                    faults);
        }

        void readItems() throws TargetUnavailable {
            SageCatalogue.Items read = sage.items(wish.company());
            read.items().forEach(item -> items.put(item.code(), item));
            new TreeMap<>(read.unreadable()).forEach((id, why) -> {
                String words = "product " + id + " of Sage 200 cannot be read: " + why;
                unreadable.add(words);
                LOG.warning(() -> "company " + wish.company() + ": " + words);
            });
        }

        /** @return whether all of them were compared */
        boolean products() throws TargetUnavailable {
            Set<String> places = new HashSet<>();
            String after = null;
            do {
                if (!goesOn()) {
                    return false;
                }
                CentraCatalogue.Page page = centra.products(lists, after);
                page(page.products());
                page.products().forEach(product -> numbers.add(product.number()));
                after = page.next();
                if (after != null && !places.add(after)) {
                    throw new TargetUnavailable("Centra's products come to the same place again (cursor " + after
                            + "): nothing more of them is read in this run; if it lasts, ask Centra's support");
                }
            } while (after != null);
            return true;
        }

        /** Those alone of which something is due, for as long as there is room. */
        void due() throws TargetUnavailable {
            List<Long> ids = due(0);
            while (!ids.isEmpty() && goesOn() && centra.room() > 0) {
                List<CatalogueProduct> products = centra.products(lists, ids);
                page(products);
                List<Long> gone = new ArrayList<>(ids);
                products.forEach(product -> gone.remove(product.id()));
                values.gone(wish.company(), gone);
                ids = due(ids.get(ids.size() - 1));
            }
        }

        private List<Long> due(long after) {
            return values.due(wish.company(), wish.fields(), lists, after, CentraCatalogue.PAGE);
        }

        private boolean goesOn() {
            return wish.goesOn().getAsBoolean();
        }

        private @Nullable ItemRecord item(String sku) {
            ItemRecord item = items.get(wish.products().getOrDefault(sku, sku));
            if (item != null) {
                matched.add(item.code());
            }
            return item;
        }

        private void page(List<CatalogueProduct> products) throws TargetUnavailable {
            List<Compared> all = new ArrayList<>();
            products.forEach(product -> all.addAll(comparison.of(product)));
            List<Compared> due = keep(all);
            if (settings.writes() && !due.isEmpty()) {
                Counts told = tell.tell(telling, products, due);
                counts = counts.and(told);
                left += due.size() - told.told();
                values.left(wish.company(), due);
            }
        }

        /** @return those that Centra is to be told of */
        private List<Compared> keep(List<Compared> all) {
            List<Compared> due = new ArrayList<>();
            for (int from = 0; from < all.size(); from += PAGE) {
                List<Compared> part = all.subList(from, Math.min(all.size(), from + PAGE));
                List<ValueState> states = values.compared(wish.company(), part, settings.overwrites());
                for (int each = 0; each < part.size(); each++) {
                    if (states.get(each) == ValueState.DUE) {
                        due.add(part.get(each));
                    }
                }
            }
            compared += all.size();
            return due;
        }

        /** Makes products of items that no SKU of Centra's is, and tells their fields and prices. @return whether it came to its end */
        boolean create() throws TargetUnavailable {
            Collection<String> otherwise = wish.products().values();
            List<ItemRecord> missing = unmatched()
                    .filter(item ->
                            !otherwise.contains(item.code()) && !wish.products().containsKey(item.code()))
                    .toList();
            created = create.create(wish, new CreateProducts.Seen(matched, missing, numbers), telling.errors());
            faults.addAll(created.faults());
            List<Long> ids = created.products();
            for (int from = 0; from < ids.size(); from += CentraCatalogue.PAGE) {
                page(centra.products(lists, ids.subList(from, Math.min(ids.size(), from + CentraCatalogue.PAGE))));
            }
            return goesOn();
        }

        private Stream<ItemRecord> unmatched() {
            return items.values().stream().filter(item -> item.isActive() && !matched.contains(item.code()));
        }

        /** Items that no SKU of Centra's is. @return whether all of them were kept */
        boolean missing() {
            keep(unmatched()
                    .map(item -> ProductComparison.missing(item, created.notes().getOrDefault(item.code(), "")))
                    .toList());
            return true;
        }
    }
}
