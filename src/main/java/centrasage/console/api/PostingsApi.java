package centrasage.console.api;

import centrasage.console.api.json.Items;
import centrasage.console.api.json.PostingJson;
import centrasage.console.api.problem.Given;
import centrasage.console.words.Wanted;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.store.Blockage;
import centrasage.sync.store.Blockages;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is, or is not, written to Sage 200. */
@Path("postings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Postings")
@ApplicationScoped
public class PostingsApi {
    private Postings postings;
    private Blockages blockages;
    private Desk desk;

    @SuppressWarnings("NullAway.Init")
    PostingsApi() {}

    @Inject
    PostingsApi(Postings postings, Blockages blockages, Desk desk) {
        this.postings = postings;
        this.blockages = blockages;
        this.desk = desk;
    }

    @GET
    @Operation(operationId = "postings", summary = "Postings, newest first")
    public Items<PostingJson> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("q")
                    @Parameter(description = "A Centra or a Sage 200 number, whole; its leading zeros may be left out")
                    @Nullable
                    String q,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        Postings.Filter filter = new Postings.Filter(
                Given.oneOf(PostingState.class, "state", state),
                Given.oneOf(PostingKind.class, "kind", kind),
                stored(Given.text(q)));
        List<PostingJson> found = withCauses(postings.list(filter, Given.before(before), most + 1));
        return Items.page(found, most, last -> Given.page(uri, "before", last.id()));
    }

    private List<PostingJson> withCauses(List<Posting> page) {
        Map<String, BusinessException> causes = new HashMap<>();
        page.stream()
                .map(Posting::cause)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(cause -> desk.ofCause(cause).ifPresent(told -> causes.put(cause, told)));
        Map<Long, Blockage> blocked = blockages.of(page);
        return page.stream()
                .map(posting -> PostingJson.of(posting, blocked.get(posting.id()), causes.get(posting.cause())))
                .toList();
    }

    private @Nullable String stored(@Nullable String q) {
        return q == null
                ? null
                : Wanted.of(q)
                        .stored(text -> !postings.list(carrying(text), Long.MAX_VALUE, 1)
                                .isEmpty());
    }

    private static Postings.Filter carrying(String text) {
        return new Postings.Filter(null, null, text);
    }
}
