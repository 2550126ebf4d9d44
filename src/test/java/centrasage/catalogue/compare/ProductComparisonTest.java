package centrasage.catalogue.compare;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.CatalogueProduct;
import centrasage.centra.CatalogueProduct.ShownPrice;
import centrasage.centra.CatalogueProduct.Size;
import centrasage.centra.CatalogueProduct.Variant;
import centrasage.centra.PriceList;
import centrasage.sage200.ItemRecord;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A product of Centra's against the items of its SKUs. */
class ProductComparisonTest {
    private static final PriceList RETAIL = new PriceList(3, "Retail", true, "GBP");
    private static final BandPrices PRICES = new BandPrices(RETAIL, Map.of("MUG", new BigDecimal("12.5")));

    @Test
    void a_weight_in_a_unit_that_we_do_not_know_is_another_one_and_shown_as_it_is() {
        Compared weight = only(Field.WEIGHT, product(null, "3 STONES", true));
        assertThat(weight.sage()).isEqualTo("0.35 kg");
        assertThat(weight.centra()).isEqualTo("3 STONES");
        assertThat(Decision.of(weight, "", false)).isEqualTo(Decision.DRIFTED);
    }

    @Test
    void a_weight_is_the_same_however_many_zeros_stand_behind_it() {
        Compared weight = only(Field.WEIGHT, product(new BigDecimal("0.350000"), "", true));
        assertThat(Decision.of(weight, "", false)).isEqualTo(Decision.SAME);
    }

    @Test
    void where_prices_are_left_out_none_is_told() {
        Compared price = only(Field.PRICE, product(null, "", false));
        assertThat(price.sage()).isEmpty();
        assertThat(price.conflict()).contains("more prices of this product");
        assertThat(Decision.of(price, "", true)).isEqualTo(Decision.CONFLICT);

        assertThat(only(Field.PRICE, product(null, "", true)).sage()).isEqualTo("12.50 GBP");
    }

    private static Compared only(Field field, CatalogueProduct product) {
        ItemRecord mug = new ItemRecord(1, "MUG", "Mug", "", new BigDecimal("0.35"), "", "", 0, true);
        List<Compared> all = new ProductComparison(
                        sku -> sku.equals("MUG") ? mug : null, EnumSet.of(Field.WEIGHT), List.of(PRICES))
                .of(product).stream()
                        .filter(each -> each.place().field() == field)
                        .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static CatalogueProduct product(@Nullable BigDecimal kilograms, String other, boolean hasAllPrices) {
        List<Variant> variants = List.of(new Variant(7, List.of(new Size(9, "MUG", ""))));
        List<ShownPrice> prices = List.of(new ShownPrice(3, null, new BigDecimal("10"), "GBP"));
        return new CatalogueProduct(5, "MUG", "Mug", kilograms, other, "", "", variants, prices, hasAllPrices);
    }
}
