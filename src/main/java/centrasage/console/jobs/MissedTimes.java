package centrasage.console.jobs;

import centrasage.console.words.Moments;
import centrasage.jobs.Timetable;
import centrasage.jobs.history.Missed;
import centrasage.jobs.history.RunSearch;
import centrasage.jobs.history.Span;
import centrasage.jobs.nodes.KnownNode;
import centrasage.jobs.nodes.Nodes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Times at which jobs were due and did not begin, in words: why, as far as it is known, and whether it is made up for. */
@RequestScoped
public class MissedTimes {
    /** Of so many runs back. */
    private static final int RUNS = 50;

    private Timetable timetable;
    private RunSearch search;
    private Moments moments;
    private Instant upSince;

    @SuppressWarnings("NullAway.Init")
    MissedTimes() {}

    @Inject
    MissedTimes(Timetable timetable, RunSearch search, Moments moments, Nodes nodes) {
        this.timetable = timetable;
        this.search = search;
        this.moments = moments;
        this.upSince = nodes.all().stream()
                .filter(KnownNode::alive)
                .map(KnownNode::since)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** Newest first. */
    public List<String> of(String job) {
        List<Span> runs = new ArrayList<>(search.page(RunSearch.Filter.all(job), 0, RUNS).stream()
                .map(Span::of)
                .toList());
        Collections.reverse(runs);
        List<Missed> missed = new ArrayList<>(timetable.missed(job, runs));
        Collections.reverse(missed);
        return missed.stream().map(this::words).toList();
    }

    private String words(Missed missed) {
        return what(missed) + why(missed) + "; " + madeUp(missed);
    }

    private String what(Missed missed) {
        return missed.times() == 1
                ? "It was due at " + moments.stamp(missed.first()) + " and did not begin"
                : "It was due " + missed.times() + " times from " + moments.stamp(missed.first()) + " to "
                        + moments.stamp(missed.last()) + " and did not begin";
    }

    /** Only of the start that runs now is it known since when. */
    private String why(Missed missed) {
        return missed.first().isBefore(upSince)
                ? ", before the application was started"
                : ", while the application ran";
    }

    private String madeUp(Missed missed) {
        return missed.madeUp() == null
                ? "it begins as soon as it can, once for all of them"
                : "the run of " + moments.stamp(missed.madeUp()) + " made up for "
                        + (missed.times() == 1 ? "it" : "them");
    }
}
