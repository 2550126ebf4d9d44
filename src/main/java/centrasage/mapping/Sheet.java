package centrasage.mapping;

import centrasage.flow.Owner;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The mapping files: their names, their columns, and who answers for them. */
enum Sheet {
    COMPANIES(
            Owner.FINANCE,
            "COMPANY_NOT_MAPPED",
            "way of rounding VAT",
            Column.company().required(),
            Column.value("vat_rounding").required().oneOf("per-line", "per-tax-code"),
            Column.value("ship_from").required().country(),
            Column.value("handling_charge").atMost(20).optional()),
    ACCOUNTS(
            Owner.FINANCE,
            "ACCOUNT_NOT_MAPPED",
            "customer account",
            Column.equal("store"),
            Column.equal("market"),
            Column.currency(),
            Column.equal("country").country(),
            Column.value("company").companyNumber(),
            Column.value("customer").required().atMost(8),
            Column.equal("account").optional()),
    VAT(
            Owner.FINANCE,
            "VAT_NOT_MAPPED",
            "tax code",
            Column.company(),
            Column.equal("ship_from").country(),
            Column.equal("country").country(),
            Column.equal("region"),
            Column.equal("customer_kind").oneOf("consumer", "business"),
            Column.upTo("value_to"),
            Column.equal("rate").rate(),
            Column.equal("applies_to").oneOf("goods", "shipping", "handling", "gift-card"),
            Column.taxCode().required()),
    SKUS(
            Owner.OPERATIONS,
            "SKU_NOT_MAPPED",
            "product of Sage 200",
            Column.company(),
            Column.exact("sku"),
            Column.value("product").required().atMost(30),
            Column.value("as").oneOf("product", "charge").optional()),
    WAREHOUSES(
            Owner.OPERATIONS,
            "WAREHOUSE_NOT_MAPPED",
            "warehouse",
            Column.company(),
            Column.equal("centra_warehouse"),
            Column.value("sage_warehouse").required().atMost(20),
            Column.value("dispatch_owner").required().oneOf("centra", "sage"),
            Column.value("stock").required().oneOf("yes", "no"),
            Column.value("buffer").like(Column.WHOLE, Column.WHOLE_PATTERN)),
    BUFFERS(
            Owner.OPERATIONS,
            "BUFFER_NOT_MAPPED",
            "buffer",
            Column.company(),
            Column.equal("centra_warehouse"),
            Column.cased("sku").atMost(100),
            Column.equal("product_group").atMost(20),
            Column.value("kind").required().oneOf("units", "percent", "velocity"),
            Column.value("value").required().looking("a number such as 2, 10 or 1.5", text -> true),
            Column.value("min").like(Column.WHOLE, Column.WHOLE_PATTERN).optional(),
            Column.value("max").like(Column.WHOLE, Column.WHOLE_PATTERN).optional()),
    FIELDS(
            Owner.OPERATIONS,
            "FIELD_NOT_MAPPED",
            "owner of a field",
            Column.company(),
            Column.equal("field").required().oneOf("name", "barcode", "weight", "commodity-code", "country-of-origin"),
            Column.value("owner").required().oneOf("sage", "centra")),
    PRICELISTS(
            Owner.FINANCE,
            "PRICELIST_NOT_MAPPED",
            "price band of Sage 200",
            Column.company(),
            Column.equal("pricelist").required(),
            Column.value("price_band").required().atMost(20),
            Column.value("tax").required().oneOf("included", "excluded")),
    CARRIERS(
            Owner.OPERATIONS,
            "CARRIER_NOT_MAPPED",
            "courier",
            Column.company(),
            Column.equal("carrier"),
            Column.equal("service"),
            Column.value("courier").required().atMost(60)),
    SHIPPING(
            Owner.OPERATIONS,
            "SHIPPING_NOT_MAPPED",
            "charge for shipping",
            Column.company(),
            Column.equal("shipping_option"),
            Column.value("charge").required().atMost(20)),
    GATEWAYS(
            Owner.FINANCE,
            "GATEWAY_NOT_MAPPED",
            "clearing account",
            Column.company(),
            Column.equal("gateway"),
            Column.currency(),
            Column.value("payment_method"),
            Column.value("clearing_bank").required(),
            Column.value("paid_out").oneOf("by-payouts", "at-once").optional()),
    SETTLEMENT(
            Owner.FINANCE,
            "SETTLEMENT_NOT_MAPPED",
            "clearing account",
            Column.company(),
            Column.equal("psp"),
            Column.equal("merchant_account"),
            Column.currency(),
            Column.value("clearing_bank").required(),
            Column.value("bank").required(),
            Column.value("supplier").atMost(8).optional()),
    FEES(
            Owner.FINANCE,
            "FEES_NOT_MAPPED",
            "contract on fees",
            Column.company(),
            Column.equal("psp"),
            Column.equal("merchant_account"),
            Column.currency(),
            Column.equal("kind")
                    .required()
                    .oneOf("all", "commission", "markup", "scheme", "interchange", "processing", "chargeback", "other"),
            Column.value("percent").required().rate(),
            Column.value("each").like("an amount such as 0.10", "\\d{1,6}(\\.\\d{1,4})?"),
            Column.value("of_refunds").oneOf("kept", "returned"),
            Column.value("tolerance").rate()),
    NOMINALS(
            Owner.FINANCE,
            "NOMINAL_NOT_MAPPED",
            "nominal account",
            Column.company(),
            Column.equal("purpose")
                    .required()
                    .oneOf(
                            "sales",
                            "shipping",
                            "return-cost",
                            "goodwill",
                            "discount",
                            "fee",
                            "chargeback",
                            "reserve",
                            "fx",
                            "rounding",
                            "gift-card",
                            "suspense",
                            "invoice-deduction"),
            Column.equal("detail"),
            Column.currency(),
            Column.value("nominal").atMost(8),
            Column.value("cost_centre").atMost(3),
            Column.value("department").atMost(3),
            Column.taxCode()),
    ANALYSIS(
            Owner.FINANCE,
            "ANALYSIS_NOT_MAPPED",
            "analysis code",
            Column.company(),
            Column.equal("document").required().oneOf("order", "line", "charge"),
            Column.equal("field")
                    .required()
                    .like("analysis_code_1 to 20 or spare_text_1 to 10", "(analysis_code|spare_text)_\\d{1,2}"),
            Column.value("source")
                    .required()
                    .oneOf(
                            "constant",
                            "order-number",
                            "order-date",
                            "store",
                            "market",
                            "country",
                            "currency",
                            "shipping-option",
                            "gateway",
                            "reseller",
                            "purchase-order",
                            "sku",
                            "product-name"),
            Column.value("value"),
            Column.value("mandatory").oneOf("yes", "no"));

