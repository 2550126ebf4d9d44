package centrasage.console.frame;

import centrasage.desk.Desk;
import centrasage.flow.OrderName;
import centrasage.flow.PostingState;
import centrasage.jobs.lanes.LaneSettings;
import centrasage.jobs.lanes.Reach;
import centrasage.mapping.version.MappingSeed;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.PostingSearch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands around every page: how many exceptions are open, whether Sage 200 answers, whether this is a preview. */
@Named
@RequestScoped
public class Frame {
    private static final Set<PostingState> UNFINISHED = Arrays.stream(PostingState.values())
            .filter(PostingState::isUnfinished)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(PostingState.class)));

    private long openExceptions;
    private Reach.@Nullable Outage outage;
    private long waiting;
    private boolean preview;
    private String mappingNotice;

    @SuppressWarnings("NullAway.Init")
    Frame() {}

    @Inject
    Frame(
            Desk desk,
            Reach reach,
            PostingSearch postings,
            Staging staging,
            LaneSettings settings,
            MappingSeed mappings) {
        mappingNotice = mappings.notice().orElse("");
        openExceptions = desk.open();
        outage = reach.outages().stream().findFirst().orElse(null);
        waiting = outage == null ? 0 : unfinished(postings) + staging.waiting(OrderName.DOCUMENT, UNFINISHED);
        preview = settings.preview();
    }

    private static long unfinished(PostingSearch postings) {
        return postings.groups(PostingSearch.Filter.in(UNFINISHED)).stream()
                .mapToLong(PostingSearch.Group::postings)
                .sum();
    }

    public long openExceptions() {
        return openExceptions;
    }

    /** Null while both systems answer. */
    public Reach.@Nullable Outage outage() {
        return outage;
    }

    /** How many documents wait; counted only during an outage. */
    public long waiting() {
        return waiting;
    }

    /** What people have to do about the mappings; empty while there is nothing. */
    public String mappingNotice() {
        return mappingNotice;
    }

    /** Everything is planned and nothing is written. */
    public boolean preview() {
        return preview;
    }
}
