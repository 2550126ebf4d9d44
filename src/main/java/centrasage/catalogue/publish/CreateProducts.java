package centrasage.catalogue.publish;

import centrasage.catalogue.CatalogueSettings;
import centrasage.catalogue.NewProducts;
import centrasage.catalogue.creation.Creation;
import centrasage.catalogue.creation.Creations;
import centrasage.catalogue.creation.NextStep;
import centrasage.catalogue.publish.CompanyCatalogue.Wish;
import centrasage.centra.NewProduct;
import centrasage.centra.client.CentraCatalogue;
import centrasage.centra.client.CentraProducts;
import centrasage.centra.client.wire.Mutated;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.ItemRecord;
import centrasage.sage200.client.read.SageCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes products in Centra that only Sage 200 has: a product, its only variant and its only size, whose SKU is Sage's code. Before each
 * request Centra is asked again, and what is about to be sent is on the disk: none is made twice.
 */
@ApplicationScoped
public class CreateProducts {
    private static final int MUTATIONS_EACH = 2;

    private SageCatalogue sage;
    private CentraCatalogue catalogue;
    private CentraProducts centra;
    private Creations creations;
    private CatalogueSettings settings;

    @SuppressWarnings("NullAway.Init")
    CreateProducts() {}

    @Inject
    public CreateProducts(
            SageCatalogue sage,
            CentraCatalogue catalogue,
            CentraProducts centra,
            Creations creations,
            CatalogueSettings settings) {
        this.sage = sage;
        this.catalogue = catalogue;
        this.centra = centra;
        this.creations = creations;
        this.settings = settings;
    }

    /**
     * What came of it.
     *
     * @param products Centra's ids of those that are whole now
     * @param left that are to be made, and wait for the next run
     * @param notes why items are not made, by their codes
     */
    record Created(List<Long> products, long left, Map<String, String> notes, List<String> faults) {
        static final Created NONE = new Created(List.of(), 0, Map.of(), List.of());
    }

    /**
     * What was seen of both sides in this run.
     *
     * @param matched codes of items that a SKU of Centra's is
     * @param missing active items of Sage's that none is
     * @param numbers of all of Centra's products
     */
    record Seen(Set<String> matched, List<ItemRecord> missing, Set<String> numbers) {}

    /** @throws TargetUnavailable when one of both cannot be read */
    Created create(Wish wish, Seen seen, RequestErrors errors) throws TargetUnavailable {
        String company = wish.company();
        NewProducts wanted = settings.newProducts();
        if (!wanted.isAnyOf(company)) {
            return Created.NONE;
        }
        creations.all().values().stream()
                .filter(ours -> ours.isUnderWay() && seen.matched().contains(ours.code()))
                .forEach(ours -> creations.made(company, ours.code(), ours.product(), ""));
        Map<Long, String> groups = sage.stockGroups(company);
        List<ItemRecord> items = seen.missing().stream()
                .filter(item -> wanted.isOf(company, groups.getOrDefault(item.groupId(), "")))
                .toList();
        if (items.isEmpty()) {
            return Created.NONE;
        }
        OptionalLong sizeChart = centra.sizeChart(wanted.sizeChart(), wanted.size());
        if (sizeChart.isEmpty()) {
            return new Created(
                    List.of(),
                    items.size(),
                    Map.of(),
                    List.of(
                            "Centra has no size chart \"" + wanted.sizeChart()
                                    + "\" with a size \"" + wanted.size()
                                    + "\", or several of that name: make one, or correct catalogue.size-chart and catalogue.size"));
        }
        Making making = new Making(company, wanted, sizeChart.getAsLong(), seen.numbers(), errors);
        making.all(items, wish.goesOn());
        return new Created(making.products, making.left, making.notes, making.faults);
    }

    private final class Making {
        private final String company;
        private final NewProducts wanted;
        private final long sizeChart;
        private final Set<String> numbers;
        private final RequestErrors errors;
        private final Map<String, Creation> known = creations.all();
        private final List<Long> products = new ArrayList<>();
        private final Map<String, String> notes = new TreeMap<>();
        private final List<String> faults = new ArrayList<>();
        /** By the items that Centra answered with an error. */
        private final Map<ItemRecord, String> refused = new LinkedHashMap<>();

        private long begun;
        private long left;
        private boolean isOver;

        Making(String company, NewProducts wanted, long sizeChart, Set<String> numbers, RequestErrors errors) {
            this.company = company;
            this.wanted = wanted;
            this.sizeChart = sizeChart;
            this.numbers = numbers;
            this.errors = errors;
        }

