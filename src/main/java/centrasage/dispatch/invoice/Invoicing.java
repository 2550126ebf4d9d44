package centrasage.dispatch.invoice;

import centrasage.flow.OrderName;
import centrasage.flow.Reason;
import centrasage.mapping.InForce;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.InvoicedOrder;
import centrasage.sage200.ledger.InvoicedOrder.Charged;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocument.NominalShare;
import centrasage.sage200.ledger.SalesDocument.TaxShare;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The invoice of one shipment, in codes: what the order comes to with its goods, less what is invoiced already. */
final class Invoicing {
    private final InvoicedOrder order;
    private final List<ShipmentInvoice> others;
    private final Parcel parcel;
    private final InvoiceReasons words;
    private final List<Reason> reasons;
    private final Cumulative cumulative;
    private final boolean besides;

    /** @param reasons takes what speaks against it */
    Invoicing(
            InvoicedOrder order,
            List<ShipmentInvoice> others,
            Parcel parcel,
            InvoiceReasons words,
            List<Reason> reasons) {
        this.order = order;
        this.others = others;
        this.parcel = parcel;
        this.words = words;
        this.reasons = reasons;
        this.cumulative = new Cumulative(order);
        this.besides = others.stream().noneMatch(ShipmentInvoice::besides);
    }

    /** Null where it comes to nothing, and where there are reasons against it. */
    @Nullable
    ShipmentInvoice of(String secondReference, LocalDate date, InForce mappings) {
        Map<Integer, Amounts> invoiced = invoiced();
        Map<Integer, Amounts> before = cumulative.byTaxCode(parcel.before(), !besides);
        unchanged(invoiced, before);
        Map<Integer, Amounts> own = less(cumulative.byTaxCode(parcel.after(), true), invoiced);
        List<TaxShare> taxes = taxes(own);
        Amounts moved = sum(less(before, invoiced).values());
        List<NominalShare> nominals = taxes.isEmpty() ? List.of() : nominals(mappings, moved.goods());
        if (taxes.isEmpty() || !reasons.isEmpty()) {
            return null;
        }
        NewSalesOrder sold = order.order();
        SalesDocument document = new SalesDocument(
                EntryKind.INVOICE,
                sold.company(),
                sold.customer(),
                OrderName.of(OrderName.number(sold.customerDocumentNo()).orElseThrow()),
                secondReference,
                date,
                money(sum(own.values()).gross()),
                taxes,
                nominals);
        return new ShipmentInvoice(document, parcel.goods(), besides);
    }

    private Map<Integer, Amounts> invoiced() {
        Map<Integer, Amounts> sums = new TreeMap<>();
        others.forEach(other -> other.document()
                .taxes()
                .forEach(share -> sums.merge(share.taxCode(), new Amounts(share.goods(), share.tax()), Amounts::plus)));
        return sums;
    }

    /** Pennies that a change has moved are put right by this invoice; more than that is for a person. */
    private void unchanged(Map<Integer, Amounts> invoiced, Map<Integer, Amounts> before) {
        int pieces =
                parcel.before().values().stream().mapToInt(Integer::intValue).sum();
        BigDecimal most =
                BigDecimal.valueOf(pieces, order.order().total().currency().getDefaultFractionDigits());
        if (!less(before, invoiced).values().stream().allMatch(moved -> moved.isWithin(most))) {
            reasons.add(words.orderChanged(
                    money(sum(invoiced.values()).gross()),
                    money(sum(before.values()).gross())));
        }
    }

    private List<TaxShare> taxes(Map<Integer, Amounts> own) {
        List<TaxShare> taxes = new ArrayList<>();
        own.forEach((code, amounts) -> {
            if (amounts.isBelowZero()) {
                reasons.add(words.belowZero("tax code " + code, amounts.gross()));
            }
            if (!amounts.isNone()) {
                taxes.add(new TaxShare(code, amounts.goods(), amounts.tax()));
            }
        });
        return taxes;
    }

    /** @param moved the pennies of earlier invoices; they go on the largest share, as do those of goods that bear VAT and cost nothing */
    private List<NominalShare> nominals(InForce mappings, BigDecimal moved) {
        Map<String, BigDecimal> values = new TreeMap<>();
        for (Charged part : order.parts()) {
            BigDecimal own = cumulative
                    .of(part, parcel.after(), true)
                    .minus(cumulative.of(part, parcel.before(), !besides))
                    .goods();
            if (own.signum() != 0) {
                String nominal = nominal(part, mappings);
                values.merge(nominal == null ? "" : nominal, own, BigDecimal::add);
            }
        }
        BigDecimal below =
                values.values().stream().filter(value -> value.signum() < 0).reduce(moved, BigDecimal::add);
        values.values().removeIf(value -> value.signum() < 0);
        values.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(largest -> largest.setValue(largest.getValue().add(below)));
        return values.entrySet().stream()
                .filter(share -> share.getValue().signum() != 0)
                .map(share -> new NominalShare(share.getKey(), share.getValue()))
                .toList();
    }

    /** That of the part itself, or else the one of nominals.csv; null with a reason where there is none. */
    private @Nullable String nominal(Charged part, InForce mappings) {
        if (part.nominal() != null) {
            return part.nominal();
        }
        return switch (part.origin().kind()) {
            case GOODS, SERVICE -> mapped("sales", mappings);
            case SHIPPING, HANDLING -> mapped("shipping", mappings);
            case GIFT_CARD, CERTIFICATE -> {
                tell(words.giftCardNominal());
                yield null;
            }
        };
    }

    private @Nullable String mapped(String purpose, InForce mappings) {
        NewSalesOrder sold = order.order();
        String currency = sold.total().currency().getCurrencyCode();
        return mappings.nominal(sold.company(), purpose, currency).orTell(this::tell);
    }

    private void tell(Reason reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    private static Map<Integer, Amounts> less(Map<Integer, Amounts> all, Map<Integer, Amounts> off) {
        Map<Integer, Amounts> rest = new TreeMap<>(all);
        off.forEach((code, amounts) -> rest.merge(code, Amounts.NONE.minus(amounts), Amounts::plus));
        return rest;
    }

    private static Amounts sum(Collection<Amounts> all) {
        return all.stream().reduce(Amounts.NONE, Amounts::plus);
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, order.order().total().currency());
    }
}
