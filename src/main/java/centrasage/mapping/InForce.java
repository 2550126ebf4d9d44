package centrasage.mapping;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The mappings of one day. Every answer is a value or the reason why there is none. */
public final class InForce {
    private static final String CENTRA_WAREHOUSE = "centra_warehouse";

    private final Mappings mappings;
    private final LocalDate day;

    InForce(Mappings mappings, LocalDate day) {
        this.mappings = mappings;
        this.day = day;
    }

    /**
     * How a Sage company works.
     *
     * @param handlingCharge code of the additional charge that carries handling; null when none is mapped
     */
    public record Company(
            VatRounding vatRounding,
            String shipFrom,
            @Nullable String handlingCharge) {}

    /**
     * What a SKU is in Sage.
     *
     * @param isCharge an additional charge, as gift wrapping may be, and not a product
     */
    public record Item(String code, boolean isCharge) {}

    /**
     * @param company null is the company of {@code sage200.company}
     * @param customer the reference of the customer account
     */
    public record Account(@Nullable String company, String customer) {}

    /** @param dispatchedBySage whether Sage's despatch leads; else Centra's shipment does */
    public record Warehouse(String name, boolean dispatchedBySage, boolean stock, int buffer) {}

    public record Gateway(String paymentMethod, String clearingBank) {}

    /**
     * Where an amount is booked that is neither goods nor shipping: a row of {@code nominals.csv}.
     *
     * @param charge code of the additional charge that carries it; null is a charge with a text of its own
     * @param nominal {@code 4900} or {@code 4900/WEB/UK}; null is the charge's own
     */
    public record Booking(
            @Nullable String charge,
            @Nullable String nominal,
            @Nullable Integer taxCode) {}

    public Mapped<Company> company(String company) {
        return find(Sheet.COMPANIES, Map.of("company", company))
                .map(row -> new Company(
                        VatRounding.of(row.get("vat_rounding")),
                        row.get("ship_from"),
                        orNull(row.get("handling_charge"))));
    }

    /** A reseller has a row that names it, never one for anybody: its debts are its own. */
    public Mapped<Account> account(Sale sale) {
        return find(Sheet.ACCOUNTS, sale.criteria()).match(row -> account(sale, row), Mapped.Missing::new);
    }

    private static Mapped<Account> account(Sale sale, Row row) {
        return sale.account().isEmpty() || !row.get("account").isEmpty()
                ? new Mapped.Found<>(new Account(orNull(row.get("company")), row.get("customer")))
                : new Mapped.Missing<>(new Reason(
                        "RESELLER_NOT_MAPPED",
                        Owner.FINANCE,
                        "No customer account is mapped for the reseller " + sale.account() + " (accounts.csv)",
                        "Add a row to accounts.csv with account " + sale.account()));
    }

    /** The number of the Sage tax code. */
    public Mapped<Integer> taxCode(VatCase vatCase) {
        return find(Sheet.VAT, vatCase.criteria()).map(row -> Integer.valueOf(row.get("tax_code")));
    }

    /** What a SKU is in Sage: the product of the same code, unless {@code skus.csv} says otherwise. */
    public Mapped<Item> item(String company, String sku) {
        Map<String, String> wanted = Map.of("company", company, "sku", sku);
        boolean listed = !mappings.rows(Sheet.SKUS).fitting(wanted, day).isEmpty();
        return listed
                ? find(Sheet.SKUS, wanted)
                        .map(row -> new Item(row.get("product"), row.get("as").equals("charge")))
                : new Mapped.Found<>(new Item(sku, false));
    }

    /**
     * The warehouse of orders of which Centra does not say where they leave from: the row for any warehouse of Centra's,
     * or the only one there is.
     */
    public Mapped<Warehouse> warehouse(String company) {
        Map<String, String> anywhere = criteria(company, "");
        boolean general =
                !mappings.rows(Sheet.WAREHOUSES).fitting(anywhere, day).isEmpty();
        return find(Sheet.WAREHOUSES, general ? anywhere : Map.of("company", company))
                .map(InForce::warehouse);
    }

    public Mapped<Warehouse> warehouse(String company, String centraWarehouse) {
        return find(Sheet.WAREHOUSES, criteria(company, centraWarehouse)).map(InForce::warehouse);
    }

    /**
     * Whether a warehouse despatches in Sage 200, by Sage's name of it; rows that name it and say otherwise are a reason, and what no
     * row names does not.
     */
    public Mapped<Boolean> isDispatchedBySage(String company, String sageWarehouse) {
        List<Row> rows = warehouses(company).stream()
                .filter(row -> row.get("sage_warehouse").equalsIgnoreCase(sageWarehouse))
                .toList();
        Set<Boolean> answers =
                rows.stream().map(row -> warehouse(row).dispatchedBySage()).collect(Collectors.toSet());
        return answers.size() <= 1
                ? new Mapped.Found<>(answers.contains(true))
                : new Mapped.Missing<>(new Reason(
                        "MAPPING_AMBIGUOUS",
                        Owner.OPERATIONS,
                        "The Sage 200 warehouse " + sageWarehouse
                                + " stands in warehouses.csv as one that despatches in Sage 200 and as one that does not",
                        "Give all its rows the same dispatch_owner"));
    }

