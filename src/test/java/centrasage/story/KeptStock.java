package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the store says of stock while no node runs. */
final class KeptStock {
    /** Its password too, on H2. */
    private static final String USER = "centrasage";

    private final String url;
    private Map<String, Row> before = Map.of();

    KeptStock(World world) {
        this.url = world.settings().getOrDefault("store.url", "");
    }

    /** One SKU. */
    record Row(String state, long version, long published) {}

    /** All SKUs of this request to Centra were being told when its sender died. */
    void isSending(String request) throws SQLException {
        Map<String, Row> sent = of(request);
        System.out.println("killed between intent and answer: " + sent);
        assertThat(sent).containsKey(StockTrade.FALLING);
        assertThat(sent.values()).allMatch(row -> row.state().equals("SENDING"));
        neverGoesBack();
    }

    /** The SKUs that this request names. */
    Map<String, Row> of(String request) throws SQLException {
        Map<String, Row> rows = rows();
        rows.keySet().removeIf(sku -> !request.contains("\"" + sku + "\""));
        return rows;
    }

    /** No version is lower than when this was asked before, and none was told that Sage has not said. */
    void neverGoesBack() throws SQLException {
        Map<String, Row> now = rows();
        assertThat(now.keySet()).containsAll(StockTrade.skus());
        assertThat(now.values()).allMatch(row -> row.published() <= row.version());
        before.forEach((sku, row) -> {
            Row after = Objects.requireNonNull(now.get(sku), sku);
            assertThat(after.version()).as(sku).isGreaterThanOrEqualTo(row.version());
            assertThat(after.published()).as(sku).isGreaterThanOrEqualTo(row.published());
        });
        before = now;
    }

    private Map<String, Row> rows() throws SQLException {
        Map<String, Row> kept = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url + ";IFEXISTS=TRUE", USER, USER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT sku, state, version, published FROM stock_level WHERE sku LIKE 'STOCK-%'")) {
            while (rows.next()) {
                kept.put(rows.getString(1), new Row(rows.getString(2), rows.getLong(3), rows.getLong(4)));
            }
        }
        return kept;
    }
}
