package centrasage.simulator;

import centrasage.simulator.centra.Arguments;
import centrasage.simulator.centra.CentraOptions;
import centrasage.simulator.centra.CentraSimulator;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.trade.Shop;
import centrasage.simulator.trade.TradeGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;

/** Both systems side by side: a Centra with a day's trade, and a Sage 200 that knows the articles sold. */
public final class Simulators implements AutoCloseable {
    private final CentraSimulator centra;
    private final SageSimulator sage;

    private Simulators(CentraSimulator centra, SageSimulator sage) {
        this.centra = centra;
        this.sage = sage;
    }

    /** Starts empty systems; port 0 takes a free one. */
    public static Simulators start(int centraPort, int sagePort, long seed) throws IOException {
        return start(centraPort, sagePort, seed, Json.object());
    }

    /** @param sageOptions of Sage's site, such as {@code {"database": true}} */
    public static Simulators start(int centraPort, int sagePort, long seed, ObjectNode sageOptions) throws IOException {
        CentraSimulator centra = CentraSimulator.start(centraPort, seed);
        try {
            return new Simulators(centra, SageSimulator.start(sagePort, seed, sageOptions));
        } catch (IOException | RuntimeException e) {
            centra.close();
            throw e;
        }
    }

    public CentraSimulator centra() {
        return centra;
    }

    public SageSimulator sage() {
        return sage;
    }

    /** Lets customers order for a day. */
    public void trade(LocalDate day, int orders) {
        centra.trade(day, orders);
    }

    /** Sets the articles up in the books, through Sage's own control API. */
    public void loadCatalogue(long seed) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(sage.baseUrl().resolve("/control/products"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(new TradeGenerator(seed).catalogue())))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("Sage refused the catalogue: " + response.statusCode() + " " + response.body());
        }
    }

    @Override
    public void close() {
        centra.close();
        sage.close();
    }

    /** {@code --centra-port 8100 --sage-port 8200 --seed 1 --orders 500 --day 2026-11-20}, the day before today if none; {@code --database true}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments given = Arguments.of(arguments, "centra-port", "sage-port", "seed", "orders", "day", "database");
        int seed = given.number("seed", 1);
        LocalDate yesterday = LocalDate.now(Clock.system(Shop.ZONE)).minusDays(1);
        ObjectNode sageOptions = Json.object().put("database", Boolean.parseBoolean(given.text("database", "false")));
        Simulators simulators =
                start(given.number("centra-port", 8100), given.number("sage-port", 8200), seed, sageOptions);
        simulators.trade(LocalDate.parse(given.text("day", yesterday.toString())), given.number("orders", 500));
        simulators.loadCatalogue(seed);
        System.out.println("Centra   " + simulators.centra().baseUrl() + "  token " + CentraOptions.DEFAULT_TOKEN);
        System.out.println("Sage 200 " + simulators.sage().baseUrl() + "  site " + Site.ID + "  company 33");
        Thread.currentThread().join();
    }
}