    /** Whether any warehouse of a company despatches in Sage 200. */
    public boolean despatchesInSage(String company) {
        return warehouses(company).stream().anyMatch(row -> warehouse(row).dispatchedBySage());
    }

    private List<Row> warehouses(String company) {
        return mappings.rows(Sheet.WAREHOUSES).all().stream()
                .filter(row -> row.holdsOn(day))
                .filter(row ->
                        row.get("company").isEmpty() || row.get("company").equals(company))
                .toList();
    }

    /**
     * A warehouse of Sage's whose stock Centra sells.
     *
     * @param centraWarehouse empty for any that no other row names
     * @param buffer units of each SKU that are not sold there
     */
    public record Shelf(String centraWarehouse, String sageWarehouse, int buffer) {}

    /** The warehouses of a company whose stock is published ({@code stock = yes}). */
    public List<Shelf> shelves(String company) {
        return warehouses(company).stream()
                .filter(row -> warehouse(row).stock())
                .map(row -> new Shelf(
                        row.get(CENTRA_WAREHOUSE),
                        row.get("sage_warehouse"),
                        warehouse(row).buffer()))
                .toList();
    }

    /**
     * What is kept back of one SKU, of a product group or of everything.
     *
     * @param sku empty where it is for no single one
     * @param productGroup its code in Sage 200; empty where it is for none
     * @param kind {@code units}, {@code percent} of what is free, or {@code velocity}
     * @param value units, percent, or the factor of what sells until Centra knows of a change
     * @param min units at least; null for none
     * @param max units at most; null for no limit
     */
    public record Buffer(
            String sku,
            String productGroup,
            String kind,
            BigDecimal value,
            @Nullable Integer min,
            @Nullable Integer max) {}

    /**
     * The rows of {@code buffers.csv} for a warehouse of Centra's. Of two for the same, the first counts: one that names the warehouse
     * comes before one for any, and then one that names the company.
     */
    public List<Buffer> buffers(String company, String centraWarehouse) {
        return mappings.rows(Sheet.BUFFERS).fitting(criteria(company, centraWarehouse), day).stream()
                .sorted(Comparator.comparing(
                                (Row row) -> row.get(CENTRA_WAREHOUSE).isEmpty())
                        .thenComparing(row -> row.get("company").isEmpty()))
                .map(row -> new Buffer(
                        row.get("sku"),
                        row.get("product_group"),
                        row.get("kind"),
                        new BigDecimal(row.get("value")),
                        number(row.get("min")),
                        number(row.get("max"))))
                .toList();
    }

    private static Map<String, String> criteria(String company, String centraWarehouse) {
        return Map.of("company", company, CENTRA_WAREHOUSE, centraWarehouse);
    }

    /** Whether a row is for this warehouse of Centra's alone. */
    public boolean isNamed(String company, String centraWarehouse) {
        return warehouses(company).stream()
                .anyMatch(row -> row.get(CENTRA_WAREHOUSE).equalsIgnoreCase(centraWarehouse));
    }

    /** What SKUs of Centra's are in Sage, as far as {@code skus.csv} says it: products by SKU, without what is a charge there. */
    public Map<String, String> products(String company) {
        Map<String, String> products = new HashMap<>();
        for (String of : List.of("", company)) { // a row of the company's own goes before one for all
            mappings.rows(Sheet.SKUS).all().stream()
                    .filter(row -> row.holdsOn(day) && row.get("company").equals(of))
                    .forEach(row ->
                            products.put(row.get("sku"), row.get("as").equals("charge") ? "" : row.get("product")));
        }
        products.values().removeIf(String::isEmpty);
        return products;
    }

    /** Whether Sage 200 owns a field of the item record, by its name in {@code fields.csv}; what no row names is Centra's. */
    public boolean isOwnedBySage(String company, String field) {
        Map<String, String> wanted = Map.of("company", company, "field", field);
        return find(Sheet.FIELDS, wanted) instanceof Mapped.Found<Row> found
                && found.value().get("owner").equals("sage");
    }

    /**
     * A price list of Centra's whose prices are those of a price band.
     *
     * @param pricelist its name or id in Centra
     * @param includesTax whether its prices hold VAT
     */
    public record Pricelist(String pricelist, String priceBand, boolean includesTax) {}

