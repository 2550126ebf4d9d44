package centrasage.orders.document;

import static centrasage.flow.Owner.FINANCE;

import centrasage.flow.Reason;
import centrasage.mapping.VatRounding;
import centrasage.money.Money;
import centrasage.orders.check.AmountChecks;
import centrasage.orders.check.ByHand;
import centrasage.orders.check.Tolerance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Chooses unit prices with which Sage 200, which computes VAT itself and lets nobody override it, arrives at Centra's
 * totals. The VAT of each tax code comes first: a price is moved by a penny or two where Sage would round it differently.
 * What these moves come to is the rounding line: it has no VAT, so the gross total is Centra's to the penny.
 *
 * <p>9.99 at 20 % with VAT of 1.67: Sage would make 8.32 + 1.66. So 8.33 + 1.67 - 0.01.
 */
final class TotalsFit {
    static final int PRICE_DECIMALS = 5;
    private static final long UNREACHABLE = Long.MAX_VALUE;
    private static final String CHECK =
            "Check the VAT that Centra charged and how companies.csv says that Sage rounds. If finance"
                    + " accepts such a rounding, raise orders.tolerance or orders.tolerance-per-order, whichever is named";

    private final boolean pricesIncludeVat;
    private final VatRounding rounding;
    private final Currency currency;
    private final Tolerance tolerance;

    TotalsFit(boolean pricesIncludeVat, VatRounding rounding, Currency currency, Tolerance tolerance) {
        this.pricesIncludeVat = pricesIncludeVat;
        this.rounding = rounding;
        this.currency = currency;
        this.tolerance = tolerance;
    }

    Fit fit(List<CodedOrder.Line> lines) {
        long[] bases = new long[lines.size()];
        long left = 0;
        long vat = 0;
        int inexact = 0;
        for (Map.Entry<Integer, List<Integer>> code : byTaxCode(lines).entrySet()) {
            List<CodedOrder.Line> group =
                    code.getValue().stream().map(lines::get).toList();
            Code fitted = fitCode(group);
            if (!fitted.isWithin(tolerance(group))) {
                return new Fit.Unfit(unreachable(code.getKey(), group, fitted));
            }
            IntStream.range(0, group.size())
                    .forEach(i -> bases[code.getValue().get(i)] =
                            fitted.bases().bases().get(i));
            left += fitted.left();
            vat += fitted.bases().vat();
            inexact += fitted.exact() ? 0 : 1;
        }
        return Math.abs(left) > minor(tolerance.of(lines.size()))
                ? new Fit.Unfit(tooMuch(lines.size(), left))
                : priced(lines, bases, left, vat, inexact);
    }

    /** What was found for one tax code, and what it leaves for the rounding line. */
    private record Code(VatGroup.Bases bases, long left, boolean exact) {
        boolean isWithin(long tolerance) {
            return Math.abs(left) <= tolerance;
        }
    }

    private static Map<Integer, List<Integer>> byTaxCode(List<CodedOrder.Line> lines) {
        Map<Integer, List<Integer>> byCode = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            byCode.computeIfAbsent(lines.get(i).taxCode(), code -> new ArrayList<>())
                    .add(i);
        }
        return byCode;
    }

    /** The exact VAT; where that moves prices beyond the tolerance, a penny of VAT nearer to what Sage makes of them. */
    private Code fitCode(List<CodedOrder.Line> group) {
        VatRule rule = VatRule.of(group.get(0).rate(), pricesIncludeVat);
        List<Long> targets = group.stream().map(this::target).toList();
        VatGroup vatGroup = new VatGroup(rule, rounding, targets);
        long wanted = group.stream().mapToLong(line -> minor(line.vat())).sum();
        long gross = group.stream().mapToLong(line -> minor(line.gross())).sum();
        Code exact = code(vatGroup, wanted, gross, true);
        if (exact.isWithin(tolerance(group)) || rule.rate() == 0) {
            return exact;
        }
        long penny = Long.signum(wanted - vatGroup.naturalVat());
        Code nearly = code(vatGroup, wanted - penny, gross, false);
        return nearly.isWithin(tolerance(group)) ? nearly : exact;
    }

    private long tolerance(List<CodedOrder.Line> group) {
        return minor(tolerance.of(group.size()));
    }

    private Code code(VatGroup group, long vat, long gross, boolean exact) {
        VatGroup.Bases bases = group.withVat(vat);
        if (bases == null) {
            return new Code(new VatGroup.Bases(List.of(), vat), UNREACHABLE, exact);
        }
        long sage = bases.sum() + (pricesIncludeVat ? 0 : vat);
        return new Code(bases, gross - sage, exact);
    }

    private long target(CodedOrder.Line line) {
        return minor(pricesIncludeVat ? line.gross() : line.gross().subtract(line.vat()));
    }

    private Fit priced(List<CodedOrder.Line> lines, long[] bases, long left, long vat, int inexact) {
        List<BigDecimal> prices = new ArrayList<>();
        for (int i = 0; i < bases.length; i++) {
            BigDecimal base = BigDecimal.valueOf(bases[i], AmountChecks.DECIMALS);
            BigDecimal quantity = BigDecimal.valueOf(lines.get(i).quantity());
            BigDecimal price = base.divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_UP);
            if (price.multiply(quantity).subtract(base).abs().compareTo(new BigDecimal("0.005")) >= 0) {
                return new Fit.Unfit(notPriceable(lines.get(i)));
            }
            prices.add(price);
        }
        return new Fit.Fitted(prices, money(left), money(vat), inexact);
    }

    private Reason unreachable(int taxCode, List<CodedOrder.Line> group, Code code) {
        long wanted = group.stream().mapToLong(line -> minor(line.vat())).sum();
        String cost = code.left() == UNREACHABLE
                ? "no prices give it"
                : "it would take a rounding of " + money(Math.abs(code.left())) + ", and " + money(tolerance(group))
                        + " is allowed (" + tolerance.words(group.size()) + ")";
        return new Reason(
                "VAT_NOT_REACHABLE",
                FINANCE,
                "Sage 200 cannot arrive at the VAT of " + money(wanted) + " for tax code " + taxCode + ": " + cost,
                CHECK);
    }

    /** Each tax code keeps to what it may take, and together they do not. */
    private Reason tooMuch(int lines, long left) {
        return new Reason(
                "VAT_NOT_REACHABLE",
                FINANCE,
                "Sage 200 arrives at the VAT of all tax codes only with a rounding of " + money(Math.abs(left))
                        + " on the order, and " + money(minor(tolerance.of(lines))) + " is allowed ("
                        + tolerance.words(lines) + ")",
                CHECK);
    }

    private static Reason notPriceable(CodedOrder.Line line) {
        return new Reason(
                "PRICE_NOT_EXACT",
                FINANCE,
                "No price of five decimals times " + line.quantity() + " gives the value of " + line.code()
                        + " to the penny",
                ByHand.ENTER);
    }

    private Money money(long minor) {
        return new Money(BigDecimal.valueOf(minor, AmountChecks.DECIMALS), currency);
    }

    private static long minor(BigDecimal amount) {
        return amount.movePointRight(AmountChecks.DECIMALS).longValueExact();
    }
}
