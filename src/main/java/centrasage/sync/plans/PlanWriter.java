package centrasage.sync.plans;

import centrasage.flow.PostingKey;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.Store;
import centrasage.sync.staging.Staging;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records the plans of a chunk in the chunk's own transaction; a chunk that fails leaves its documents waiting. */
public final class PlanWriter {
    /** Somebody else has planned it, or a newer version of it, since it was read; or what it depends on is another thing now. */
    private static final String OVERTAKEN = "overtaken";

    private final Store store;
    private final Staging staging;
    private final Following following;
    private final @Nullable DocumentDays days;

    /** Of plans that go out with their true days. */
    public PlanWriter(Store store, Staging staging, Following following) {
        this(store, staging, following, null);
    }

    /** @param days null where all go out with their true days */
    public PlanWriter(Store store, Staging staging, Following following, @Nullable DocumentDays days) {
        this.store = store;
        this.staging = staging;
        this.following = following;
        this.days = days;
    }

    /** @return how many of them became what, in words */
    public Map<String, Long> record(List<PlannedDocument> documents) {
        return record(documents, document -> document, document -> {});
    }

    /**
     * @param besides what is recorded with a plan, and not where that is overtaken
     * @return how many of them became what, in words
     */
    public <T> Map<String, Long> record(List<T> items, Function<T, PlannedDocument> documents, Consumer<T> besides) {
        store.lock(items.stream().map(documents).flatMap(this::sourceKeys).collect(Collectors.toSet()));
        Map<String, Long> words = new HashMap<>();
        for (T item : items) {
            PlannedDocument document = documents.apply(item);
            if (isAsItWasPlanned(document)) {
                record(document, words);
                noteDays(document);
                besides.accept(item);
            } else {
                words.merge(OVERTAKEN, 1L, Long::sum);
            }
        }
        return words;
    }

    /** Of all postings that it depends on, or that recording it may change. */
    private Stream<String> sourceKeys(PlannedDocument document) {
        PlannedDocument.Basis basis = document.basis();
        Stream<String> changed = document.plans().stream()
                .flatMap(planned -> Stream.concat(Stream.of(planned.key()), following.key(planned).stream()))
                .map(PostingKey::sourceKey);
        return basis == null ? changed : Stream.concat(Stream.of(basis.sourceKey()), changed);
    }

    /**
     * Nobody else has planned it since it was read, and what it depends on has not become another thing: whoever watches that could
     * not tell of a plan that was not recorded yet.
     */
    private boolean isAsItWasPlanned(PlannedDocument document) {
        PlannedDocument.Basis basis = document.basis();
        return staging.waits(document.stagedId())
                && (basis == null || basis.stands().getAsBoolean())
                && (days == null || document.days().stream().allMatch(days::stands));
    }

    private void noteDays(PlannedDocument document) {
        if (days != null) {
            document.days().forEach(days::note);
        }
    }

    private void record(PlannedDocument document, Map<String, Long> words) {
        boolean allKnown = true;
        for (Planned planned : document.plans()) {
            allKnown &= record(planned, words) && isFollowed(planned, words);
        }
        if (allKnown) {
            staging.planned(document.stagedId());
        }
    }

    /** False while nobody knows what became of what was sent before. */
    private boolean record(Planned planned, Map<String, Long> words) {
        Recorded recorded = store.record(planned);
        words.merge(recorded.word(planned.plan()), 1L, Long::sum);
        return recorded != Recorded.LATER;
    }

    private boolean isFollowed(Planned planned, Map<String, Long> words) {
        return following.of(planned).map(next -> record(next, words)).orElse(true);
    }
}
