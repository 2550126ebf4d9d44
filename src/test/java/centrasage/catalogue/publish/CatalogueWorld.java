package centrasage.catalogue.publish;

import centrasage.catalogue.CatalogueSettings;
import centrasage.catalogue.NewProducts;
import centrasage.catalogue.compare.Field;
import centrasage.catalogue.creation.Creations;
import centrasage.catalogue.value.CatalogueBook;
import centrasage.catalogue.value.CatalogueBook.Search;
import centrasage.catalogue.value.CatalogueValues;
import centrasage.catalogue.value.Value;
import centrasage.catalogue.value.ValueState;
import centrasage.centra.PriceList;
import centrasage.centra.client.CentraCatalogue;
import centrasage.centra.client.CentraProducts;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.CentraSettings;
import centrasage.centra.client.wire.RequestRefused;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce.Pricelist;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.centra.CentraClient;
import centrasage.simulator.centra.CentraOptions;
import centrasage.simulator.centra.CentraSimulator;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Both simulators, the store between them, and catalogue-to-centra without its job. */
final class CatalogueWorld implements AutoCloseable {
    static final String COMPANY = "33";

    final SageSimulator sage;
    final CentraSimulator centra;
    final CentraClient client;
    final JpaWorld store = new JpaWorld(StoreContract.SETTLE);
    final CatalogueValues values = store.transactions().bean(CatalogueValues.class, store.entities(), store.time());
    final CatalogueBook book =
            store.transactions().bean(CatalogueBook.class, store.entities(), store.time(), store.audit());
    final Creations creations =
            store.transactions().bean(Creations.class, store.entities(), store.time(), store.audit());
    final CentraCatalogue centraCatalogue;
    final CatalogueSettings settings;
    NewProducts newProducts = NewProducts.NONE;
    long room = Long.MAX_VALUE;
    final CompanyCatalogue catalogue;
    boolean writes = true;
    boolean overwrites;
    Set<Field> fields =
            EnumSet.of(Field.NAME, Field.WEIGHT, Field.COMMODITY_CODE, Field.COUNTRY_OF_ORIGIN, Field.BARCODE);
    List<Pricelist> pricelists = List.of();
    Map<String, String> skus = Map.of();

    CatalogueWorld() {
        try {
            sage = SageSimulator.start(0, 7, (ObjectNode) Json.parse("{}"));
            centra = CentraSimulator.start(CentraOptions.of(0, 7));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = new CentraClient(centra.baseUrl());
        SageClients clients = new SageClients(sage.baseUrl().toString());
        CentraGraphQl graphQl = new CentraGraphQl(
                new CentraSettings(
                        centra.baseUrl(), CentraOptions.DEFAULT_TOKEN, Duration.ofSeconds(2), Duration.ofSeconds(5)),
                Clock.systemUTC(),
                length -> Thread.sleep(length.toMillis()));
        centraCatalogue = new ShortOfRoom(graphQl);
        settings = new CatalogueSettings() {
            @Override
            public boolean writes() {
                return writes;
            }

            @Override
            public boolean overwrites() {
                return overwrites;
            }

            @Override
            public NewProducts newProducts() {
                return newProducts;
            }

            @Override
            public Duration waitsLimit() {
                return Duration.ofDays(1);
            }
        };
        catalogue = new CompanyCatalogue(
                clients.catalogue(),
                clients.sites(),
                new OurPrices(clients.catalogue()),
                centraCatalogue,
                values,
                new TellCatalogue(centraCatalogue, values),
                new CreateProducts(
                        clients.catalogue(), centraCatalogue, new CentraProducts(graphQl), creations, settings),
                settings);
    }

    CompanyCatalogue.Outcome run() throws TargetUnavailable {
        store.advance(Duration.ofMinutes(1));
        return catalogue.publish(wish(), centraCatalogue.pricelists(), List.of());
    }

    CompanyCatalogue.Outcome goOn() throws TargetUnavailable {
        store.advance(Duration.ofMinutes(1));
        return catalogue.goOn(wish(), centraCatalogue.pricelists(), List.of());
    }

    private CompanyCatalogue.Wish wish() {
        return new CompanyCatalogue.Wish(COMPANY, skus, fields, pricelists, () -> true);
    }

    /** A size of each SKU in Centra, and a product of Sage's of the same code. */
    void have(String... both) {
        client.control("POST", "sizes", "{'skus': ['" + String.join("','", both) + "']}");
        for (String sku : both) {
            sage("POST", "products", "[{'code': '" + sku + "', 'freeStock': 1}]");
        }
    }

    /** A user of Sage changes an item. */
    void inSage(String code, String change) {
        sage("PUT", "products/" + code, change);
    }

    /** A merchandiser changes a product. */
    void inCentra(String number, String change) {
        client.control("PUT", "products/" + number, change);
    }

    JsonNode product(String number) {
        return client.control("GET", "products/" + number, "");
    }

    List<Value> values(String label) {
        return book.values(new Search(label, null, 0, 100));
    }

    List<Value> values(ValueState state) {
        return book.values(new Search(null, state, 0, 5000));
    }

    void sage(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sage.baseUrl() + "/control/" + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As if the quota left only {@link #room}. */
    private final class ShortOfRoom extends CentraCatalogue {
        ShortOfRoom(CentraGraphQl graphQl) {
            super(graphQl);
        }

        @Override
        public long room() throws TargetUnavailable {
            return Math.min(room, super.room());
        }

        @Override
        public List<String> update(long product, NewFacts facts) throws TargetUnavailable, RequestRefused {
            room--;
            return super.update(product, facts);
        }

        @Override
        public List<String> barcode(long size, String barcode) throws TargetUnavailable, RequestRefused {
            room--;
            return super.barcode(size, barcode);
        }

        @Override
        public List<String> setPrices(PriceList list, Collection<NewPrice> prices)
                throws TargetUnavailable, RequestRefused {
            room--;
            return super.setPrices(list, prices);
        }
    }

    @Override
    public void close() {
        centra.close();
        sage.close();
    }
}
