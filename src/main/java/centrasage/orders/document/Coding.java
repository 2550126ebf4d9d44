package centrasage.orders.document;

import static centrasage.flow.Owner.FINANCE;
import static centrasage.flow.Owner.OPERATIONS;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.mapping.InForce;
import centrasage.mapping.Sale;
import centrasage.mapping.VatCase;
import centrasage.mapping.VatCase.AppliesTo;
import centrasage.money.VatRate;
import centrasage.orders.check.AmountChecks;
import centrasage.orders.check.ByHand;
import centrasage.orders.check.Complaints;
import centrasage.orders.check.OrderChecks;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the codes of an order in Sage 200: first in the mappings, then whether Sage has and accepts them. */
public final class Coding {
    private final Order order;
    private final InForce mappings;
    private final SiteChecks site;
    private final Complaints complaints;

    public Coding(Order order, InForce mappings, Site site, Complaints complaints) {
        this.order = order;
        this.mappings = mappings;
        this.site = new SiteChecks(site, complaints);
        this.complaints = complaints;
    }

    /** Null when a code is missing: every reason has then been told. */
    @Nullable
    public CodedOrder code(String defaultCompany) {
        Address to = order.shippingAddress();
        if (to == null || to.countryCode() == null || to.countryCode().isBlank()) {
            return null;
        }
        String country = to.countryCode();
        Sale sale = new Sale(order.store(), order.market(), order.currency(), country);
        InForce.Account account = mappings.account(sale).orTell(complaints::add);
        String company = account == null || account.company() == null ? defaultCompany : account.company();
        if (!site.isOf(company)) {
            return null;
        }
        if (account != null) {
            site.customer(account.customer(), order.currency());
        }
        mandatoryFields(company);
        return lines(company, to, account == null ? null : account.customer());
    }

    private @Nullable CodedOrder lines(String company, Address to, @Nullable String customer) {
        InForce.Company policy = mappings.company(company).orTell(complaints::add);
        InForce.Warehouse warehouse = mappings.warehouse(company).orTell(complaints::add);
        if (warehouse != null) {
            site.warehouse(warehouse.name());
        }
        String country = site.country(Objects.requireNonNullElse(to.countryCode(), ""));
        if (policy == null) {
            return null;
        }
        VatCase vatCase = VatCases.of(order, to, company, policy.shipFrom());
        List<CodedOrder.Line> goods = goods(vatCase);
        CodedOrder.Line shipping = order.totals().shipping().signum() == 0 ? null : shipping(vatCase);
        if (customer == null || warehouse == null || country == null || !complaints.none()) {
            return null;
        }
        return new CodedOrder(company, customer, warehouse.name(), country, policy.vatRounding(), goods, shipping);
    }

    private void mandatoryFields(String company) {
        mappings.mandatoryFields(company)
                .forEach(field -> complaints.add(
                        "MANDATORY_FIELD",
                        FINANCE,
                        "The company insists on " + field + ", and this version cannot fill it (analysis.csv)",
                        "Make the field optional in Sage 200 and in analysis.csv" + ByHand.OR_ENTER));
    }

    private List<CodedOrder.Line> goods(VatCase vatCase) {
        List<CodedOrder.Line> goods = new ArrayList<>();
        for (OrderLine line : OrderChecks.liveLines(order)) {
            if (!OrderChecks.isGoods(line)) {
                continue;
            }
            String product = product(vatCase.company(), line.sku());
            VatRate rate = rate(line.taxPercent());
            Integer taxCode = rate == null ? null : taxCode(vatCase.with(AppliesTo.GOODS, rate));
            if (product != null && rate != null && taxCode != null) {
                BigDecimal vat = line.gross().subtract(line.net());
                goods.add(new CodedOrder.Line(
                        product, line.quantity(), line.gross(), vat, taxCode, rate, line.comment()));
            }
        }
        return goods;
    }

    private CodedOrder.@Nullable Line shipping(VatCase vatCase) {
        String charge = charge(vatCase.company());
        ShippingVat vat = ShippingVat.of(order, complaints);
        Integer taxCode = vat == null ? null : taxCode(vatCase.with(AppliesTo.SHIPPING, vat.rate()));
        if (charge == null || vat == null || taxCode == null) {
            return null;
        }
        return new CodedOrder.Line(charge, 1, order.totals().shipping(), vat.amount(), taxCode, vat.rate(), null);
    }

    private @Nullable String product(String company, @Nullable String sku) {
        if (sku == null || sku.isBlank()) {
            return null;
        }
        String product = mappings.product(company, sku).orTell(complaints::add);
        return product == null ? null : site.product(product, sku);
    }

    private @Nullable String charge(String company) {
        String option = order.shippingOption();
        if (option == null || option.isBlank()) {
            complaints.add(
                    "NO_SHIPPING_OPTION",
                    OPERATIONS,
                    "The order charges for shipping and names no shipping option",
                    "Choose a shipping option for the order in Centra");
            return null;
        }
        String charge = mappings.charge(company, option).orTell(complaints::add);
        return charge == null ? null : site.charge(charge);
    }

    private @Nullable Integer taxCode(VatCase vatCase) {
        Integer code = mappings.taxCode(vatCase).orTell(complaints::add);
        return code == null ? null : site.taxCode(code, vatCase.rate());
    }

    /** Null for a rate that {@link AmountChecks} complains about. */
    private static @Nullable VatRate rate(BigDecimal percent) {
        return AmountChecks.isRate(percent) ? new VatRate(percent) : null;
    }
}
