package centrasage.orders.document;

import static centrasage.flow.Owner.FINANCE;

import centrasage.mapping.InForce;
import centrasage.mapping.InForce.Booking;
import centrasage.money.Money;
import centrasage.orders.check.ByHand;
import centrasage.orders.check.Complaints;
import centrasage.orders.check.OrderRules;
import centrasage.sage200.Site;
import org.jspecify.annotations.Nullable;

/** Where the pennies that no price carries are booked: an additional charge without VAT. */
final class RoundingLine {
    private final OrderRules rules;
    private final SiteChecks site;
    private final Complaints complaints;

    RoundingLine(OrderRules rules, Site site, Complaints complaints) {
        this.rules = rules;
        this.site = new SiteChecks(site, complaints);
        this.complaints = complaints;
    }

    /** Null when there is nothing to round, or when it cannot be booked: the reasons have then been told. */
    @Nullable
    Booking of(Money amount, String company, InForce mappings) {
        if (amount.isZero()) {
            return null;
        }
        sign(amount);
        Booking rounding =
                mappings.rounding(company, amount.currency().getCurrencyCode()).orTell(complaints::add);
        if (rounding == null) {
            return null;
        }
        site.withoutVat(rounding, "rounding");
        return rounding;
    }

    /** Where pennies are booked that Sage's answer may leave; null where a difference is for people, or it cannot be booked. */
    @Nullable
    static Booking ifOff(OrderRules rules, Site site, String company, String currency, InForce mappings) {
        Complaints untold = new Complaints();
        Booking rounding = mappings.rounding(company, currency).orTell(untold::add);
        if (rounding == null || rules.onDifference() != OrderRules.OnDifference.CORRECT) {
            return null;
        }
        new SiteChecks(site, untold).withoutVat(rounding, "rounding");
        return untold.none() ? rounding : null;
    }

    private void sign(Money amount) {
        if (!amount.isNegative() || rules.negativeRounding() == OrderRules.NegativeRounding.CHARGE_LINE) {
            return;
        }
        boolean discount = rules.negativeRounding() == OrderRules.NegativeRounding.DOCUMENT_DISCOUNT;
        complaints.add(
                "NEGATIVE_ROUNDING",
                FINANCE,
                "Sage 200 needs a rounding of " + amount + " to arrive at Centra's total, and "
                        + (discount
                                ? "this version cannot book it as a document discount"
                                : "rounding.negative = hold"),
                "Set rounding.negative = charge-line if the site's Sage 200 takes it" + ByHand.OR_ENTER);
    }
}
