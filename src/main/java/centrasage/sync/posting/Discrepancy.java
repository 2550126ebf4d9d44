package centrasage.sync.posting;

import centrasage.flow.Document;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Side;
import centrasage.flow.event.PostingFinding;
import centrasage.flow.event.PostingFinding.Kind;
import centrasage.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the other side computed, held against what was planned, whether it answered with it or it was found there. */
public final class Discrepancy {
    private static final String ROUNDING = "if the difference comes back, check vat_rounding in companies.csv";

    private Discrepancy() {}

    /**
     * At most one finding: where the total differs, the VAT that goes with it is told in the same words. A total that a posting
     * of its own corrects is no finding.
     *
     * @param vat null where the plan does not say
     */
    public static Optional<PostingFinding> of(
            long id, PostingKey key, Money planned, @Nullable Money vat, Document document) {
        if (key.kind().side() == Side.CENTRA) {
            return captured(id, key, planned, document);
        }
        if (key.kind() == PostingKind.ORDER_AMENDMENT) {
            return Optional.empty(); // its order is held against what it has become
        }
        Money actual = document.vat();
        boolean otherVat = vat != null && actual != null && !actual.equals(vat);
        String name = "Sage 200 document " + document.number();
        if (!document.total().equals(planned) && document.correction() == null) {
            String words = name + " has a total of " + document.total() + ", planned was " + planned
                    + (otherVat ? ", and VAT of " + actual + ", planned was " + vat : "");
            Reason reason = reason(
                    Kind.TOTAL_DIFFERS, words, "Correct the document in Sage 200; " + ROUNDING + remark(document));
            return Optional.of(
                    new PostingFinding(id, key, Kind.TOTAL_DIFFERS, difference(document.total(), planned), reason));
        }
        if (vat == null || actual == null || !otherVat) {
            return Optional.empty();
        }
        Reason reason = reason(
                Kind.VAT_DIFFERS,
                name + " has VAT of " + actual + " in its total of " + planned + ", planned was " + vat,
                vatRemedy(key.kind()) + remark(document));
        return Optional.of(new PostingFinding(id, key, Kind.VAT_DIFFERS, difference(actual, vat), reason));
    }

    /** Of what is written to Centra, the money that was taken is all that can differ, and the target says by how much. */
    private static Optional<PostingFinding> captured(long id, PostingKey key, Money planned, Document document) {
        if (key.kind() != PostingKind.CENTRA_CAPTURE || document.total().equals(planned)) {
            return Optional.empty();
        }
        Reason reason = reason(
                Kind.TOTAL_DIFFERS,
                "Shipment " + document.number() + " in Centra: " + document.remark(),
                "Compare the payment history of the order in Centra with the payment provider, and capture or refund the"
                        + " difference there");
        return Optional.of(
                new PostingFinding(id, key, Kind.TOTAL_DIFFERS, difference(document.total(), planned), reason));
    }

    private static String vatRemedy(PostingKind kind) {
        return switch (kind) {
            case LEDGER_INVOICE, CREDIT_NOTE, PENNY_CREDIT, PENNY_INVOICE ->
                "What is posted in the sales ledger cannot be changed: see with whoever does the VAT return which VAT is right, and"
                        + " reverse the document in Sage 200 and enter it again where it is the planned one";
            default ->
                "Correct the document's tax codes or prices in Sage 200 before it is invoiced; " + ROUNDING
                        + ", the rates of the tax codes, and whether prices include VAT";
        };
    }

    private static String remark(Document document) {
        return document.remark() == null ? "" : ". " + document.remark();
    }

    private static Reason reason(Kind kind, String what, String remedy) {
        return new Reason(kind.name(), Owner.FINANCE, what, remedy);
    }

    /** The whole amount where the currencies differ. */
    private static Money difference(Money actual, Money planned) {
        return actual.currency().equals(planned.currency())
                ? actual.minus(planned).abs()
                : planned;
    }
}
