package centrasage.simulator.trade;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An order of the shop at the end of its checkout, with the kind it was dealt as.
 *
 * @param comment what the customer asks for: a gift message, for instance; may be empty
 */
public record TradeOrder(
        int number,
        String id,
        OrderKind kind,
        Instant createdAt,
        Instant updatedAt,
        Terms terms,
        Standing standing,
        Parties parties,
        Basket basket,
        List<Payment> payments,
        String comment) {

    public TradeOrder {
        payments = List.copyOf(payments);
    }

    public long authorisedMinor() {
        return payments.stream()
                .filter(Payment::authorises)
                .mapToLong(Payment::minor)
                .sum();
    }

    public long capturedMinor() {
        return payments.stream()
                .filter(Payment::captures)
                .mapToLong(Payment::minor)
                .sum();
    }

    /** Money that somebody says was paid elsewhere, or before. */
    public long markedMinor() {
        return payments.stream()
                .filter(entry -> entry.type() == Payment.Type.MARKED_AS_PAID
                        || entry.type() == Payment.Type.MARKED_AS_UNPAID
                        || entry.type() == Payment.Type.PREPAID)
                .mapToLong(Payment::movedMinor)
                .sum();
    }

    /** Requests of a type that the payment provider has not answered yet. */
    public List<Payment> outstanding(Payment.Type request) {
        return payments.stream()
                .filter(entry -> entry.type() == request && entry.status() == Payment.Status.PENDING)
                .filter(entry -> payments.stream()
                        .noneMatch(other -> Objects.equals(other.origin().answers(), entry.id())))
                .toList();
    }

    public long outstandingMinor(Payment.Type request) {
        return outstanding(request).stream().mapToLong(Payment::minor).sum();
    }

    public TradeOrder withStanding(Standing newStanding) {
        return new TradeOrder(
                number, id, kind, createdAt, updatedAt, terms, newStanding, parties, basket, payments, comment);
    }

    public TradeOrder withParties(Parties newParties) {
        return new TradeOrder(
                number, id, kind, createdAt, updatedAt, terms, standing, newParties, basket, payments, comment);
    }

    public TradeOrder withBasket(Basket newBasket) {
        return new TradeOrder(
                number, id, kind, createdAt, updatedAt, terms, standing, parties, newBasket, payments, comment);
    }

    public TradeOrder withPayments(List<Payment> newPayments) {
        return new TradeOrder(
                number, id, kind, createdAt, updatedAt, terms, standing, parties, basket, newPayments, comment);
    }
}
