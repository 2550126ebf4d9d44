package centrasage.simulator.sage200.pricebook;

import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.lookup.Lists;

/** Price bands, and what each product costs in them. */
public final class PriceRoutes {
    private static final String VIEWS = "product_price_views";

    private final Lists lists;

    public PriceRoutes(Site site) {
        this.lists = new Lists(site);
    }

    public void addTo(Router router) {
        router.on("GET", "/" + PriceBook.BANDS, request -> lists.table(PriceBook.BANDS, request))
                .read();
        router.on("GET", "/" + PriceBook.BANDS + "/{id}", request -> lists.one(PriceBook.BANDS, request))
                .read();
        router.on("GET", "/" + VIEWS, request -> lists.list(VIEWS, request, company -> new PriceBook(company).views()))
                .read();
    }
}
