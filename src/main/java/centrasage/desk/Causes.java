package centrasage.desk;

import centrasage.flow.OrderName;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.event.CauseOver;
import centrasage.flow.event.CauseStands;
import centrasage.flow.event.PostingGathered;
import centrasage.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Opens one exception for a cause that stops many documents, and closes what was opened for each of them alone. */
@ApplicationScoped
class Causes {
    /** What a document is gathered under where it is not known yet as which exception. */
    static final String OTHERS = "the exception of the cause that it has in common with others";

    private static final String PREFIX = "cause/";

    private Register register;

    @SuppressWarnings("NullAway.Init")
    Causes() {}

    @Inject
    Causes(Register register) {
        this.register = register;
    }

    /** The name of the circuit that an exception of the kind CAUSE is about. */
    static String circuit(ExceptionRow row) {
        return row.cause().substring(PREFIX.length());
    }

    static String of(String circuit) {
        return PREFIX + circuit;
    }

    /** Of what kind the documents are that it stands for. */
    static String sourceKind(ExceptionRow row) {
        String many = row.toException().sourceKey();
        return Arrays.stream(PostingKind.values())
                .filter(kind -> documents(kind).equals(many))
                .findFirst()
                .map(PostingKind::source)
                .orElse(OrderName.DOCUMENT);
    }

    void stands(@Observes CauseStands news) {
        register.open(new Matter(
                PREFIX + news.cause(),
                new Matter.About(null, news.company(), documents(news.kind())),
                BusinessException.Kind.CAUSE,
                news.sums().get(0),
                headline(news),
                news.reasons()));
    }

    /** An exception has one amount: where there are more currencies, the others stand in the words. */
    private static String headline(CauseStands news) {
        String others = news.sums().stream().skip(1).map(Money::toString).collect(Collectors.joining(" and "));
        String verb = news.failedAs() == PostingState.HELD
                ? " cannot be posted"
                : " wait, because " + news.kind().side().title() + " refuses them";
        return news.postings() + " " + documents(news.kind()) + verb + " for one cause"
                + (others.isEmpty() ? "" : " (with " + others + " besides)") + ": "
                + Matter.inASentence(news.reasons().get(0).what());
    }

    private static String documents(PostingKind kind) {
        return switch (kind) {
            case ORDER -> "orders";
            case ORDER_CORRECTION -> "corrections of totals";
            case ORDER_AMENDMENT -> "amendments of orders";
            case DESPATCH -> "despatches";
            case DESPATCH_TRACKING -> "amendments of tracking";
            case LEDGER_INVOICE -> "ledger invoices";
            case RECEIPT -> "receipts";
            case CREDIT_NOTE -> "credit notes";
            case CUSTOMER_REFUND -> "refunds";
            case GIFT_CARD -> "gift cards";
            case PENNY_CREDIT -> "penny credits";
            case PENNY_INVOICE -> "penny invoices";
            case ALLOCATION -> "allocations";
            case CURRENCY_TRANSFER -> "currency transfers";
            case SETTLEMENT_CHARGE -> "settlement charges";
            case PAYOUT -> "payouts";
            case SUPPLIER_PAYMENT -> "supplier payments";
            case CENTRA_SHIPMENT -> "shipments in Centra";
            case CENTRA_GOOD_TO_GO -> "releases of shipments";
            case CENTRA_CAPTURE -> "captures";
            case CENTRA_COMPLETION -> "completions of shipments";
        };
    }

    void over(@Observes CauseOver news) {
        register.close(PREFIX + news.cause(), "nothing is stopped by it any more");
    }

    void gathered(@Observes PostingGathered news) {
        register.gather(
                Openings.cause(news.postingId()),
                register.find(PREFIX + news.cause())
                        .map(row -> row.subject().replace('/', ' ') + ": "
                                + row.toException().headline())
                        .orElse(OTHERS));
    }
}