    private final Owner owner;
    private final String reasonCode;
    private final String answer;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of records
    private final List<Column> columns;

    Sheet(Owner owner, String reasonCode, String answer, Column... columns) {
        this.owner = owner;
        this.reasonCode = reasonCode;
        this.answer = answer;
        this.columns = List.of(columns);
    }

    /** {@code vat.csv}. */
    String file() {
        return name().toLowerCase(Locale.ROOT) + ".csv";
    }

    Owner owner() {
        return owner;
    }

    /** The code of the reason when no row fits. */
    String reasonCode() {
        return reasonCode;
    }

    /** What a row gives, as people call it. */
    String answer() {
        return answer;
    }

    List<Column> columns() {
        return columns;
    }

    /** Those without which no order at all can be posted. */
    boolean mustExist() {
        return this == COMPANIES || this == ACCOUNTS || this == VAT || this == WAREHOUSES;
    }

    /** Whether one column goes before another, so that no two rows are equally close; else the row that names more is closer. */
    boolean isRanked() {
        return this == BUFFERS;
    }

    /** The columns that say when a row is meant. */
    List<Column> narrowing() {
        return columns.stream().filter(column -> column.role().narrows()).toList();
    }

    Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The column that every question names and every row has; empty for most files. */
    Optional<Column> exactColumn() {
        return columns.stream()
                .filter(column -> column.role() == Column.Role.EXACT)
                .findFirst();
    }
}
