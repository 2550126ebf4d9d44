package centrasage.sage200.client.read;

import centrasage.flow.Outcome;
import centrasage.flow.Periods;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.client.wire.SageSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/**
 * Whether Sage would take a document of a date, asked before anything is written ({@code transaction_date_validation}), and
 * kept for a short time ({@code sage200.lookups-refresh}). A site that does not answer the question loses nothing, whatever it
 * answers instead: then Sage says so when the document is sent.
 */
@ApplicationScoped
public class TransactionDates implements Periods {
    /** The code of the reason by which a target says that a day is closed. */
    private static final String PERIOD_CLOSED = "PERIOD_CLOSED";

    /** What there is to say where Sage says nothing beforehand. */
    private static final String LEARNED = "it has refused one of that day";

    private static final Logger LOG = Logger.getLogger(TransactionDates.class.getName());

    /** Of Normal, Acceptable and Unacceptable; a user is only warned of an acceptable date. */
    private static final String UNACCEPTABLE = "unacceptable";

    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();
    private SageReads reads;
    private Duration refreshAfter;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    TransactionDates() {}

    @Inject
    public TransactionDates(Config config, SageReads reads, Clock clock) {
        this(reads, SageSettings.of(config).lookupsRefresh(), clock);
    }

    public TransactionDates(SageReads reads, Duration refreshAfter, Clock clock) {
        this.reads = reads;
        this.refreshAfter = refreshAfter;
        this.clock = clock;
    }

    /** Whose periods are asked about. */
    public enum Ledger {
        SALES_ORDERS("LedgerSOP"),
        SALES("LedgerSales"),
        PURCHASES("LedgerPurchase"),
        CASH_BOOK("LedgerCashBook"),
        NOMINAL("LedgerNominal");

        private final String sageName;

        Ledger(String sageName) {
            this.sageName = sageName;
        }
    }

    @Override
    public Optional<String> objection(PostingKind kind, String company, LocalDate day) throws TargetUnavailable {
        return objection(ledger(kind), company, day);
    }

    private static Ledger ledger(PostingKind kind) {
        return switch (kind) {
            case LEDGER_INVOICE, RECEIPT, CREDIT_NOTE, CUSTOMER_REFUND, PENNY_CREDIT, PENNY_INVOICE, ALLOCATION ->
                Ledger.SALES;
            case GIFT_CARD, CURRENCY_TRANSFER, SETTLEMENT_CHARGE, PAYOUT -> Ledger.CASH_BOOK;
            case SUPPLIER_PAYMENT -> Ledger.PURCHASES;
            default -> Ledger.SALES_ORDERS;
        };
    }

    private record Question(String company, Ledger ledger, LocalDate date) {}

    private record Answer(Optional<String> objection, Instant until) {}

    /** @param isClear whether it answered the question at all */
    private record Said(boolean isClear, Optional<String> objection) {}

    /** As {@link #objection(Ledger, String, LocalDate)}, of a sales order. */
    public Optional<String> objection(String company, LocalDate date) throws TargetUnavailable {
        return objection(Ledger.SALES_ORDERS, company, date);
    }

    /**
     * Why Sage would not take a document of this date, in its words; empty where it would, or does not say.
     *
     * @throws TargetUnavailable when Sage cannot be reached now
     */
    public Optional<String> objection(Ledger ledger, String company, LocalDate date) throws TargetUnavailable {
        Instant now = clock.instant();
        answers.values().removeIf(old -> !old.until().isAfter(now));
        Question question = new Question(company, ledger, date);
        Answer kept = answers.get(question);
        if (kept != null) {
            return kept.objection();
        }
        Optional<String> objection = ask(question).objection();
        answers.put(question, new Answer(objection, now.plus(refreshAfter)));
        return objection;
    }

    /**
     * What became of a document of this date. Where Sage has refused it because its period was closed since it was asked, the document
     * waits until the period is open, and what else is of that date is not sent in vain meanwhile; so it is where Sage does not answer
     * the question. Where it says that it takes documents of that date, it refused this one for something else, and it stays refused.
     */
    public Outcome learned(Outcome outcome, Ledger ledger, String company, LocalDate date) {
        if (!(outcome instanceof Outcome.Refused refused)
                || refused.reasons().stream().noneMatch(TransactionDates::isOfPeriod)) {
            return outcome;
        }
        Question question = new Question(company, ledger, date);
        Outcome waits = Outcome.Refused.forNow(
                refused.reasons().stream().map(TransactionDates::waiting).toList());
        try {
            Said said = ask(question);
            Optional<String> objection = said.isClear() ? said.objection() : Optional.of(LEARNED);
            answers.put(question, new Answer(objection, clock.instant().plus(refreshAfter)));
            return objection.isPresent() ? waits : outcome;
        } catch (TargetUnavailable e) {
            return waits;
        }
    }

    private static boolean isOfPeriod(Reason reason) {
        return reason.code().equals(PERIOD_CLOSED);
    }

    private static Reason waiting(Reason reason) {
        return isOfPeriod(reason)
                ? new Reason(
                        reason.code(),
                        reason.owner(),
                        reason.what(),
                        "Open the period in Sage 200; it is tried again by itself")
                : reason;
    }

    private Said ask(Question question) throws TargetUnavailable {
        String body = Json.createObjectBuilder()
                .add("date", question.date() + "T00:00:00")
                .add("ledger_type", question.ledger().sageName)
                .build()
                .toString();
        try {
            JsonObject answer = reads.dateValidation(question.company(), body).asJsonObject();
            return said(new Row(answer));
        } catch (ReadFailed e) {
            if (e instanceof Unanswered && e.status() == 0) {
                throw e.unavailable();
            }
            return tellsNothing(e);
        } catch (ClassCastException e) {
            return tellsNothing(e);
        }
    }

    private static Said tellsNothing(Exception why) {
        LOG.log(
                Level.INFO,
                why,
                () -> "dates are not checked before anything is sent: " + SageApi.DATE_VALIDATION + " tells nothing");
        return new Said(false, Optional.empty());
    }

    private static Said said(Row answer) {
        Optional<String> classification = answer.optionalText("classification");
        boolean refused = classification
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(UNACCEPTABLE))
                .isPresent();
        return new Said(
                classification.isPresent(),
                refused
                        ? answer.optionalText("message")
                                .filter(words -> !words.isEmpty())
                                .or(() -> Optional.of("the date is unacceptable"))
                        : Optional.empty());
    }
}
