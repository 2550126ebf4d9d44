package centrasage.orders.document;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.mapping.AnalysisField;
import centrasage.mapping.InForce;
import centrasage.mapping.Sale;
import centrasage.mapping.VatCase;
import centrasage.orders.charged.Charges;
import centrasage.orders.check.Complaints;
import centrasage.orders.check.OrderRules;
import centrasage.sage200.Site;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the codes of an order in Sage 200: first in the mappings, then whether Sage has and accepts them. */
public final class Coding {
    private final Order order;
    private final InForce mappings;
    private final OrderRules rules;
    private final Complaints complaints;

    public Coding(Order order, InForce mappings, OrderRules rules, Complaints complaints) {
        this.order = order;
        this.mappings = mappings;
        this.rules = rules;
        this.complaints = complaints;
    }

    /** The Sage company and customer account that the order belongs to; null with a reason when none is mapped. */
    public InForce.@Nullable Account account() {
        Address to = order.shippingAddress();
        if (to == null || to.countryCode() == null || to.countryCode().isBlank()) {
            return null;
        }
        Order.Reseller reseller = order.reseller();
        Sale sale = new Sale(
                order.store(),
                order.market(),
                order.currency(),
                to.countryCode(),
                reseller == null ? "" : reseller.account());
        InForce.Account account = mappings.account(sale).orTell(complaints::add);
        return account == null
                ? null
                : new InForce.Account(
                        Objects.requireNonNullElse(account.company(), rules.defaultCompany()), account.customer());
    }

    /** Null when a code is missing: every reason has then been told. */
    @Nullable
    public CodedOrder code(String company, @Nullable String customer, Charges charges, Site read) {
        Address to = order.shippingAddress();
        SiteChecks site = new SiteChecks(read, complaints);
        if (to == null || to.countryCode() == null || to.countryCode().isBlank()) {
            return null;
        }
        if (customer != null) {
            site.customer(customer, order.currency());
        }
        InForce.Company policy = mappings.company(company).orTell(complaints::add);
        InForce.Warehouse warehouse = mappings.warehouse(company).orTell(complaints::add);
        if (warehouse != null) {
            site.warehouse(warehouse.name());
        }
        String country = site.country(to.countryCode());
        Analysis analysis = new Analysis(order, rules.zone(), mappings, complaints);
        var fields = analysis.of(company, AnalysisField.Document.ORDER, null);
        if (policy == null) {
            return null;
        }
        VatCase vatCase = VatCases.of(order, charges, to, company, policy.shipFrom());
        LineCoding coding = new LineCoding(order, vatCase, mappings, site, analysis, complaints);
        var lines = coding.lines(charges, policy.handlingCharge());
        CodedOrder.Credit credit = credit(company, charges, site);
        if (customer == null || warehouse == null || country == null || !complaints.none()) {
            return null;
        }
        return new CodedOrder(
                company, customer, warehouse.name(), country, policy.vatRounding(), fields, lines, credit);
    }

    /** What an old gift certificate paid is taken from what is owed for gift cards. */
    private CodedOrder.@Nullable Credit credit(String company, Charges charges, SiteChecks site) {
        if (charges.credit().signum() == 0) {
            return null;
        }
        InForce.Booking booking = mappings.giftCards(company, order.currency()).orTell(complaints::add);
        if (booking == null) {
            return null;
        }
        site.withoutVat(booking, "gift-card");
        return new CodedOrder.Credit(booking, charges.credit());
    }
}
