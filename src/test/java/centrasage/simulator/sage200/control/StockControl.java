package centrasage.simulator.sage200.control;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Holdings;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;

/** Products and their stock, as the stock keeper changes them. */
final class StockControl {
    private static final String WAREHOUSE = "WEB";

    private final Site site;

    StockControl(Site site) {
        this.site = site;
    }

    void addTo(Router router) {
        router.on("POST", "/control/products", this::products);
        router.on("PUT", "/control/stock", this::stock);
    }

    /**
     * An array of {@code {code, name, freeStock, price?, taxCode?, group?, warehouse?}}, in every company unless the query names one;
     * a code that is there already is changed. Every product is held in all warehouses that sell.
     */
    private Response products(Request request) throws IOException {
        JsonNode products = request.json();
        Refused.unless(products.isArray(), "an array of products is expected.");
        for (Company company : Target.companies(site, request)) {
            company.locked(() -> {
                products.forEach(product -> product(company, (ObjectNode) product));
                return company;
            });
        }
        return Response.json(Json.object().put("products", products.size()));
    }

    private static void product(Company company, ObjectNode given) {
        String code = Target.text(given, "code");
        ObjectNode product = company.table("products").firstWith("code", code);
        if (product == null) {
            product = company.insert("products", Json.object().put("code", code));
        }
        String taxCode = given.path("taxCode").asText("1");
        product.put("name", given.path("name").asText(code))
                .put("allow_sales_order", true)
                .put("product_status_type", given.path("status").asText("Active"))
                .put("_price", given.path("price").asText(product.path("_price").asText("0")))
                .set("tax_code_id", company.coded("tax_codes", "code", taxCode).path("id"));
        String group = given.path("group").asText("STOCK");
        product.set(
                "product_group_id",
                company.coded("product_groups", "code", group).path("id"));
        company.touch(product);
        String stocked = given.path("warehouse").asText(WAREHOUSE);
        ObjectNode held = product;
        company.table("warehouses")
                .rows()
                .filter(warehouse -> warehouse.path("use_for_sales_trading").asBoolean())
                .toList()
                .forEach(warehouse -> {
                    boolean here = warehouse.path("name").asText().equalsIgnoreCase(stocked);
                    BigDecimal free = here ? given.path("freeStock").decimalValue() : BigDecimal.ZERO;
                    new Holdings(company).setFree(held, warehouse, free.setScale(5));
                });
    }

    /**
     * {@code {company?, product, warehouse?, freeStock}}: makes exactly so much of a product free to promise; with {@code receive} instead,
     * so much comes in, or is written off where it is below zero.
     */
    private Response stock(Request request) {
        ObjectNode body = request.jsonObject();
        Company company = Target.company(site, body);
        return company.locked(() -> {
            ObjectNode product = company.coded("products", "code", Target.text(body, "product"));
            ObjectNode warehouse =
                    company.coded("warehouses", "name", body.path("warehouse").asText(WAREHOUSE));
            Holdings holdings = new Holdings(company);
            if (body.has("receive")) {
                return Response.json(holdings.receive(
                        product, warehouse, body.path("receive").decimalValue()));
            }
            BigDecimal free = body.path("freeStock").decimalValue().setScale(5);
            return Response.json(holdings.setFree(product, warehouse, free));
        });
    }
}
