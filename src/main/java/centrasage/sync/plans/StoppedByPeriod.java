package centrasage.sync.plans;

import centrasage.flow.DocumentVersion;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import centrasage.sync.dates.ClosedPeriod;
import centrasage.sync.dates.ClosedPeriodRules;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.GivingUp;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Documents whose period was closed after they were planned are planned again, where another day or a person is to decide. */
@ApplicationScoped
public class StoppedByPeriod {
    private static final int MOST = 500;

    private Postings postings;
    private GivingUp givingUp;
    private Staging staging;
    private ClosedPeriodRules rules;

    @SuppressWarnings("NullAway.Init")
    StoppedByPeriod() {}

    @Inject
    public StoppedByPeriod(Postings postings, GivingUp givingUp, Staging staging, ClosedPeriodRules rules) {
        this.postings = postings;
        this.givingUp = givingUp;
        this.staging = staging;
        this.rules = rules;
    }

    /** At most so many of each kind at a time: the next run goes on. */
    @Atomic(alone = true)
    public void planAgain(Collection<PostingKind> kinds) {
        kinds.stream()
                .filter(kind ->
                        rules.of(kind).filter(rule -> rule != ClosedPeriod.HOLD).isPresent())
                .flatMap(kind -> sources(kind).stream())
                .forEach(source -> staging.planAgain(source.kind(), source.key()));
    }

    private Set<DocumentVersion> sources(PostingKind kind) {
        return postings.list(new Postings.Filter(PostingState.PARKED, kind, null), Long.MAX_VALUE, MOST).stream()
                .filter(posting -> posting.reasons().stream()
                        .anyMatch(reason -> reason.code().equals("PERIOD_CLOSED")))
                .map(Posting::id)
                .map(givingUp::source)
                .collect(Collectors.toSet());
    }
}
