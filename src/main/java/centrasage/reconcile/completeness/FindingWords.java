package centrasage.reconcile.completeness;

import static centrasage.desk.BusinessException.Kind.DESPATCH_DIFFERS;
import static centrasage.desk.BusinessException.Kind.DESPATCH_NOT_IN_CENTRA;
import static centrasage.desk.BusinessException.Kind.FORGOTTEN;
import static centrasage.desk.BusinessException.Kind.NOT_COLLECTED;
import static centrasage.desk.BusinessException.Kind.NOT_DESPATCHED;
import static centrasage.desk.BusinessException.Kind.NOT_IN_CENTRA;

import centrasage.desk.BusinessException.Kind;
import centrasage.desk.Drift;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sync.store.Posting;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people are told of a row that does not agree, in the same words for as long as it does not; nothing that another job tells. */
final class FindingWords {
    /** What completeness finds, and finds to be over. */
    static final Set<Kind> KINDS = EnumSet.of(
            NOT_COLLECTED, FORGOTTEN, NOT_IN_CENTRA, NOT_DESPATCHED, DESPATCH_DIFFERS, DESPATCH_NOT_IN_CENTRA);

    private FindingWords() {}

    static Optional<Drift> of(OrderRow row) {
        PostingKey key = new PostingKey(row.company(), PostingKind.ORDER, row.number());
        Posting posting = row.posting();
        return switch (row.standing()) {
            case NOT_COLLECTED -> told(NOT_COLLECTED, key, posting, row.centra(), notCollected());
            case FORGOTTEN -> told(FORGOTTEN, key, posting, row.centra(), forgotten(state(posting)));
            case NOT_IN_CENTRA -> told(NOT_IN_CENTRA, key, posting, row.sage(), notInCentra("order"));
            case AGREES,
                    UNDER_WAY,
                    FOR_A_PERSON,
                    NOT_FOR_SAGE,
                    ON_ITS_WAY,
                    MISSING_IN_SAGE,
                    DIFFERS,
                    NOT_POSTED_FROM_HERE,
                    NOT_DESPATCHED,
                    SEVERAL_IN_SAGE,
                    ORDER_GONE,
                    UNKNOWN -> Optional.empty();
        };
    }

    static Optional<Drift> of(DespatchRow row) {
        Posting posting = row.posting();
        boolean isInvoiced = InvoicedShipments.is(posting);
        PostingKey key = new PostingKey(row.company(), row.kind(), row.number());
        Money value = row.value();
        return switch (row.standing()) {
            case NOT_COLLECTED -> told(NOT_COLLECTED, key, posting, value, notCollected());
            case FORGOTTEN -> told(FORGOTTEN, key, posting, value, forgotten(state(posting)));
            case NOT_IN_CENTRA -> told(DESPATCH_NOT_IN_CENTRA, key, posting, value, notInCentra("shipment"));
            case NOT_DESPATCHED ->
                told(NOT_DESPATCHED, key, posting, value, isInvoiced ? notInvoiced() : notDespatched());
            case MISSING_IN_SAGE ->
                told(NOT_DESPATCHED, key, posting, value, isInvoiced ? invoiceMissing(posting) : missing(posting));
            case DIFFERS ->
                told(DESPATCH_DIFFERS, key, posting, value, isInvoiced ? invoiceDiffers(row) : differs(row));
            case SEVERAL_IN_SAGE -> told(DESPATCH_DIFFERS, key, posting, value, several(row));
            case ORDER_GONE -> told(NOT_DESPATCHED, key, posting, null, orderGone());
            case AGREES, UNDER_WAY, FOR_A_PERSON, NOT_FOR_SAGE, ON_ITS_WAY, NOT_POSTED_FROM_HERE, UNKNOWN ->
                Optional.empty();
        };
    }

    private static Optional<Drift> told(
            Kind kind, PostingKey key, @Nullable Posting posting, @Nullable Money atRisk, Reason reason) {
        return Optional.of(new Drift(
                kind,
                posting == null ? null : posting.id(),
                key,
                Objects.requireNonNullElse(atRisk, Money.of("0", "GBP")),
                List.of(reason)));
    }

    private static String state(@Nullable Posting posting) {
        return posting == null ? "unknown" : posting.state().name();
    }

