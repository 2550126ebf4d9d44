package centrasage.sage200.client;

import centrasage.flow.Outcome;
import centrasage.flow.Outcome.Refused;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.Writing.Request;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.client.wire.WireAnswer;
import centrasage.sage200.client.wire.WireAnswer.Answered;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What sales orders and sales returns have in common: found by our key, written once, and their drafts removed. */
final class SopDocuments {
    private final Kind kind;
    private final SageReads reads;
    private final Writing writing;
    private final Clock clock;
    private final Duration clockSkew;

    /** Which of the two; returns have the shape of orders, as a live integration sends them. */
    enum Kind {
        ORDER("sop_orders", "sales order"),
        RETURN("sop_returns", "sales return");

        private final String resource;
        private final String words;

        Kind(String resource, String words) {
            this.resource = resource;
            this.words = words;
        }

        String resource() {
            return resource;
        }

        String words() {
            return words;
        }
    }

    SopDocuments(Kind kind, SageReads reads, Writing writing, Clock clock, Duration clockSkew) {
        this.kind = kind;
        this.reads = reads;
        this.writing = writing;
        this.clock = clock;
        this.clockSkew = clockSkew;
    }

    Kind kind() {
        return kind;
    }

    Map<String, List<SalesOrder>> find(String company, Collection<String> customerDocumentNos)
            throws TargetUnavailable {
        try {
            return new OrderSearch(reads, kind, company).find(customerDocumentNos);
        } catch (ReadFailed e) {
            throw e.unavailable();
        }
    }

    Optional<SalesOrder> read(String company, long id) throws TargetUnavailable {
        try {
            JsonObject json = reads.one(
                            company, kind.resource(), id, Query.all().expand("lines"))
                    .asJsonObject();
            return Optional.of(OrderRow.read(json));
        } catch (ReadFailed e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e.unavailable();
        } catch (Row.Malformed | ClassCastException e) {
            throw new TargetUnavailable(
                    "Sage 200's " + kind.words() + " " + id + " cannot be read: " + e.getMessage(), e);
        }
    }

    Outcome post(NewSalesOrder order, OrderBody body, Site site) {
        if (!body.missing().isEmpty()) {
            return new Refused(body.missing());
        }
        return writing.post(
                new Request(order.company(), kind.resource(), body.json().toString()),
                signIn -> new OrderWrite(
                        this,
                        reads,
                        order,
                        site,
                        new OrderWrite.Sent(signIn, clock.instant().minus(clockSkew))));
    }

    void discardDraft(String company, long id) throws TargetUnavailable {
        Optional<SalesOrder> order = read(company, id);
        if (order.isEmpty()) {
            return;
        }
        if (!order.get().draft()) {
            throw new TargetUnavailable(kind.words() + " " + id + " is not a draft any more, and is left alone");
        }
        WireAnswer answer = writing.delete(company, kind.resource() + "/" + id);
        boolean gone = answer instanceof Answered answered && (answered.isSuccess() || answered.status() == 404);
        if (!gone && read(company, id).isPresent()) {
            throw new TargetUnavailable("the draft " + id + " of a " + kind.words() + " cannot be removed: " + answer);
        }
    }
}
