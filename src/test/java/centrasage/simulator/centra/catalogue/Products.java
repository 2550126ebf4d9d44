package centrasage.simulator.centra.catalogue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The products of a tenant and their variants. Nothing but the id of either is unique: whoever creates a product twice has
 * two of them. Whoever holds the stock guards it.
 */
public final class Products {
    /** When whatever the tenant had from the first was made. */
    public static final Instant FIRST = Instant.parse("2026-01-05T09:00:00Z");

    private static final int HISTORY_MAX = 100_000;
    private static final String ACTIVE = "ACTIVE";

    private record Number(int product, String variant) {}

    private final Map<Integer, Product> products = new TreeMap<>();
    private final Map<String, Integer> byNumber = new HashMap<>();
    private final Map<Integer, Variant> variants = new TreeMap<>();
    private final Map<Integer, List<Integer>> variantsOf = new HashMap<>();
    private final Map<Number, Integer> variantByNumber = new HashMap<>();
    private final Map<String, ProductCollection> collections = new HashMap<>();
    private final Prices prices = new Prices();
    private final Pricelists pricelists = new Pricelists();
    private final Deque<Change> history = new ArrayDeque<>();
    private final Map<Integer, String> refused = new HashMap<>();

    /** In the order of their ids. */
    public Collection<Product> all() {
        return products.values();
    }

    public @Nullable Product product(int id) {
        return products.get(id);
    }

    /** The first of the number. */
    public @Nullable Product product(String number) {
        Integer id = byNumber.get(number);
        return id == null ? null : products.get(id);
    }

    /** In the order of their ids. */
    public Collection<Variant> variants() {
        return variants.values();
    }

    public List<Variant> variants(Product product) {
        return variantsOf.getOrDefault(product.id(), List.of()).stream()
                .map(variants::get)
                .toList();
    }

    public @Nullable Variant variant(int id) {
        return variants.get(id);
    }

    public @Nullable Variant variant(StyleCode code) {
        Integer product = byNumber.get(code.product());
        Integer id = product == null ? null : variantByNumber.get(new Number(product, code.colour()));
        return id == null ? null : variants.get(id);
    }

    /** The variant of the code, which is made, with its product, where there is none. */
    public Variant variantFor(StyleCode code, Instant at) {
        Variant known = variant(code);
        if (known != null) {
            return known;
        }
        Product product = product(code.product());
        if (product == null) {
            product = add(named(code.productName()).with("productNumber", code.product()), at);
        }
        return add(product, named(code.colourName()).with("variantNumber", code.colour()), at);
    }

    private static Facts named(String name) {
        return Facts.NONE.with("name", name).with("status", ACTIVE);
    }

    public Product add(Facts facts, Instant at) {
        Product product = new Product(products.size() + 1, facts, at, at);
        products.put(product.id(), product);
        String number = product.number();
        if (number != null) {
            byNumber.putIfAbsent(number, product.id());
        }
        return product;
    }

    public Variant add(Product product, Facts facts, Instant at) {
        Variant variant = new Variant(variants.size() + 1, product.id(), facts, at, at);
        variants.put(variant.id(), variant);
        variantsOf.computeIfAbsent(product.id(), id -> new ArrayList<>()).add(variant.id());
        String number = variant.number();
        variantByNumber.putIfAbsent(new Number(product.id(), number == null ? "" : number), variant.id());
        return variant;
    }

    /** Its number stays. */
    public Product change(Product product, Facts facts, Instant at) {
        Product changed = new Product(product.id(), facts, product.createdAt(), at);
        products.put(product.id(), changed);
        return changed;
    }

    /** Its number stays. */
    public Variant change(Variant variant, Facts facts, Instant at) {
        Variant changed = new Variant(variant.id(), variant.product(), facts, variant.createdAt(), at);
        variants.put(variant.id(), changed);
        return changed;
    }

    /** One that nobody has named before is made. */
    public ProductCollection collection(String name) {
        return collections.computeIfAbsent(name, unknown -> new ProductCollection(collections.size() + 1, unknown));
    }

    public @Nullable ProductCollection collection(int id) {
        return collections.values().stream()
                .filter(collection -> collection.id() == id)
                .findFirst()
                .orElse(null);
    }

    /** Changes of this product are answered with an error of this category; null is none. */
    public void refuse(int product, @Nullable String category) {
        refused.put(product, category == null ? "" : category);
    }

    /** Empty where they are not. */
    public String refusal(int product) {
        return refused.getOrDefault(product, "");
    }

    public Prices prices() {
        return prices;
    }

    public Pricelists pricelists() {
        return pricelists;
    }

    /** Keeps what a mutation changed; nothing, where that is nothing. */
    public void changed(Change change) {
        if (change.fields().isEmpty()) {
            return;
        }
        history.add(change);
        if (history.size() > HISTORY_MAX) {
            history.remove();
        }
    }

    public Stream<Change> history() {
        return history.stream();
    }

    public void reset() {
        products.clear();
        byNumber.clear();
        variants.clear();
        variantsOf.clear();
        variantByNumber.clear();
        collections.clear();
        prices.reset();
        pricelists.reset();
        history.clear();
        refused.clear();
    }
}
