package centrasage.simulator.sage200.lookup;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.fields.Catalogue;
import centrasage.simulator.sage200.fields.Entity;
import centrasage.simulator.sage200.fields.Field;
import centrasage.simulator.sage200.odata.Query;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;

/** Turns rows into what a caller sees: every field, null or not, and no child that was not asked for. */
public final class Presenter {
    private final Company company;
    private final Query query;

    public Presenter(Company company, Query query) {
        this.company = company;
        this.query = query;
    }

    /** The rows of the query as the bare array that Sage returns. */
    public ArrayNode page(Stream<ObjectNode> rows) {
        ArrayNode page = Json.array();
        query.page(rows).forEach(row -> page.add(one(row)));
        return page;
    }

    public ObjectNode one(ObjectNode row) {
        ObjectNode shown = flat(query.entity(), row);
        for (Field field : query.entity().all()) {
            if (field.isChild() && query.expands(field.name())) {
                shown.set(field.name(), child(field, row));
            }
        }
        return query.select().isEmpty() ? shown : selected(shown, query.select());
    }

    private static ObjectNode flat(Entity entity, ObjectNode row) {
        ObjectNode shown = Json.object();
        for (Field field : entity.all()) {
            if (!field.isChild()) {
                JsonNode value = row.get(field.name());
                shown.set(field.name(), value == null ? NullNode.getInstance() : value.deepCopy());
            }
        }
        return shown;
    }

    private JsonNode child(Field field, ObjectNode row) {
        return switch (field.type()) {
            case OBJECT ->
                row.path(field.name()) instanceof ObjectNode held
                        ? flat(Catalogue.entity(field.detail()), held)
                        : NullNode.getInstance();
            case LIST -> held(field, row);
            case REF -> referred(field, row);
            case ROWS -> referring(field, row);
            // Nothing here answers it; the resource's own code may have put it into the row.
            default -> row.path(field.name()).isMissingNode() ? NullNode.getInstance() : row.path(field.name());
        };
    }

    private static ArrayNode held(Field field, ObjectNode row) {
        ArrayNode children = Json.array();
        row.path(field.name())
                .forEach(child -> children.add(flat(Catalogue.entity(field.detail()), (ObjectNode) child)));
        return children;
    }

    private JsonNode referred(Field field, ObjectNode row) {
        ObjectNode other = company.row(field.detail(), row.path(field.via()).asLong());
        return other == null ? NullNode.getInstance() : flat(Catalogue.entity(field.detail()), other);
    }

    private ArrayNode referring(Field field, ObjectNode row) {
        ArrayNode others = Json.array();
        company.table(field.detail())
                .rows()
                .filter(other ->
                        other.path(field.via()).asLong() == row.path("id").asLong())
                .forEach(other -> others.add(flat(Catalogue.entity(field.detail()), other)));
        return others;
    }

    private static ObjectNode selected(ObjectNode shown, Set<String> names) {
        ObjectNode chosen = Json.object();
        for (String name : names) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                chosen.set(name, shown.path(name));
            } else {
                chosen.withObject("/" + name.substring(0, dot))
                        .set(name.substring(dot + 1), shown.at("/" + name.replace('.', '/')));
            }
        }
        return chosen;
    }
}