    /** Those of {@code pricelists.csv}. */
    public List<Pricelist> pricelists(String company) {
        return mappings.rows(Sheet.PRICELISTS).all().stream()
                .filter(row -> row.holdsOn(day))
                .filter(row ->
                        row.get("company").isEmpty() || row.get("company").equals(company))
                .map(row -> new Pricelist(
                        row.get("pricelist"),
                        row.get("price_band"),
                        row.get("tax").equals("included")))
                .toList();
    }

    /** A carrier as Centra calls it. */
    public record Carrier(String name, String service) {}

    /** Who carries a parcel, by Sage's name: the one row of {@code carriers.csv} that answers so, else the name itself. */
    public Carrier carrier(String company, String courier) {
        List<Carrier> named = mappings.rows(Sheet.CARRIERS).all().stream()
                .filter(row -> row.holdsOn(day))
                .filter(row ->
                        row.get("company").isEmpty() || row.get("company").equals(company))
                .filter(row -> row.get("courier").equalsIgnoreCase(courier))
                .filter(row -> !row.get("carrier").isEmpty())
                .map(row -> new Carrier(row.get("carrier"), row.get("service")))
                .distinct()
                .toList();
        return named.size() == 1 ? named.get(0) : new Carrier(courier, "");
    }

    /** Sage's name of who carries a parcel: the carrier's own, unless {@code carriers.csv} says otherwise; may be empty. */
    public Mapped<String> courier(String company, String carrier, String service) {
        Map<String, String> wanted = Map.of("company", company, "carrier", carrier, "service", service);
        boolean listed = !mappings.rows(Sheet.CARRIERS).fitting(wanted, day).isEmpty();
        return listed ? find(Sheet.CARRIERS, wanted).map(row -> row.get("courier")) : new Mapped.Found<>(carrier);
    }

    /** The code of the additional charge that carries shipping. */
    public Mapped<String> charge(String company, String shippingOption) {
        return find(Sheet.SHIPPING, Map.of("company", company, "shipping_option", shippingOption))
                .map(row -> row.get("charge"));
    }

    public Mapped<Gateway> gateway(String company, String gateway, String currency) {
        return find(Sheet.GATEWAYS, Map.of("company", company, "gateway", gateway, "currency", currency))
                .map(row -> new Gateway(row.get("payment_method"), row.get("clearing_bank")));
    }

    /**
     * Where the money of a merchant account stands until it is paid out, and where it is paid to.
     *
     * @param clearingBank the code of the cash-book bank of its currency
     * @param bank the code of the cash-book bank of the account that payouts reach
     * @param supplier the account of the provider itself, off which it is paid what it takes for its invoices; empty where it has none
     */
    public record Settlement(String clearingBank, String bank, String supplier) {}

    /** The banks of a merchant account of a payment provider, in one currency. */
    public Mapped<Settlement> settlement(String company, String psp, String account, String currency) {
        return find(
                        Sheet.SETTLEMENT,
                        Map.of("company", company, "psp", psp, "merchant_account", account, "currency", currency))
                .map(row -> new Settlement(row.get("clearing_bank"), row.get("bank"), row.get("supplier")));
    }

    /**
     * The companies of which some row of {@code settlement.csv} fits this merchant account.
     *
     * @param company what a row for any company means
     */
    public Set<String> settlementCompanies(String company, String psp, String account, String currency) {
        Map<String, String> wanted = Map.of("psp", psp, "merchant_account", account, "currency", currency);
        return mappings.rows(Sheet.SETTLEMENT).fitting(wanted, day).stream()
                .map(row -> row.get("company").isEmpty() ? company : row.get("company"))
                .collect(Collectors.toSet());
    }

    /**
     * What a provider may keep of payments by its contract.
     *
     * @param kind of the fee, as {@code commission}; {@code all} are all fees together but for VAT and those of chargebacks
     * @param percent of what shoppers paid, in the currency of the payout
     * @param each for each payment, in that currency
     * @param isReturned whether the part of a payment that is refunded is given back
     * @param tolerance in percent of what it comes to
     */
    public record FeeTerms(
            String kind, BigDecimal percent, BigDecimal each, boolean isReturned, BigDecimal tolerance) {}

    /** The contract on each kind of fee that {@code fees.csv} knows of this merchant account; often none. */
    public List<Mapped<FeeTerms>> feeTerms(String company, String psp, String account, String currency) {
        Map<String, String> wanted =
                Map.of("company", company, "psp", psp, "merchant_account", account, "currency", currency);
        return mappings.rows(Sheet.FEES).fitting(wanted, day).stream()
                .map(row -> row.get("kind"))
                .distinct()
                .map(kind -> {
                    Map<String, String> ofKind = new HashMap<>(wanted);
                    ofKind.put("kind", kind);
                    return find(Sheet.FEES, ofKind).map(row -> feeTerms(kind, row));
                })
                .toList();
    }

