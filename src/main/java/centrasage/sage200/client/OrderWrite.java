package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The POST of one sales order or return, as {@link SageAnswers} asks about it. */
final class OrderWrite implements Write {
    private final SopDocuments documents;
    private final SageReads reads;
    private final NewSalesOrder order;
    private final Site site;
    private final Sent sent;

    /**
     * What the POST was sent with, and when Sage can have made what it left behind.
     *
     * @param signIn the header of the sign-in
     * @param from our clock before it was sent, less what Sage's may be behind
     */
    record Sent(Optional<String> signIn, Instant from) {}

    OrderWrite(SopDocuments documents, SageReads reads, NewSalesOrder order, Site site, Sent sent) {
        this.documents = documents;
        this.reads = reads;
        this.order = order;
        this.site = site;
        this.sent = sent;
    }

    @Override
    public String name() {
        return documents.kind().words() + " " + order.customerDocumentNo();
    }

    @Override
    public Document confirmed(JsonObject answer) {
        SalesOrder posted = OrderRow.read(answer);
        if (posted.draft()) {
            throw new Row.Malformed("status: it is left as a draft");
        }
        if (posted.documentNo().isEmpty()) {
            throw new Row.Malformed("document_no");
        }
        if (!OrderSearch.sameKey(posted.customerDocumentNo(), order.customerDocumentNo())) {
            throw new Row.Malformed("customer_document_no");
        }
        return document(posted);
    }

    private Document document(SalesOrder posted) {
        try {
            Money total = new Money(posted.total(), order.total().currency());
            Money vat = new Money(posted.vat(), order.total().currency());
            return new Document(Long.toString(posted.id()), posted.documentNo(), total, vat, posted.createdAt());
        } catch (ArithmeticException e) {
            throw new Row.Malformed("total_gross_value and total_tax_value");
        }
    }

    @Override
    public boolean leftNothingBehind() throws TargetUnavailable {
        String key = order.customerDocumentNo();
        // a cancelled order of this key is older than this write, which made none
        List<SalesOrder> readable =
                documents.find(order.company(), List.of(key)).get(key);
        if (readable == null) {
            throw new TargetUnavailable("a " + documents.kind().words() + " under " + key + " cannot be read");
        }
        List<SalesOrder> found =
                readable.stream().filter(left -> !left.isCancelled()).toList();
        if (!found.stream().allMatch(this::isLeftByThisWrite)) {
            return false;
        }
        for (SalesOrder draft : found) {
            documents.discardDraft(order.company(), draft.id());
        }
        return true;
    }

    /** Nothing was found under the key before this write, and what it leaves is made while it runs. */
    private boolean isLeftByThisWrite(SalesOrder draft) {
        Instant made = draft.createdAt();
        return draft.mayBeHalfOf(order, site) && made != null && !made.isBefore(sent.from());
    }

    @Override
    public SignInCheck signIn() {
        return reads.checkSignIn(order.company(), sent.signIn());
    }

    /** Sage quotes what it refuses; a name or an address must not end on a page or in a log. */
    @Override
    public String withoutPersonalData(String text) {
        DeliveryAddress address = order.deliveryAddress();
        String clean = text;
        for (String personal :
                personal(address).filter(value -> value.length() >= 3).toList()) {
            clean = Pattern.compile(personal, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(clean)
                    .replaceAll("…");
        }
        return clean;
    }

    private static Stream<String> personal(DeliveryAddress address) {
        return Stream.of(
                address.postalName(),
                address.contact(),
                address.address1(),
                address.address2(),
                address.address3(),
                address.address4(),
                address.city(),
                address.postcode(),
                address.telephone(),
                address.email(),
                address.taxNumber());
    }
}
