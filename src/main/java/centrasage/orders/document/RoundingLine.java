package centrasage.orders.document;

import static centrasage.flow.Owner.FINANCE;

import centrasage.mapping.InForce;
import centrasage.mapping.InForce.Rounding;
import centrasage.money.Money;
import centrasage.money.VatRate;
import centrasage.orders.check.ByHand;
import centrasage.orders.check.Complaints;
import centrasage.orders.check.OrderRules;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where the pennies that no price carries are booked: an additional charge without VAT. */
final class RoundingLine {
    private static final VatRate NO_VAT = new VatRate(BigDecimal.ZERO);

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
    Rounding of(Money amount, String company, InForce mappings) {
        if (amount.isZero()) {
            return null;
        }
        sign(amount);
        Rounding rounding =
                mappings.rounding(company, amount.currency().getCurrencyCode()).orTell(complaints::add);
        if (rounding == null) {
            return null;
        }
        if (rounding.charge() != null) {
            site.charge(rounding.charge());
        }
        taxCode(rounding.taxCode());
        return rounding;
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

    private void taxCode(@Nullable Integer code) {
        if (code == null) {
            complaints.add(
                    "ROUNDING_TAX_CODE",
                    FINANCE,
                    "The row of nominals.csv for rounding names no tax code",
                    "Name a tax code with a rate of 0 in nominals.csv, best one that is off the VAT return");
            return;
        }
        site.taxCode(code, NO_VAT);
    }
}
