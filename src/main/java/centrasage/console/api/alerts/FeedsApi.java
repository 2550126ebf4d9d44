package centrasage.console.api.alerts;

import centrasage.console.api.json.Items;
import centrasage.desk.feed.Feeds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What comes in and goes out, when it last did, and whether that is usual. */
@Path("feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
@ApplicationScoped
public class FeedsApi {
    private Feeds feeds;

    @SuppressWarnings("NullAway.Init")
    FeedsApi() {}

    @Inject
    FeedsApi(Feeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @Operation(operationId = "feeds", summary = "Each feed: last seen, the last whole hour, and what is usual in it")
    public Items<FeedJson> all() {
        return Items.all(feeds.all().stream().map(FeedJson::of).toList());
    }
}
