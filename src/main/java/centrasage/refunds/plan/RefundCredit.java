package centrasage.refunds.plan;

import centrasage.flow.OrderName;
import centrasage.flow.Reason;
import centrasage.mapping.InForce;
import centrasage.money.Money;
import centrasage.refunds.RefundRules.WithoutReturnVat;
import centrasage.refunds.plan.SoldParts.Sale;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocument.NominalShare;
import centrasage.sage200.ledger.SalesDocument.TaxShare;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The credit note of one refund without a return, in codes: what becomes of its VAT is a rule of the site. */
final class RefundCredit {
    /** Before Centra's id of the refund as its payment in Sage begins with it: no payment and no return begins so. */
    private static final String SECOND = "REFUND-";

    private static final int BASE = 36;

    private final NewSalesOrder sold;
    private final Site site;
    private final InForce mappings;
    private final RefundReasons words;
    private final List<Reason> reasons = new ArrayList<>();

    RefundCredit(NewSalesOrder sold, Site site, InForce mappings, RefundReasons words) {
        this.sold = sold;
        this.site = site;
        this.mappings = mappings;
        this.words = words;
    }

    /** What it lessens: a part of what was sold. */
    private record Share(Sale sale, BigDecimal gross) {}

    /** @param id of the refund in Centra */
    Credit.Made document(long order, long id, LocalDate date, Money value, WithoutReturnVat rule) {
        Split split = rule == WithoutReturnVat.NONE ? aside(value) : split(shares(value, rule), value);
        return reasons.isEmpty()
                ? new Credit.Made(
                        new SalesDocument(
                                EntryKind.CREDIT_NOTE,
                                sold.company(),
                                sold.customer(),
                                OrderName.of(order),
                                SECOND + Long.toString(id, BASE).toUpperCase(Locale.ROOT),
                                date,
                                value,
                                split.taxes(),
                                split.nominals()),
                        List.of())
                : new Credit.Made(null, List.copyOf(reasons));
    }

    private record Split(List<TaxShare> taxes, List<NominalShare> nominals) {}

    private Split aside(Money value) {
        InForce.Booking booking = mappings.goodwill(
                        sold.company(), value.currency().getCurrencyCode())
                .orTell(reasons::add);
        if (booking == null) {
            return new Split(List.of(), List.of());
        }
        String nominal = booking.nominal();
        Integer code = booking.taxCode();
        if (nominal == null || code == null) {
            reasons.add(words.booking());
            return new Split(List.of(), List.of());
        }
        Site.TaxCode taxCode = site.taxCodes().get(code);
        if (taxCode == null || taxCode.rate().signum() != 0) {
            reasons.add(words.bearsVat(code));
        }
        return new Split(
                List.of(new TaxShare(code, value.amount(), BigDecimal.ZERO)),
                List.of(new NominalShare(nominal, value.amount())));
    }

    /** Where it is for the shipping, that bears all it can, and the goods the rest. */
    private List<Share> shares(Money value, WithoutReturnVat rule) {
        List<Sale> all = new SoldParts(sold, site, mappings).all();
        List<Sale> charges = all.stream().filter(Sale::isCharge).toList();
        List<Sale> goods = all.stream().filter(sale -> !sale.isCharge()).toList();
        if (rule != WithoutReturnVat.SHIPPING || charges.isEmpty() || goods.isEmpty()) {
            return shares(value.amount(), all, value);
        }
        BigDecimal ofCharges =
                sum(charges).setScale(decimals(value), RoundingMode.HALF_UP).min(value.amount());
        List<Share> shares = new ArrayList<>(shares(ofCharges, charges, value));
        shares.addAll(shares(value.amount().subtract(ofCharges), goods, value));
        return shares;
    }

    private List<Share> shares(BigDecimal amount, List<Sale> sales, Money value) {
        if (sales.isEmpty()) {
            reasons.add(words.nothingSold());
            return List.of();
        }
        List<BigDecimal> split = new Proportion(decimals(value))
                .of(amount, sales.stream().map(Sale::gross).toList());
        List<Share> shares = new ArrayList<>();
        for (int place = 0; place < sales.size(); place++) {
            if (split.get(place).signum() != 0) {
                shares.add(new Share(sales.get(place), split.get(place)));
            }
        }
        return shares;
    }

    /** The VAT of each tax code is that inside all that stands under it. */
    private Split split(List<Share> shares, Money value) {
        Map<Integer, List<Share>> byCode = new TreeMap<>();
        shares.forEach(share -> byCode.computeIfAbsent(share.sale().taxCode(), code -> new ArrayList<>())
                .add(share));
        List<TaxShare> taxes = new ArrayList<>();
        Map<String, BigDecimal> nominals = new TreeMap<>();
        byCode.forEach((code, of) -> {
            List<BigDecimal> weights = of.stream().map(Share::gross).toList();
            BigDecimal gross = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal tax = of.get(0).sale().rate().inside(gross).setScale(decimals(value), RoundingMode.HALF_UP);
            taxes.add(new TaxShare(code, gross.subtract(tax), tax));
            List<BigDecimal> goods = new Proportion(decimals(value)).of(gross.subtract(tax), weights);
            for (int place = 0; place < of.size(); place++) {
                nominals.merge(nominal(of.get(place).sale(), value), goods.get(place), BigDecimal::add);
            }
        });
        return new Split(
                taxes,
                nominals.entrySet().stream()
                        .filter(share -> share.getValue().signum() != 0)
                        .map(share -> new NominalShare(share.getKey(), share.getValue()))
                        .toList());
    }

    private String nominal(Sale sale, Money value) {
        String nominal = mappings.nominal(
                        sold.company(),
                        sale.isCharge() ? "shipping" : "sales",
                        value.currency().getCurrencyCode())
                .orTell(this::once);
        return nominal == null ? "" : nominal;
    }

    private void once(Reason reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    private static BigDecimal sum(List<Sale> sales) {
        return sales.stream().map(Sale::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int decimals(Money value) {
        return value.currency().getDefaultFractionDigits();
    }
}
