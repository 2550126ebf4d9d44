package centrasage.sage200.client;

import centrasage.flow.OrderName;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.KeyedRows.Resource;
import centrasage.sage200.client.read.Pages;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.wire.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Despatches that Sage 200 made or touched, as it sends them: whole ones, though a page of changed lines may hold a part of one only.
 * Those of orders whose customer document number is none of ours are left out.
 */
@ApplicationScoped
public class DespatchChanges {
    private static final String VIEW = "sop_order_despatch_line_views";
    private static final String UPDATED = "date_time_updated";
    private static final String FIELDS = DespatchRows.FIELDS
            + ",sop_despatch_date,sop_despatch_pieces,sop_order_document_date,product_code,warehouse_name," + UPDATED;
    private static final Resource LINES = new Resource(
            VIEW, "despatches", DespatchRows.KEY, Query.select(FIELDS).orderedBy(DespatchRows.ID));

    private SageReads reads;

    @SuppressWarnings("NullAway.Init")
    DespatchChanges() {}

    @Inject
    public DespatchChanges(SageReads reads) {
        this.reads = reads;
    }

    /** @param next how many lines were read so far; null where there are no more */
    public record Page(
            List<RawDespatch> despatches, @Nullable Integer next) {
        public Page {
            despatches = List.copyOf(despatches);
        }
    }

    /**
     * @param from lines that were touched at this moment or later
     * @param after as {@link Page#next} tells; 0 for the first page
     * @throws TargetUnavailable when Sage cannot be asked
     */
    public Page page(String company, Instant from, int after) throws TargetUnavailable {
        try {
            Query changed = Query.select(DespatchRows.ID + ",sop_despatch_id," + DespatchRows.KEY + "," + UPDATED)
                    .orderedBy(DespatchRows.ID)
                    .where(UPDATED + " ge " + from.truncatedTo(ChronoUnit.SECONDS));
            List<JsonObject> lines = Pages.one(reads, company, VIEW, changed, after);
            Set<String> orders = new LinkedHashSet<>();
            Set<Long> touched = new LinkedHashSet<>();
            for (JsonObject json : lines) {
                Row line = new Row(json);
                line.optionalText(DespatchRows.KEY)
                        .filter(key -> OrderName.number(key)
                                .filter(number -> number.matches("\\d{1,18}"))
                                .isPresent())
                        .ifPresent(orders::add);
                touched.add(line.id("sop_despatch_id"));
            }
            Integer next = lines.size() < Pages.PAGE_SIZE ? null : after + lines.size();
            return new Page(whole(company, orders, touched), next);
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's despatches cannot be read: " + e.getMessage(), e);
        }
    }

    private List<RawDespatch> whole(String company, Set<String> orders, Set<Long> touched) throws ReadFailed {
        List<RawDespatch> despatches = new ArrayList<>();
        Map<String, List<JsonObject>> byOrder = new KeyedRows(reads, company, LINES).find(orders);
        byOrder.forEach((order, lines) -> {
            Map<Long, List<JsonObject>> byDespatch = new LinkedHashMap<>();
            for (JsonObject line : lines) {
                byDespatch
                        .computeIfAbsent(new Row(line).id("sop_despatch_id"), id -> new ArrayList<>())
                        .add(line);
            }
            byDespatch.keySet().retainAll(touched);
            byDespatch.values().forEach(rows -> despatches.add(raw(company, order, rows)));
        });
        return despatches;
    }

    private static RawDespatch raw(String company, String order, List<JsonObject> rows) {
        JsonArrayBuilder text = Json.createArrayBuilder();
        JsonArrayBuilder content = Json.createArrayBuilder();
        rows.forEach(row -> {
            text.add(row);
            content.add(Json.createObjectBuilder(row).remove(UPDATED));
        });
        return new RawDespatch(
                company + "/" + new Row(rows.get(0)).text("sop_despatch_document_no"),
                order,
                updatedAt(rows),
                text.build().toString(),
                content.build().toString());
    }

    private static @Nullable Instant updatedAt(List<JsonObject> rows) {
        return rows.stream()
                .flatMap(row -> new Row(row).optionalText(UPDATED).stream())
                .flatMap(text -> moment(text).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<Instant> moment(String text) {
        try {
            return List.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return List.of();
        }
    }
}
