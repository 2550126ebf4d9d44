package centrasage.reconcile.site;

import static centrasage.flow.Owner.FINANCE;
import static centrasage.flow.Owner.OPERATIONS;

import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.Place;
import centrasage.reconcile.site.Findings.Rule;
import centrasage.sage200.SiteSurvey.Facts;
import centrasage.sage200.SiteSurvey.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The settings of Sales Order Processing and of the company, and what the Sage user may do. */
final class SettingRules {
    private static final Rule ORDER_NUMBERS = new Rule(
            Register.SOP_SETTINGS,
            "auto_generate_order_return_numbers",
            true,
            CheckCode.ORDER_NUMBERS,
            OPERATIONS,
            "Sage 200 does not number orders itself, and refuses an order without a number",
            "Let Sales Order Processing generate order numbers (SOP Settings)");
    private static final Rule STOCK_ON_DESPATCH = new Rule(
            Register.SOP_SETTINGS,
            "update_stock_on_despatch",
            true,
            CheckCode.STOCK_MOVES_ON_INVOICE,
            OPERATIONS,
            "Stock goes down only when the invoice is posted: what is despatched counts as in stock until then",
            "Let stock be updated on despatch (SOP Settings), or keep a buffer in warehouses.csv");
    private static final Rule STRAIGHT_TO_LEDGER = new Rule(
            Register.SOP_SETTINGS,
            "add_invoice_credit_note_to_sales_ledger",
            true,
            CheckCode.INVOICES_WAIT,
            FINANCE,
            "Invoices wait in the pending file before they reach the sales ledger: until then no receipt can be allocated",
            "Post invoices to the customer accounts straight away (SOP Settings), or update the pending file daily");
    private static final Rule ALLOCATION = new Rule(
            Register.SOP_SETTINGS,
            "allocate_stock_on_order_entry",
            true,
            CheckCode.NO_ALLOCATION_ON_ENTRY,
            OPERATIONS,
            "Sage 200 does not allocate stock when an order is entered, and orders.allocate = available asks for it",
            "Set orders.allocate = none, or allow allocation on entry (SOP Settings)");
    private static final Rule NOMINALS = new Rule(
            Register.SOP_SETTINGS,
            "amend_nominal_codes",
            true,
            CheckCode.NOMINALS_NOT_AMENDABLE,
            FINANCE,
            "Nominal codes cannot be set on order lines, and nominals.csv names one for rounding",
            "Allow nominal codes to be changed (SOP Settings), or leave nominal empty for rounding in nominals.csv");
    private static final Rule PRICES = new Rule(
            Register.PERMISSIONS,
            "override_prices_discounts",
            true,
            CheckCode.MAY_NOT_OVERRIDE_PRICES,
            OPERATIONS,
            "The Sage user may not set prices and discounts: Sage 200 refuses every order, without a word",
            "Let the Sage user override prices and discounts (SOP user permissions)");
    private static final Rule CREDIT = new Rule(
            Register.PERMISSIONS,
            "override_credit_holds",
            true,
            CheckCode.MAY_NOT_OVERRIDE_CREDIT,
            FINANCE,
            "The Sage user may not override credit holds: an order over a credit limit stays on hold",
            "Let the Sage user override credit holds (SOP user permissions), or set no credit limit on the web accounts");
    private static final Rule NOMINAL_ONLINE = new Rule(
            Register.SYSTEM_SETTINGS,
            "update_nominal_online",
            true,
            CheckCode.NOMINAL_UPDATED_LATER,
            FINANCE,
            "The nominal ledger is not updated at once: clearing accounts agree only after the waiting postings are updated",
            "Update the nominal ledger online (System Settings), or update waiting postings before each closing");

    private final SiteSituation situation;
    private final Findings findings;

    SettingRules(SiteSituation situation, Findings findings) {
        this.situation = situation;
        this.findings = findings;
    }

    void run() {
        judge(Register.SOP_SETTINGS, ofOrders());
        judge(Register.PERMISSIONS, List.of(PRICES, CREDIT));
        judge(Register.SYSTEM_SETTINGS, List.of(NOMINAL_ONLINE));
        situation.survey().rows(Register.SOP_SETTINGS).stream().findFirst().ifPresent(this::prices);
        situation.survey().rows(Register.SYSTEM_SETTINGS).stream().findFirst().ifPresent(this::periods);
    }

    private List<Rule> ofOrders() {
        List<Rule> rules = new ArrayList<>(List.of(ORDER_NUMBERS, STOCK_ON_DESPATCH, STRAIGHT_TO_LEDGER));
        if (situation.allocates()) {
            rules.add(ALLOCATION);
        }
        boolean names = situation.lines("nominals.csv").stream()
                .anyMatch(line -> line.get("purpose").equals("rounding")
                        && !line.get("nominal").isEmpty());
        if (names) {
            rules.add(NOMINALS);
        }
        return rules;
    }

    /** The one row of a register of settings; where there is none, none of its rules is decided. */
    private void judge(Register register, List<Rule> rules) {
        CheckCode[] codes = rules.stream().map(Rule::code).toArray(CheckCode[]::new);
        situation
                .survey()
                .of(register)
                .match(
                        seen -> {
                            seen.rows().stream()
                                    .findFirst()
                                    .ifPresentOrElse(
                                            row -> rules.forEach(rule -> findings.judge(rule, row)),
                                            () -> findings.unread(
                                                    register, "", register.resource() + " is empty", codes));
                            return true;
                        },
                        unread -> {
                            findings.unread(register, "", unread.why(), codes);
                            return false;
                        });
    }

    private void prices(Facts settings) {
        Place place =
                Place.of(Register.SOP_SETTINGS, "are_prices_tax_inclusive", settings.text("are_prices_tax_inclusive"));
        settings.flag("are_prices_tax_inclusive")
                .ifPresentOrElse(
                        inclusive -> findings.fine(
                                CheckCode.PRICE_CONVENTION,
                                place,
                                "Prices of order lines are " + (inclusive ? "with" : "without")
                                        + " VAT, and are sent so"),
                        () -> findings.unread(
                                Register.SOP_SETTINGS, place.field(), "Sage 200 does not say " + place.field()));
    }

    private void periods(Facts settings) {
        String field = "accounting_period_validation_type";
        String type = settings.text(field);
        Place place = Place.of(Register.SYSTEM_SETTINGS, field, type);
        boolean refused = Stream.of("Unacceptable", "AccountingPeriodValidationTypeUnacceptable")
                .anyMatch(type::equals);
        if (type.isEmpty()) {
            findings.unread(Register.SYSTEM_SETTINGS, field, "Sage 200 does not say " + field);
        } else if (refused) {
            findings.fine(CheckCode.CLOSED_PERIODS_TAKEN, place, "Documents of a closed period are refused");
        } else {
            findings.tell(
                    CheckCode.CLOSED_PERIODS_TAKEN,
                    place,
                    "Documents dated into a closed period are taken (" + type
                            + "): a late order can change a closed month",
                    "Make dates outside the open periods unacceptable (System Settings), if the month must stay closed");
        }
    }
}
