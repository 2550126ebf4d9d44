package centrasage.orders.charged;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Order;
import centrasage.centra.Order.TaxShare;
import centrasage.money.VatRate;
import centrasage.orders.check.AmountChecks;
import centrasage.orders.check.Complaints;
import centrasage.orders.check.OrderChecks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Shipping or handling, split by the rates of VAT that Centra applied to it. */
final class Surcharge {
    private static final BigDecimal PENNY = new BigDecimal("0.01");
    private static final BigDecimal HALF_PENNY = new BigDecimal("0.005");

    private final Order order;
    private final Reading reading;
    private final Complaints complaints;

    Surcharge(Order order, Reading reading, Complaints complaints) {
        this.order = order;
        this.reading = reading;
        this.complaints = complaints;
    }

    List<Part> shipping() {
        Order.Totals totals = order.totals();
        if (totals.shipping().signum() == 0) {
            return List.of();
        }
        boolean included =
                totals.taxAdded().signum() == 0 && totals.taxDeducted().signum() == 0;
        if (totals.shippingTaxes().isEmpty() && included) {
            Part part = new ShippingVat(order, complaints).part();
            return part == null ? List.of() : List.of(part);
        }
        return split("shipping", totals.shipping(), totals.shippingTaxes());
    }

    List<Part> handling() {
        Order.Totals totals = order.totals();
        return totals.handling().signum() == 0
                ? List.of()
                : split("handling", totals.handling(), totals.handlingTaxes());
    }

    private List<Part> split(String what, BigDecimal base, List<TaxShare> taxes) {
        BigDecimal gross = reading.charged(base, taxes);
        List<TaxShare> taxed = taxes.stream()
                .filter(tax ->
                        AmountChecks.isRate(tax.percent()) && tax.percent().signum() > 0)
                .filter(tax -> reading.vat(tax).signum() != 0)
                .toList();
        if (taxed.isEmpty()) {
            return List.of(new Part(null, gross, BigDecimal.ZERO, VatRate.NONE));
        }
        Part whole = new Part(null, gross, reading.vat(taxed.get(0)), rate(taxed.get(0)));
        boolean one = taxed.size() == 1
                && whole.rate().inside(gross).subtract(whole.vat()).abs().compareTo(PENNY) <= 0;
        return one ? List.of(whole) : several(what, gross, taxed);
    }

    /** Each rate's value follows from its VAT, as nearly as a penny of VAT tells; the rest bears none. */
    private List<Part> several(String what, BigDecimal gross, List<TaxShare> taxed) {
        List<Part> parts = new ArrayList<>();
        BigDecimal rest = gross;
        BigDecimal unsure = PENNY;
        for (TaxShare tax : taxed) {
            BigDecimal vat = reading.vat(tax);
            BigDecimal value = rate(tax).holding(vat).setScale(AmountChecks.DECIMALS, RoundingMode.HALF_UP);
            parts.add(new Part(null, value, vat, rate(tax)));
            rest = rest.subtract(value);
            unsure = unsure.add(rate(tax).holding(HALF_PENNY));
        }
        if (rest.abs().compareTo(unsure) <= 0) {
            BigDecimal left = rest;
            return new Parts(parts)
                    .onLargest(part -> true, part -> part.costing(part.gross().add(left), part.vat()))
                    .list();
        } else if (rest.signum() > 0 && somethingIsFreeOfVat(what)) {
            parts.add(new Part(null, rest, BigDecimal.ZERO, VatRate.NONE));
        } else {
            complain(what, gross);
        }
        return parts;
    }

    /** A rest without VAT is believed only where something in the order bears none. */
    private boolean somethingIsFreeOfVat(String what) {
        List<TaxShare> taxes = what.equals("shipping")
                ? order.totals().shippingTaxes()
                : order.totals().handlingTaxes();
        return OrderChecks.liveLines(order).stream()
                        .anyMatch(line -> line.taxPercent().signum() == 0)
                || taxes.stream().anyMatch(tax -> tax.percent().signum() == 0);
    }

    private static VatRate rate(TaxShare tax) {
        return new VatRate(tax.percent());
    }

    private void complain(String what, BigDecimal gross) {
        complaints.add(
                what.equals("shipping") ? "SHIPPING_VAT" : "HANDLING_VAT",
                FINANCE,
                "The VAT that Centra states for " + what + " is not that of " + AmountChecks.written(order, gross)
                        + " at its rates",
                "Compare the order in Centra, and its tax rules for " + what);
    }
}
