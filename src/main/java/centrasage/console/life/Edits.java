package centrasage.console.life;

import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.desk.BusinessException;
import centrasage.orders.edit.Edit;
import centrasage.orders.intake.Intake;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What was posted beside what Centra says now, read from the versions as they were received. */
@ApplicationScoped
public class Edits {
    private Staging staging;
    private Postings postings;

    @SuppressWarnings("NullAway.Init")
    Edits() {}

    @Inject
    Edits(Staging staging, Postings postings) {
        this.staging = staging;
        this.postings = postings;
    }

    /**
     * Both versions of an order.
     *
     * @param posted the number of the version that was posted
     * @param now the number of the latest one
     */
    public record SideBySide(int posted, int now, Edit edit) {
        SideBySide withoutPersonalData() {
            return new SideBySide(posted, now, edit.withoutPersonalData());
        }
    }

    /**
     * Empty for any other exception, and where either version is erased or cannot be read.
     *
     * @param withPersonalData whether whoever asks may see who the customer is
     */
    public Optional<SideBySide> of(BusinessException exception, boolean withPersonalData) {
        return of(exception).map(both -> withPersonalData ? both : both.withoutPersonalData());
    }

    private Optional<SideBySide> of(BusinessException exception) {
        if (exception.kind() != BusinessException.Kind.CHANGED_AFTER_POSTING) {
            return Optional.empty();
        }
        return postings.of(exception.sourceKey()).stream()
                .filter(posting -> posting.key().company().equals(exception.company())
                        && !posting.key().kind().follows())
                .findFirst()
                .flatMap(posting -> of(posting, staging.of(Intake.KIND, exception.sourceKey())));
    }

    private static Optional<SideBySide> of(Posting posting, List<Staged> versions) {
        Optional<Staged> posted = versions.stream()
                .filter(staged -> staged.version() == posting.version())
                .findFirst();
        Optional<Staged> latest = versions.stream().findFirst();
        return posted.flatMap(Edits::order)
                .flatMap(before -> latest.flatMap(Edits::order)
                        .map(after -> new SideBySide(
                                posting.version(), latest.get().version(), Edit.between(before, after))));
    }

    private static Optional<Order> order(Staged staged) {
        return staged.text()
                .map(OrderJson::parse)
                .flatMap(parsed ->
                        parsed.match(readable -> Optional.of(readable.document()), unreadable -> Optional.empty()));
    }
}
