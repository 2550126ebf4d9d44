package centrasage.reconcile.received;

import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKind;
import centrasage.flow.ReturnNumber;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.PostedDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What has arrived here of what was paid and came back in Centra. */
@ApplicationScoped
class Arrivals {
    private Staging staging;
    private PostedDocuments postings;

    @SuppressWarnings("NullAway.Init")
    Arrivals() {}

    @Inject
    Arrivals(Staging staging, PostedDocuments postings) {
        this.staging = staging;
        this.postings = postings;
    }

    /** Those of these payments that have no posting and are in nothing that was staged. */
    List<Fact> withoutPayments(Collection<Fact> facts) {
        Set<String> numbers = facts.stream().map(Fact::number).collect(Collectors.toSet());
        Set<String> posted = new HashSet<>();
        for (PostingKind kind : List.of(PostingKind.RECEIPT, PostingKind.CUSTOMER_REFUND)) {
            posted.addAll(postings.newest(kind, numbers).keySet());
        }
        return facts.stream()
                .filter(fact -> !posted.contains(fact.number()) && !isStaged(fact.number()))
                .toList();
    }

    /** Which of these returns were ever received, by their numbers. */
    Set<String> returns(Collection<String> numbers) {
        return staging.received(ReturnNumber.DOCUMENT, numbers);
    }

    /** Whether a payment or return is in what was staged last; what cannot be read here is told by whatever plans it. */
    boolean isStaged(String number) {
        if (ReturnNumber.is(number)) {
            return !returns(List.of(number)).isEmpty();
        }
        Optional<Staged> newest = staging.of(PaymentNumber.DOCUMENT, PaymentNumber.order(number)).stream()
                .findFirst();
        return newest.isPresent()
                && newest.get()
                        .text()
                        .map(text -> Fact.ofPayments(text).stream()
                                .anyMatch(fact -> fact.number().equals(number)))
                        .orElse(true);
    }
}
