package centrasage.refunds.plan;

import centrasage.centra.OrderReturn;
import centrasage.flow.OrderName;
import centrasage.flow.Reason;
import centrasage.mapping.InForce;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.refunds.RefundRules;
import centrasage.refunds.RefundRules.ReturnCost;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocument.NominalShare;
import centrasage.sage200.ledger.SalesDocument.TaxShare;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The credit note of one return, in codes: the account, the currency and the tax codes of its order, and Centra's own VAT. */
final class Credit {
    /** Before Centra's id of the return, which is as short as those of payments: no payment's reference begins so. */
    private static final String SECOND = "RETURN-";

    private static final int BASE = 36;

    private final OrderReturn made;
    private final NewSalesOrder sold;
    private final Site site;
    private final LocalDate date;
    private final RefundRules rules;
    private final CreditReasons words;
    private final List<Reason> reasons = new ArrayList<>();

    Credit(OrderReturn made, NewSalesOrder sold, Site site, LocalDate date, RefundRules rules, CreditReasons words) {
        this.made = made;
        this.sold = sold;
        this.site = site;
        this.date = date;
        this.rules = rules;
        this.words = words;
    }

    /** @param document null where there are reasons why there is none */
    record Made(@Nullable SalesDocument document, List<Reason> reasons) {}

    /** Nothing of it is guessed: what cannot be told is a reason, and all of them are told at once, but of gift cards nothing can be told. */
    Made document(Mappings mappings) {
        List<Part> parts = new CreditedParts(made, sold, rules.tolerance(), words).of(reasons::add);
        if (parts == null) {
            return new Made(null, List.copyOf(reasons));
        }
        InForce inForce = mappings.on(date);
        List<TaxShare> taxes = taxes(parts, inForce);
        List<NominalShare> nominals = nominals(parts, inForce);
        return reasons.isEmpty()
                ? new Made(
                        new SalesDocument(
                                EntryKind.CREDIT_NOTE,
                                sold.company(),
                                sold.customer(),
                                OrderName.of(made.order()),
                                SECOND + Long.toString(made.id(), BASE).toUpperCase(Locale.ROOT),
                                date,
                                new Money(made.total(), sold.total().currency()),
                                taxes,
                                nominals),
                        List.of())
                : new Made(null, List.copyOf(reasons));
    }

    private List<TaxShare> taxes(List<Part> parts, InForce inForce) {
        TaxCodes codes = new TaxCodes(sold, site, inForce);
        Map<Integer, TaxShare> shares = new TreeMap<>();
        for (Part part : parts) {
            codes.of(part)
                    .ifPresentOrElse(
                            code -> shares.merge(code, new TaxShare(code, part.net(), part.vat()), Credit::together),
                            () -> reasons.add(words.taxCode(part)));
        }
        List<TaxShare> all = shares.values().stream()
                .filter(share -> share.goods().signum() != 0 || share.tax().signum() != 0)
                .toList();
        all.stream()
                .filter(share -> share.goods().signum() < 0 || share.tax().signum() < 0)
                .forEach(share -> reasons.add(words.negative("tax code " + share.taxCode(), share.goods())));
        return all;
    }

    private static TaxShare together(TaxShare one, TaxShare other) {
        return new TaxShare(
                one.taxCode(), one.goods().add(other.goods()), one.tax().add(other.tax()));
    }

    /** Vouchers went into the prices of the order, so they come off the sales, and what these cannot bear off the shipping. */
    private List<NominalShare> nominals(List<Part> parts, InForce inForce) {
        Map<Purpose, BigDecimal> values = new TreeMap<>();
        parts.forEach(part -> values.merge(purpose(part.kind()), part.net(), BigDecimal::add));
        BigDecimal sales = values.getOrDefault(Purpose.SALES, BigDecimal.ZERO);
        if (sales.signum() < 0) {
            values.merge(Purpose.SHIPPING, sales, BigDecimal::add);
            values.remove(Purpose.SALES);
        }
        Map<String, BigDecimal> shares = new TreeMap<>();
        values.forEach((purpose, value) -> {
            if (value.signum() != 0) {
                String nominal = inForce.nominal(sold.company(), purpose.word, made.currency())
                        .orTell(reasons::add);
                shares.merge(nominal == null ? "" : nominal, value, BigDecimal::add);
                if (value.signum() < 0 && purpose != Purpose.RETURN_COST) {
                    reasons.add(words.negative(purpose.word, value));
                }
            }
        });
        return shares.entrySet().stream()
                .filter(share -> share.getValue().signum() != 0)
                .map(share -> new NominalShare(share.getKey(), share.getValue()))
                .toList();
    }

    private Purpose purpose(Part.Kind kind) {
        return switch (kind) {
            case GOODS, VOUCHER -> Purpose.SALES;
            case SHIPPING, HANDLING -> Purpose.SHIPPING;
            case RETURN_COST -> rules.returnCost() == ReturnCost.OFF_SALES ? Purpose.SALES : Purpose.RETURN_COST;
        };
    }

    /** The purposes of nominals.csv that a return knows. */
    private enum Purpose {
        SALES("sales"),
        SHIPPING("shipping"),
        RETURN_COST("return-cost");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }
    }
}
