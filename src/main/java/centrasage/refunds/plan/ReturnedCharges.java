package centrasage.refunds.plan;

import centrasage.flow.Reason;
import centrasage.mapping.InForce;
import centrasage.refunds.RefundRules.ReturnCost;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is given or taken beside the goods of a return, as charges: shipping and handling with the charge of the order and never above it,
 * because vouchers are in its price, as in those of the goods; the return cost on the nominal where a credit note would have it.
 */
final class ReturnedCharges {
    private final NewSalesOrder sold;
    private final Site site;
    private final InForce mappings;
    private final TaxCodes codes;
    private final ReturnCost cost;
    private final CreditReasons words;

    ReturnedCharges(NewSalesOrder sold, Site site, InForce mappings, ReturnCost cost, CreditReasons words) {
        this.sold = sold;
        this.site = site;
        this.mappings = mappings;
        this.codes = new TaxCodes(sold, site, mappings);
        this.cost = cost;
        this.words = words;
    }

    List<Line> lines(List<Part> parts, Consumer<Reason> tell) {
        List<Line> lines = new ArrayList<>();
        for (Part part : parts) {
            if (part.kind().isCharge() || part.kind() == Part.Kind.RETURN_COST) {
                Integer taxCode = codes.of(part).orElse(null);
                if (taxCode == null) {
                    tell.accept(words.taxCode(part));
                } else {
                    charge(part, taxCode, tell).ifPresent(lines::add);
                }
            }
        }
        return lines;
    }

    private Optional<Line> charge(Part part, int taxCode, Consumer<Reason> tell) {
        BigDecimal value = site.pricesIncludeTax() ? part.gross() : part.net();
        if (part.kind() == Part.Kind.RETURN_COST) {
            String purpose = cost == ReturnCost.OFF_SALES ? "sales" : "return-cost";
            String nominal = mappings.nominal(
                            sold.company(), purpose, sold.total().currency().getCurrencyCode())
                    .orTell(tell);
            return nominal == null
                    ? Optional.empty()
                    : Optional.of(booked(null, "Return cost", value, taxCode, nominal));
        }
        Optional<Line> charged = charged(part, taxCode);
        if (charged.isEmpty()) {
            tell.accept(words.noCharge(part));
        }
        return charged.map(line -> booked(
                        line.code(),
                        line.description(),
                        value.min(line.unitPrice()),
                        taxCode,
                        line.nominal(),
                        line.fields()))
                .filter(line -> line.unitPrice().signum() != 0);
    }

    /** That of the order under this tax code; empty where several are there that nothing tells apart. */
    private Optional<Line> charged(Part part, int taxCode) {
        String handling = mappings.company(sold.company())
                .match(company -> Optional.ofNullable(company.handlingCharge()), missing -> Optional.<String>empty())
                .orElse("");
        List<Line> lines = sold.lines().stream()
                .filter(line -> line.type() == LineType.CHARGE && codes.isSale(line))
                .filter(line -> Objects.equals(line.taxCode(), taxCode))
                .filter(line -> handling.equals(line.code()) == (part.kind() == Part.Kind.HANDLING))
                .toList();
        return lines.stream().map(Line::code).distinct().count() == 1 ? Optional.of(lines.get(0)) : Optional.empty();
    }

    /** What no line of the order is like. */
    static Line booked(
            @Nullable String code,
            @Nullable String text,
            BigDecimal value,
            @Nullable Integer taxCode,
            @Nullable String nominal) {
        return booked(code, code == null ? text : null, value, taxCode, nominal, Map.of());
    }

    private static Line booked(
            @Nullable String code,
            @Nullable String text,
            BigDecimal value,
            @Nullable Integer taxCode,
            @Nullable String nominal,
            Map<String, String> fields) {
        return new Line(
                LineType.CHARGE, code, text, null, BigDecimal.ONE, BigDecimal.ZERO, value, taxCode, nominal, fields);
    }
}
