package centrasage.orders.document;

import static centrasage.flow.Owner.FINANCE;
import static centrasage.flow.Owner.OPERATIONS;

import centrasage.mapping.InForce;
import centrasage.money.VatRate;
import centrasage.orders.check.Complaints;
import centrasage.sage200.Site;
import org.jspecify.annotations.Nullable;

/** Whether Sage 200 has what the mappings name, and would take it; each method gives the code back, or null. */
final class SiteChecks {
    private final Site site;
    private final Complaints complaints;

    SiteChecks(Site site, Complaints complaints) {
        this.site = site;
        this.complaints = complaints;
    }

    void customer(String reference, String currency) {
        Site.Customer customer = site.customers().get(reference);
        if (customer == null) {
            complaints.add(
                    "NO_ACCOUNT_IN_SAGE",
                    FINANCE,
                    "Sage 200 has no customer account " + reference,
                    "Create the account, or correct accounts.csv");
            return;
        }
        if (customer.onHold()) {
            complaints.add(
                    "ACCOUNT_ON_HOLD",
                    FINANCE,
                    "The customer account " + reference + " is on hold in Sage 200",
                    "Take the account off hold");
        }
        if (!customer.currency().equals(currency)) {
            complaints.add(
                    "ACCOUNT_CURRENCY",
                    FINANCE,
                    "The order is in " + currency + " and the customer account " + reference + " in "
                            + customer.currency(),
                    "Map the order to an account in " + currency + " in accounts.csv");
        }
    }

    void warehouse(String name) {
        if (!site.warehouses().containsKey(name)) {
            complaints.add(
                    "NO_WAREHOUSE_IN_SAGE",
                    OPERATIONS,
                    "Sage 200 has no warehouse " + name,
                    "Create the warehouse, or correct warehouses.csv");
        }
    }

    /** By ISO code: the look-ups have Greece under GR, also where Sage keeps it under EL. */
    @Nullable
    String country(String code) {
        if (site.countries().containsKey(code)) {
            return code;
        }
        complaints.add(
                "NO_COUNTRY_IN_SAGE",
                FINANCE,
                "Sage 200 has no country code " + code,
                "Add the country code in Sage 200");
        return null;
    }

    @Nullable
    String product(String product, String sku) {
        String name = product.equals(sku) ? sku : product + " (SKU " + sku + ")";
        if (site.inactiveProducts().contains(product)) {
            complaints.add(
                    "INACTIVE_SKU",
                    OPERATIONS,
                    "The product " + name + " may not be sold in Sage 200",
                    "Make the product active in Sage 200");
            return null;
        }
        if (!site.products().containsKey(product)) {
            complaints.add(
                    "UNKNOWN_SKU",
                    OPERATIONS,
                    "Sage 200 has no product " + name,
                    "Create the product in Sage 200, or name another one in skus.csv");
            return null;
        }
        return product;
    }

    @Nullable
    String charge(String code) {
        if (site.charges().containsKey(code)) {
            return code;
        }
        complaints.add(
                "NO_CHARGE_IN_SAGE",
                FINANCE,
                "Sage 200 has no additional charge " + code,
                "Create the charge in Sage 200, or correct shipping.csv, companies.csv, skus.csv or nominals.csv");
        return null;
    }

    @Nullable
    Integer taxCode(int code, VatRate rate) {
        Site.TaxCode taxCode = site.taxCodes().get(code);
        if (taxCode == null) {
            complaints.add(
                    "NO_TAX_CODE_IN_SAGE",
                    FINANCE,
                    "Sage 200 has no tax code " + code,
                    "Create the tax code, or correct vat.csv or nominals.csv");
            return null;
        }
        if (taxCode.rate().compareTo(rate.percent()) != 0) {
            complaints.add(
                    "VAT_RATE_DIFFERS",
                    FINANCE,
                    "Centra charged " + rate + " and tax code " + code + " of Sage 200 is "
                            + taxCode.rate().toPlainString() + " %",
                    "Correct the rate in Sage 200, the row of vat.csv, or the tax rules in Centra");
            return null;
        }
        return code;
    }

    /** What is neither a sale nor a part of one: its charge must exist, and its tax code must bear no VAT. */
    void withoutVat(InForce.Booking booking, String purpose) {
        if (booking.charge() != null) {
            charge(booking.charge());
        }
        Integer code = booking.taxCode();
        if (code != null) {
            taxCode(code, VatRate.NONE);
            return;
        }
        complaints.add(
                "NOMINAL_TAX_CODE",
                FINANCE,
                "The row of nominals.csv for " + purpose + " names no tax code",
                "Name a tax code with a rate of 0 in nominals.csv, best one that is off the VAT return");
    }
}