        /** What was begun before goes first. */
        void all(List<ItemRecord> items, BooleanSupplier goesOn) throws TargetUnavailable {
            items.stream()
                    .map(item -> known.get(item.code()))
                    .filter(ours -> ours != null && ours.hasOtherSku())
                    .findFirst()
                    .ifPresent(ours -> otherSku(ours.code(), ours.product(), ours.note()));
            List<ItemRecord> inTurn = items.stream()
                    .sorted(Comparator.comparing(item -> !known.containsKey(item.code())))
                    .toList();
            for (ItemRecord item : inTurn) {
                if (item.name().isEmpty()) {
                    notes.put(item.code(), "It has no name in Sage 200, and Centra makes no product without one");
                } else if (isOver || begun >= wanted.most()) {
                    left++;
                } else {
                    isOver = !goesOn.getAsBoolean() || catalogue.room() < MUTATIONS_EACH;
                    left += isOver ? 1 : 0;
                    one(item);
                }
            }
            refused.forEach(this::reject); // not every request is answered so
        }

        private void otherSku(String code, long product, String skus) {
            faults.add(
                    "Centra made " + skus + " the SKU of product " + product + ", which was to be " + code
                            + ": its rule for SKUs adds something to the product's number. No more products are made until this one has the SKU");
            isOver = true;
        }

        private void one(ItemRecord item) throws TargetUnavailable {
            if (isOver) {
                return;
            }
            Creation ours = known.get(item.code());
            if (ours != null && NextStep.isRejected(ours, item.name(), creations.now())) {
                notes.put(item.code(), ours.note());
                return;
            }
            if (ours == null && numbers.contains(item.code())) {
                notes.put(item.code(), NextStep.NOT_OURS);
                return;
            }
            NextStep next = NextStep.of(item.name(), centra.find(item.code()), ours, creations.now(), wanted.settle());
            switch (next.kind()) {
                case MAKE_PRODUCT -> makeProduct(item);
                case MAKE_VARIANT -> makeVariant(item, next.product());
                case NONE -> isThere(item, ours, next.product());
                case WAIT ->
                    notes.put(item.code(), "Centra was asked to make it, and has not answered: it is looked for again");
                case REFUSE -> notes.put(item.code(), next.why());
            }
        }

        private void isThere(ItemRecord item, @Nullable Creation ours, long product) {
            if (ours != null) {
                creations.made(company, item.code(), product, "");
            }
            if (product != 0) {
                products.add(product);
            }
        }

        private void makeProduct(ItemRecord item) throws TargetUnavailable {
            begun++;
            creations.sendsProduct(company, item.code(), item.name());
            Mutated became = centra.product(
                    new NewProduct(item.code(), item.name(), wanted.brand(), wanted.collection(), wanted.folder()));
            if (!(became instanceof Mutated.Answered answered)
                    || !answered.errors().isEmpty()) {
                notMade(item, became);
                return;
            }
            OptionalLong product = CentraProducts.madeProduct(answered);
            if (product.isEmpty()) {
                notMade(item, new Mutated.Lost("Centra's answer does not tell the product"));
                return;
            }
            creations.productMade(item.code(), product.getAsLong());
            makeVariant(item, product.getAsLong());
        }

        private void makeVariant(ItemRecord item, long product) throws TargetUnavailable {
            creations.sendsVariant(item.code(), product);
            Mutated became = centra.variant(product, item.name(), sizeChart, wanted.size());
            if (!(became instanceof Mutated.Answered answered)
                    || !answered.errors().isEmpty()) {
                notMade(item, became);
                return;
            }
            Set<String> skus = CentraProducts.madeSkus(answered);
            boolean isRight = skus.contains(item.code());
            creations.made(company, item.code(), product, isRight ? "" : String.valueOf(skus));
            if (isRight) {
                products.add(product);
            } else {
                otherSku(item.code(), product, String.valueOf(skus));
            }
        }

        /** What may be there is looked for with the next run. */
        private void notMade(ItemRecord item, Mutated became) throws TargetUnavailable {
            if (became instanceof Mutated.Unsent) {
                creations.neverSent(item.code());
                left++;
                isOver = true;
            } else if (became instanceof Mutated.Lost lost) {
                notes.put(item.code(), "Centra was asked to make it, and has not answered: " + lost.why());
                errors.count(lost.why());
            } else if (became instanceof Mutated.NotUnderstood error) {
                creations.neverSent(item.code());
                refused.put(item, "Centra answers with an error: " + error.why());
                errors.count(error.why());
            } else if (became instanceof Mutated.Answered answered) {
                reject(item, "Centra rejects it: " + String.join("; ", answered.errors()));
            }
        }

        private void reject(ItemRecord item, String why) {
            creations.rejected(company, item.code(), item.name(), why);
            notes.put(item.code(), why);
        }
    }
}
