package centrasage.refunds.plan;

import centrasage.flow.Command;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.refunds.RefundRules.ClosedPeriod;
import centrasage.refunds.RefundSettings;
import centrasage.sage200.SalesReturnJson;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.client.read.TransactionDates.Ledger;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocumentJson;
import centrasage.sync.dates.DocumentDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * With which day a credit note goes out whose own day Sage 200 takes no documents for any more: {@code refunds.closed-period}. With
 * {@code hold} it keeps its day, and the target parks it until the period is open.
 */
@ApplicationScoped
class CreditDates {
    /** Sage closes no period that is longer. */
    private static final int MONTHS_MAX = 24;

    private TransactionDates dates;
    private DocumentDates documents;
    private Clock clock;
    private ClosedPeriod policy;
    private ZoneId zone;

    @SuppressWarnings("NullAway.Init")
    CreditDates() {}

    @Inject
    CreditDates(TransactionDates dates, DocumentDates documents, RefundSettings settings, Clock clock) {
        this.dates = dates;
        this.documents = documents;
        this.clock = clock;
        this.policy = settings.rules().closedPeriod();
        this.zone = settings.rules().zone();
    }

    /** @param date that the document carries, or would; null where a person is to say so */
    record Dated(Plan plan, LocalDate trueDay, @Nullable LocalDate date) {

        /** For whoever lists it: that of the document, or else the true one. */
        LocalDate day() {
            return date == null ? trueDay : date;
        }
    }

    /** @param day its true one */
    Dated dated(PostingKey key, Plan plan, LocalDate day) throws TargetUnavailable {
        if (!(plan instanceof Plan.Post post) || policy == ClosedPeriod.HOLD || isSalesReturn(post)) {
            return new Dated(plan, day, day);
        }
        Optional<LocalDate> chosen = policy == ClosedPeriod.ASK ? documents.chosen(key) : Optional.empty();
        if (chosen.isPresent()) {
            return new Dated(redated(post, chosen.get()), day, chosen.get());
        }
        Optional<String> objection = dates.objection(Ledger.SALES, key.company(), day);
        if (objection.isEmpty()) {
            return new Dated(plan, day, day);
        }
        Optional<LocalDate> next = nextOpen(key.company(), day);
        return policy == ClosedPeriod.NEXT_OPEN && next.isPresent()
                ? new Dated(redated(post, next.get()), day, next.get())
                : new Dated(new Plan.Hold(List.of(closed(key, day, objection.get(), next))), day, null);
    }

    /** That is no document of the ledger: its credit has the day on which a user posts it. */
    private static boolean isSalesReturn(Plan.Post post) {
        return SalesReturnJson.isOne(post.command().document());
    }

    private static Plan redated(Plan.Post post, LocalDate date) {
        Command command = post.command();
        SalesDocument document = SalesDocumentJson.read(command.document());
        SalesDocument redated = new SalesDocument(
                document.kind(),
                document.company(),
                document.customer(),
                document.reference(),
                document.secondReference(),
                date,
                document.value(),
                document.taxes(),
                document.nominals());
        return new Plan.Post(
                new Command(
                        command.key(),
                        command.object(),
                        command.amount(),
                        command.vat(),
                        date,
                        command.fingerprint(),
                        SalesDocumentJson.write(redated)),
                post.after());
    }

    /** Periods begin with months mostly: the first open one is looked for by their first days, and its beginning between these. */
    private Optional<LocalDate> nextOpen(String company, LocalDate day) throws TargetUnavailable {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        LocalDate closed = day;
        for (int months = 1; months <= MONTHS_MAX && closed.isBefore(today); months++) {
            LocalDate first = day.plusMonths(months).withDayOfMonth(1);
            LocalDate candidate = first.isAfter(today) ? today : first;
            if (isOpen(company, candidate)) {
                return Optional.of(firstOpen(company, closed, candidate));
            }
            closed = candidate;
        }
        return Optional.empty();
    }

    /** Between a closed day and a later open one. */
    private LocalDate firstOpen(String company, LocalDate closed, LocalDate open) throws TargetUnavailable {
        LocalDate low = closed;
        LocalDate high = open;
        while (ChronoUnit.DAYS.between(low, high) > 1) {
            LocalDate middle = low.plusDays(ChronoUnit.DAYS.between(low, high) / 2);
            if (isOpen(company, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean isOpen(String company, LocalDate date) throws TargetUnavailable {
        return dates.objection(Ledger.SALES, company, date).isEmpty();
    }

    private static Reason closed(PostingKey key, LocalDate day, String words, Optional<LocalDate> next) {
        return new Reason(
                "CREDIT_PERIOD_CLOSED",
                Owner.FINANCE,
                "The credit note of " + new CreditSource(key).words() + " is of " + day
                        + ", and Sage 200 takes no documents of that day in the sales ledger (" + words + ")",
                "Open the period in Sage 200, then plan again"
                        + next.map(date -> "; or say that it may go out with " + date + ", the next day that is open")
                                .orElse(""));
    }
}
