package centrasage.console.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Says in {@code /openapi} what Payara cannot tell from the classes: times are texts, and what a list is a list of. */
public final class Description implements OASFilter {
    private static final String DEFAULT = "default";
    private static final String OK = "200";
    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("jobs", "Job"),
            Map.entry("runs", "Run"),
            Map.entry("postings", "Posting"),
            Map.entry("exceptions", "Exception"),
            Map.entry("mappings", "MappingVersion"),
            Map.entry("worklist", "WorkItem"),
            Map.entry("returnsAwaitingBookingIn", "ReturnUnits"),
            Map.entry("vatDates", "DifferingDate"),
            Map.entry("clearing", "Clearing"),
            Map.entry("clearingEntries", "ClearingEntry"),
            Map.entry("settlements", "Settlement"),
            Map.entry("settlementLines", "SettlementLine"));

    @Override
    public Schema filterSchema(Schema schema) {
        String format = schema.getFormat();
        if ("date-time".equals(format) || "date".equals(format)) {
            schema.setType(Schema.SchemaType.STRING);
        } else if (schema.getType() == Schema.SchemaType.NUMBER) {
            schema.setType(Schema.SchemaType.INTEGER); // amounts are texts, so every number is whole
        }
        return schema;
    }

    @Override
    public Operation filterOperation(Operation operation) {
        APIResponses responses = operation.getResponses();
        APIResponse unnamed = responses == null ? null : responses.getAPIResponse(DEFAULT);
        if (responses != null && unnamed != null) {
            unnamed.setDescription("OK");
            responses.removeAPIResponse(DEFAULT);
            responses.addAPIResponse(OK, unnamed);
        }
        String item = LISTS.get(operation.getOperationId());
        APIResponse list = responses == null ? null : responses.getAPIResponse(OK);
        if (list != null && item != null) {
            list.setContent(listOf(item));
        }
        return operation;
    }

    /** Classes that share a tag would list it once each. */
    @Override
    public void filterOpenAPI(OpenAPI api) {
        List<Tag> tags = api.getTags();
        if (tags != null) {
            Map<String, Tag> byName = new LinkedHashMap<>();
            tags.forEach(tag -> byName.putIfAbsent(tag.getName(), tag));
            api.setTags(List.copyOf(byName.values()));
        }
    }

    private static Content listOf(String item) {
        Schema items = OASFactory.createSchema()
                .type(Schema.SchemaType.ARRAY)
                .items(OASFactory.createSchema().ref(item));
        Schema next = OASFactory.createSchema().type(Schema.SchemaType.STRING).nullable(true);
        Schema list = OASFactory.createSchema()
                .type(Schema.SchemaType.OBJECT)
                .addProperty("items", items)
                .addProperty("next", next);
        return OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(list));
    }
}
