package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.catalogue.Product;
import centrasage.simulator.centra.catalogue.Products;
import centrasage.simulator.centra.catalogue.StyleCode;
import centrasage.simulator.centra.catalogue.Variant;
import centrasage.simulator.centra.schema.MoneyFields.TaxShare;
import centrasage.simulator.centra.shipment.OrderShipping;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.stock.ProductSize;
import centrasage.simulator.trade.Article;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.TaxMode;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A line of an order, and the article on it. */
record LineFields(CentraState state) {
    private static final String[] LINES = {
        "ProductOrderLine", "BundleOrderLine", "BundleItemOrderLine", "GiftCertificateOrderLine"
    };
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Digits behind the minor unit of a unit price that is not that of the price list. */
    private static final int FINE_DIGITS = 2;

    record OrderLine(CentraOrder order, Line line) {
        TaxMode mode() {
            return order.trade().basket().taxMode();
        }
    }

    void addTo(RuntimeWiring.Builder wiring) {
        Fields<OrderLine> fields = new Fields<>();
        quantities(fields);
        values(fields);
        article(fields);
        fields.addTo(wiring, LINES);
    }

    private static void quantities(Fields<OrderLine> fields) {
        fields.with("id", view -> view.line().id())
                .with("quantity", view -> view.line().quantity())
                .with("cancelledQuantity", view -> view.line().cancelledQuantity())
                .with("shippedQuantity", view -> moved(view, view.order().shipping()::shipped))
                .with("returnedQuantity", view -> moved(view, view.order().shipping()::returned))
                .with("allocations", AllocationFields::of);
    }

    /** Of a bundle, as many as all of its items have left, or come back, for: its items come right after it. */
    private static int moved(OrderLine view, ToIntFunction<Line> units) {
        if (OrderShipping.isShippable(view.line())) {
            return units.applyAsInt(view.line());
        }
        List<Line> lines = view.order().trade().basket().lines();
        return lines.subList(lines.indexOf(view.line()) + 1, lines.size()).stream()
                .takeWhile(line -> line.type() == Line.Type.BUNDLE_ITEM)
                .mapToInt(units)
                .min()
                .orElse(0);
    }

    private static void values(Fields<OrderLine> fields) {
        fields.with("hasAnyDiscount", view -> view.line().discountPercent().signum() != 0)
                .with("discountPercent", view -> view.line().discountPercent())
                .with("taxPercent", view -> view.line().vatPercent())
                .with("lineValue", LineFields::value)
                .with("unitPrice", (view, call) -> unit(view, view.line().unitMinor(), call))
                .with(
                        "unitOriginalPrice",
                        (view, call) ->
                                unit(view, BigDecimal.valueOf(view.line().originalMinor()), call))
                .with("appliedTaxRules", LineFields::tax);
    }

    private void article(Fields<OrderLine> fields) {
        fields.with("size", view -> view.line().article().size())
                .with("productNumber", view -> view.line().article().style().number())
                .with("productName", view -> view.line().article().style().name())
                .with(
                        "productVariantName",
                        view -> view.line().article().colour().name())
                .with("productBrand", view -> "Northfold")
                .with("comment", view -> view.line().comment())
                .with("product", view -> product(view.line().article()))
                .with("productVariant", view -> variant(view.line().article()))
                .with("productSize", view -> size(view.line().article()));
    }

    private static Amount value(OrderLine view, DataFetchingEnvironment call) {
        Line line = view.line();
        TaxMode mode = view.mode();
        return Amount.of(view.order(), mode.shown(line.valueMinor(), line.taxMinor(mode), OrderFields.withTax(call)));
    }

    private static Amount unit(OrderLine view, BigDecimal minor, DataFetchingEnvironment call) {
        boolean withTax = OrderFields.withTax(call);
        BigDecimal withRate = HUNDRED.add(view.line().vatPercent());
        BigDecimal shown = switch (view.mode()) {
            case ADDED -> withTax ? fine(minor.multiply(withRate), HUNDRED) : minor;
            case DEDUCTED_FROM_LINES -> fine(minor.multiply(HUNDRED), withRate);
            default -> withTax ? minor : fine(minor.multiply(HUNDRED), withRate);
        };
        return Amount.of(view.order(), shown);
    }

    private static BigDecimal fine(BigDecimal minor, BigDecimal divisor) {
        return minor.divide(divisor, FINE_DIGITS, RoundingMode.HALF_UP);
    }

    private static List<TaxShare> tax(OrderLine view) {
        Line line = view.line();
        return MoneyFields.shares(view.order(), line.vatPercent(), line.taxMinor(view.mode()));
    }

    /** As the catalogue has it now, except for how it was sold; one that was removed as it was then. */
    private ProductSize size(Article article) {
        return state.withStock(stock -> {
            ProductSize known = stock.sizes().ofSku(article.sku());
            return known == null
                    ? ProductSize.of(article, ProductSize.NO_VARIANT)
                    : known.preordered(article.preorder());
        });
    }

    private @Nullable Variant variant(Article article) {
        return state.withStock(stock -> {
                    Products products = stock.sizes().products();
                    ProductSize size = stock.sizes().ofSku(article.sku());
                    return Optional.ofNullable(
                            size == null ? products.variant(StyleCode.of(article)) : products.variant(size.variant()));
                })
                .orElse(null);
    }

    private @Nullable Product product(Article article) {
        Variant variant = variant(article);
        return variant == null
                ? null
                : state.withStock(stock ->
                                Optional.ofNullable(stock.sizes().products().product(variant.product())))
                        .orElse(null);
    }
}
