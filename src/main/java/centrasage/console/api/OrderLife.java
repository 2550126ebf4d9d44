package centrasage.console.api;

import centrasage.console.api.json.ExceptionJson;
import centrasage.console.api.json.OpenItemJson;
import centrasage.console.api.json.OrderJson;
import centrasage.console.api.json.OrderPayoutJson;
import centrasage.console.api.json.PostingLife;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKey;
import centrasage.settlements.proof.OrderPayouts;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.record.Audit;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Blockage;
import centrasage.sync.store.Blockages;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is known of one Centra order, gathered from every table it left a trace in. */
@ApplicationScoped
class OrderLife {
    private static final int EXCEPTIONS_MAX = 100;

    private Staging staging;
    private Postings postings;
    private Blockages blockages;
    private Desk desk;
    private Audit audit;
    private OpenItems items;
    private OrderPayouts payouts;

    @SuppressWarnings("NullAway.Init")
    OrderLife() {}

    @Inject
    OrderLife(
            Staging staging,
            Postings postings,
            Blockages blockages,
            Desk desk,
            Audit audit,
            OpenItems items,
            OrderPayouts payouts) {
        this.staging = staging;
        this.postings = postings;
        this.blockages = blockages;
        this.desk = desk;
        this.audit = audit;
        this.items = items;
        this.payouts = payouts;
    }

    /** Empty when no such order was ever seen. */
    Optional<OrderJson> of(String number, boolean withPersonalData) {
        List<OrderJson.Version> versions = staging.of(OrderName.DOCUMENT, number).stream()
                .map(staged -> OrderJson.Version.of(staged, withPersonalData))
                .toList();
        List<Posting> made = postings.withAllThatFollows(number);
        if (versions.isEmpty() && made.isEmpty()) {
            return Optional.empty();
        }
        List<BusinessException> exceptions = Stream.concat(own(number, made).stream(), desk.ofCauses(made).stream())
                .toList();
        return Optional.of(new OrderJson(
                number,
                versions,
                lives(made),
                ledger(made),
                payouts.of(number).stream().map(OrderPayoutJson::of).toList(),
                exceptions.stream().map(ExceptionJson::of).toList(),
                deeds(number, made, exceptions)));
    }

    private List<OpenItemJson> ledger(List<Posting> made) {
        return made.stream()
                .map(Posting::object)
                .distinct()
                .flatMap(object -> items.of(object).stream())
                .map(OpenItemJson::of)
                .toList();
    }

    private List<PostingLife> lives(List<Posting> made) {
        Map<Long, Blockage> blocked = blockages.of(made);
        return made.stream()
                .map(posting -> PostingLife.of(
                        posting,
                        blocked.get(posting.id()),
                        posting.cause() == null
                                ? null
                                : desk.ofCause(posting.cause()).orElse(null),
                        postings.attempts(posting.id()),
                        postings.links(posting.id())))
                .toList();
    }

    /** Of the order, of its shipments and of its despatches. */
    private List<BusinessException> own(String number, List<Posting> made) {
        return Stream.concat(
                        Stream.of(number),
                        made.stream().map(posting -> posting.key().sourceKey()))
                .distinct()
                .flatMap(source -> desk.list(new Desk.Filter(null, null, null, source), 0, EXCEPTIONS_MAX).stream())
                .distinct()
                .toList();
    }

    private List<OrderJson.Deed> deeds(String number, List<Posting> made, List<BusinessException> exceptions) {
        Stream<String> subjects = Stream.of(
                        Stream.of(OrderName.of(number)),
                        made.stream().map(posting -> subject(posting.key())),
                        exceptions.stream().map(exception -> "exception/" + exception.id()))
                .flatMap(stream -> stream);
        return subjects.flatMap(subject -> audit.of(subject).stream())
                .sorted(Comparator.comparing(AuditEntry::occurredAt))
                .map(OrderJson.Deed::of)
                .toList();
    }

    private static String subject(PostingKey key) {
        return key.company() + "/" + key.kind() + "/" + key.sourceKey();
    }
}
