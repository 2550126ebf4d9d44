package centrasage.catalogue.publish;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.PriceList;
import centrasage.mapping.InForce.Pricelist;
import centrasage.sage200.client.RawServer;
import centrasage.sage200.client.SageClients;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The prices of price bands, and those that cannot be read. */
class OurPricesTest {
    private static final PriceList RETAIL = new PriceList(1, "Retail", true, "GBP");

    @Test
    void a_price_that_cannot_be_read_is_named_and_one_of_zero_is_none() throws Exception {
        OurPrices.Read read = read(
                "[{'product_price_id':7,'product_code':'A','price_band_name':'Web','product_price_price':0},"
                        + "{'product_price_id':8,'product_code':'B','price_band_name':'Web','product_price_price':'1.00'},"
                        + "{'product_price_id':9,'product_code':'C','price_band_name':'Web','product_price_price':2.5}]");

        assertThat(read.faults()).isEmpty();
        assertThat(read.prices()).hasSize(1);
        assertThat(read.prices().get(0).prices()).containsOnlyKeys("C");
        assertThat(read.unreadable()).singleElement().asString().contains("price 8 of Sage 200's price band Web");
    }

    private static OurPrices.Read read(String prices) throws Exception {
        try (RawServer sage = new RawServer(request -> RawServer.json(200, answer(request.path(), prices)))) {
            OurPrices ours = new OurPrices(new SageClients(sage.url().toString()).catalogue());
            return ours.read("33", List.of(new Pricelist("Retail", "Web", false)), List.of(RETAIL), false);
        }
    }

    private static String answer(String path, String prices) {
        String rows = "[]";
        if (path.endsWith("/currencies")) {
            rows =
                    "[{'id':1,'symbol':'GBP','name':'Pound','is_base_currency':true,'currency_iso_code':{'code':'GBP'}}]";
        } else if (path.endsWith("/price_bands")) {
            rows = "[{'id':3,'name':'Web','currency_id':1}]";
        } else if (path.endsWith("/product_price_views")) {
            rows = prices;
        }
        return rows.replace('\'', '"');
    }
}
