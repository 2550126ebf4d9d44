package centrasage.sage200.client;

import centrasage.flow.Outcome;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Despatch;
import centrasage.sage200.MeantTracking;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.OpenOrder;
import centrasage.sage200.client.KeyedRows.Resource;
import centrasage.sage200.client.Writing.Request;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.signin.SageAuthorization;
import centrasage.sage200.client.wire.Authorization;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.client.wire.SageSettings;
import centrasage.sage200.client.wire.WindowsSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Despatches of sales orders in Sage 200: found through the views, because reading {@code sop_confirm_despatch} deals in locked
 * orders; recorded by one POST; given other tracking by one PUT.
 */
@ApplicationScoped
public class SageDespatches {
    private static final String CONFIRM = "sop_confirm_despatch";
    private static final String RECEIPTS = "sop_despatch_receipts";

    private static final Resource ORDERS = new Resource(
            SageOrders.RESOURCE,
            "sales orders",
            OrderSearch.KEY,
            Query.select(OpenOrderRow.FIELDS).expand("lines"));

    private static final Resource LINES = new Resource(
            "sop_order_despatch_line_views",
            "despatches",
            DespatchRows.KEY,
            Query.select(DespatchRows.FIELDS).orderedBy(DespatchRows.ID));

    private SageReads reads;
    private Writing writing;

    @SuppressWarnings("NullAway.Init")
    SageDespatches() {}

    @Inject
    public SageDespatches(Config config, SageReads reads, SageAuthorization authorization) {
        this(SageSettings.of(config), reads, authorization, authorization.windows());
    }

    public SageDespatches(
            SageSettings settings, SageReads reads, Authorization authorization, Optional<WindowsSignIn> windows) {
        this.reads = reads;
        this.writing = new Writing(settings, authorization, windows);
    }

    /** What there is under one key: the orders that carry it, cancelled ones and drafts included, and their despatches. */
    public record There(List<OpenOrder> orders, List<Despatch> despatches) {
        public There {
            orders = List.copyOf(orders);
            despatches = List.copyOf(despatches);
        }
    }

    /** Which lines of which order, in stock units, by the ids of the lines. */
    public record Picked(long order, Map<Long, BigDecimal> quantities) {
        public Picked {
            quantities = Map.copyOf(quantities);
        }
    }

    /**
     * @return an entry for every key that was asked, found in either case; none where what is there cannot be read
     * @throws TargetUnavailable when Sage cannot be asked
     */
    public Map<String, There> find(String company, Collection<String> customerDocumentNos) throws TargetUnavailable {
        try {
            Map<String, List<JsonObject>> orders = new KeyedRows(reads, company, ORDERS).find(customerDocumentNos);
            Map<String, List<JsonObject>> lines = new KeyedRows(reads, company, LINES).find(customerDocumentNos);
            Map<String, There> there = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            orders.forEach((key, rows) ->
                    there(rows, lines.getOrDefault(key, List.of())).ifPresent(readable -> there.put(key, readable)));
            return there;
        } catch (ReadFailed e) {
            throw e.unavailable();
        }
    }

    private static Optional<There> there(List<JsonObject> orders, List<JsonObject> lines) {
        try {
            return Optional.of(new There(orders.stream().map(OpenOrderRow::read).toList(), DespatchRows.read(lines)));
        } catch (Row.Malformed | ClassCastException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes exactly one POST and says what became of it. Never throws for anything that Sage does.
     *
     * @param courier the id of the courier in this company; null where there is none of that name
     */
    public Outcome post(NewDespatch despatch, Picked picked, @Nullable Long courier) {
        return writing.post(
                new Request(
                        despatch.company(),
                        CONFIRM,
                        DespatchBody.of(despatch, picked, courier).toString()),
                signIn -> new DespatchWrite(this, reads, despatch, signIn));
    }

    /**
     * Makes exactly one PUT, of the tracking alone. Never throws for anything that Sage does.
     *
     * @param id of the despatch
     */
    public Outcome track(long id, MeantTracking meant) {
        return writing.put(
                new Request(
                        meant.despatch().company(),
                        RECEIPTS + "/" + id,
                        DespatchBody.of(meant).toString()),
                signIn -> new TrackingWrite(this, reads, meant, signIn));
    }
}