    private static FeeTerms feeTerms(String kind, Row row) {
        return new FeeTerms(
                kind,
                decimal(row.get("percent")),
                decimal(row.get("each")),
                row.get("of_refunds").equals("returned"),
                decimal(row.get("tolerance")));
    }

    private static BigDecimal decimal(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    /**
     * Where a payment provider's charge is booked.
     *
     * @param purpose such as {@code fee} or {@code chargeback}
     * @param psp whose rows say {@code adyen/commission} or {@code adyen}: the narrower one counts, and one without a detail after both
     * @param kind of the fee, such as {@code commission}; empty where the purpose has no kinds
     */
    public Mapped<Booking> charge(String company, String purpose, String psp, String kind, String currency) {
        Map<String, String> wanted = new HashMap<>(
                Map.of("company", company, "purpose", purpose, "detail", psp + "/" + kind, "currency", currency));
        boolean hasOwn = !kind.isEmpty()
                && mappings.rows(Sheet.NOMINALS).fitting(wanted, day).stream()
                        .anyMatch(row -> !row.get("detail").isEmpty());
        if (!hasOwn) {
            wanted.put("detail", psp);
        }
        return find(Sheet.NOMINALS, wanted)
                .map(row -> new Booking(orNull(row.get("detail")), nominal(row), number(row.get("tax_code"))));
    }

    /** Where the pennies go that no price can carry; the row's detail names the charge. */
    public Mapped<Booking> rounding(String company, String currency) {
        return booking(company, "rounding", currency);
    }

    /** What is owed for gift cards, sold or spent; the row's detail names the charge. */
    public Mapped<Booking> giftCards(String company, String currency) {
        return booking(company, "gift-card", currency);
    }

    /** What is given back without a return, where that lessens no sale: {@code refunds.without-return-vat} = {@code none}. */
    public Mapped<Booking> goodwill(String company, String currency) {
        return booking(company, "goodwill", currency);
    }

    private Mapped<Booking> booking(String company, String purpose, String currency) {
        return find(Sheet.NOMINALS, Map.of("company", company, "purpose", purpose, "currency", currency))
                .map(row -> new Booking(orNull(row.get("detail")), nominal(row), number(row.get("tax_code"))));
    }

    /**
     * The nominal account of what is posted to the ledger itself, or stands in a journal, as {@code 4000} or {@code 4000/WEB/UK}.
     *
     * @param purpose {@code sales}, {@code shipping}, {@code return-cost} or {@code suspense}
     */
    public Mapped<String> nominal(String company, String purpose, String currency) {
        Map<String, String> wanted = Map.of("company", company, "purpose", purpose, "detail", "", "currency", currency);
        return find(Sheet.NOMINALS, wanted).match(row -> nominal(row, purpose), Mapped.Missing::new);
    }

    private static Mapped<String> nominal(Row row, String purpose) {
        String nominal = nominal(row);
        return nominal != null && !row.get("nominal").isEmpty()
                ? new Mapped.Found<>(nominal)
                : new Mapped.Missing<>(new Reason(
                        "NOMINAL_NOT_MAPPED",
                        Owner.FINANCE,
                        "Line " + row.line() + " of nominals.csv, for the purpose " + purpose
                                + ", names no nominal account",
                        "Name the nominal account in this row"));
    }

    /** The analysis codes and spare fields of a document of this company, or the reason why they cannot be told. */
    public List<Mapped<AnalysisField>> analysis(String company, AnalysisField.Document document) {
        Map<String, String> wanted = Map.of("company", company, "document", document.word());
        return mappings.rows(Sheet.ANALYSIS).fitting(wanted, day).stream()
                .map(row -> row.get("field"))
                .distinct()
                .map(field -> find(
                                Sheet.ANALYSIS, Map.of("company", company, "document", document.word(), "field", field))
                        .map(AnalysisField::of))
                .toList();
    }

    private Mapped<Row> find(Sheet sheet, Map<String, String> wanted) {
        return mappings.rows(sheet).find(wanted, day);
    }

    private static Warehouse warehouse(Row row) {
        Integer buffer = number(row.get("buffer"));
        return new Warehouse(
                row.get("sage_warehouse"),
                row.get("dispatch_owner").equals("sage"),
                row.get("stock").equals("yes"),
                buffer == null ? 0 : buffer);
    }

    private static @Nullable String nominal(Row row) {
        if (row.get("nominal").isEmpty()) {
            return null;
        }
        String centre = row.get("cost_centre");
        String department = row.get("department");
        boolean plain = centre.isEmpty() && department.isEmpty();
        return orNull(plain ? row.get("nominal") : row.get("nominal") + "/" + centre + "/" + department);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Integer number(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