    private static Reason notCollected() {
        return new Reason(
                "NOT_COLLECTED",
                Owner.OPERATIONS,
                "It is in Centra and never arrived here; it was read by its number just now",
                "Nothing for this one: the next run plans it, and then this closes by itself. If there are many, see that the jobs"
                        + " that read Centra run, and that the token may read everything");
    }

    private static Reason forgotten(String state) {
        return new Reason(
                "FORGOTTEN",
                Owner.OPERATIONS,
                "It is " + state + " here, and no exception tells of it",
                "Look at it, and press Plan again on its order's last exception; then tell whoever maintains centra-sage200");
    }

    private static Reason notInCentra(String what) {
        return new Reason(
                "NOT_IN_CENTRA",
                Owner.OPERATIONS,
                "Sage 200 has it, and Centra has no such " + what,
                "Find out who has entered it, or whether it was deleted in Centra. Cancel it in Sage 200, or take our number from"
                        + " it: then this closes itself. If it belongs there, resolve this with a note");
    }

    private static Reason notDespatched() {
        return new Reason(
                "NOT_DESPATCHED",
                Owner.OPERATIONS,
                "Centra has completed it for longer than reconcile.despatch-limit, and Sage 200 has no despatch of it",
                "See on its order's page what it waits for, mostly its order. It closes itself when it is despatched");
    }

    private static Reason notInvoiced() {
        return new Reason(
                "NOT_INVOICED",
                Owner.FINANCE,
                "Centra has completed it for longer than reconcile.despatch-limit, and Sage 200 has no invoice of it",
                "See on its order's page what it waits for. It closes itself when it is invoiced");
    }

    private static Reason invoiceMissing(@Nullable Posting posting) {
        String number = posting == null ? "?" : String.valueOf(posting.targetNumber());
        return new Reason(
                "INVOICE_MISSING_IN_SAGE",
                Owner.FINANCE,
                "It was invoiced with transaction " + number + ", which the sales ledger of Sage 200 has not any more",
                "Find out whether the company was restored (runbook: restore), and enter the invoice by hand if it was. It is never"
                        + " invoiced again from here");
    }

    private static Reason invoiceDiffers(DespatchRow row) {
        return new Reason(
                "INVOICE_DIFFERS",
                Owner.FINANCE,
                "Transaction " + row.inSage() + " in Sage 200 comes to " + row.difference(),
                "Compare both; reverse the wrong one in Sage 200 and enter the right one by hand");
    }

    private static Reason missing(@Nullable Posting posting) {
        String number = posting == null ? "?" : String.valueOf(posting.targetNumber());
        return new Reason(
                "DESPATCH_MISSING_IN_SAGE",
                Owner.OPERATIONS,
                "It was posted as despatch " + number + ", and no despatch in Sage 200 carries its number any more",
                "Find out who has reversed it or changed its notes. Despatch it in Sage 200 with the shipment's number in the notes:"
                        + " then this closes itself. It is never despatched again from here");
    }

    /** The money is at risk with the order, which holds all that was ordered. */
    private static Reason orderGone() {
        return new Reason(
                "ORDER_NOT_IN_SAGE",
                Owner.OPERATIONS,
                "Its order is not in Sage 200 any more, and so is no despatch of it",
                "Nothing for this one: order-drift tells of the order, with the money at risk. See to that first; once it is told or"
                        + " there again, this closes itself");
    }

    private static Reason several(DespatchRow row) {
        String together =
                row.difference().isEmpty() ? "no more than the shipment, as far as can be told" : row.difference();
        return new Reason(
                "SEVERAL_DESPATCHES_IN_SAGE",
                Owner.OPERATIONS,
                "Despatches " + row.inSage() + " in Sage 200 all carry its number; together they hold " + together,
                "Find out what left the warehouse. Take " + row.number()
                        + " out of the notes of what is another parcel; what was"
                        + " despatched twice, take back in Sage 200 and take the number out of its notes. With one despatch left that"
                        + " carries the number, this closes itself");
    }

    private static Reason differs(DespatchRow row) {
        return new Reason(
                "DESPATCH_DIFFERS",
                Owner.OPERATIONS,
                "Despatch " + row.inSage() + " in Sage 200 has " + row.difference(),
                "Find out what left the warehouse, and correct the side that is wrong");
    }
}
