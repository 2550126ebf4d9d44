package centrasage.reconcile.site;

import centrasage.flow.Owner;
import centrasage.mapping.MappingLine;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.Place;
import centrasage.sage200.SiteSurvey.Facts;
import centrasage.sage200.SiteSurvey.Register;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the accounts, warehouses, banks and payment methods that orders use are set up for that. */
final class RecordRules {
    private final SiteSituation situation;
    private final Findings findings;

    RecordRules(SiteSituation situation, Findings findings) {
        this.situation = situation;
        this.findings = findings;
    }

    void run() {
        each(
                Register.CUSTOMERS,
                "reference",
                named("accounts.csv", "customer"),
                new AccountRules(findings)::check,
                CheckCode.WEB_ACCOUNT_ON_HOLD,
                CheckCode.CONSOLIDATED_BILLING,
                CheckCode.CREDIT_LIMIT_REACHED,
                CheckCode.CREDIT_LIMIT,
                CheckCode.ACCOUNT_NOT_ACTIVE);
        each(
                Register.WAREHOUSES,
                "name",
                named("warehouses.csv", "sage_warehouse"),
                this::warehouse,
                CheckCode.NOT_FOR_SALES);
        each(Register.BANKS, "code", banks(), this::bank, CheckCode.BANK_NOT_ACTIVE);
        each(
                Register.PAYMENT_METHODS,
                "name",
                named("gateways.csv", "payment_method"),
                this::paymentMethod,
                CheckCode.CARD_PAYMENT_METHOD);
        noBanks();
        crashedOrders();
        version();
    }

    private Set<String> named(String file, String column) {
        return situation.lines(file).stream()
                .map(line -> key(line, column))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }

    private Set<String> banks() {
        return Stream.of(
                        named("gateways.csv", "clearing_bank"),
                        named("settlement.csv", "clearing_bank"),
                        named("settlement.csv", "bank"))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static String key(MappingLine line, String column) {
        return line.get(column).toLowerCase(Locale.ROOT);
    }

    /** The rows of a register that the mappings name; that one is missing is for the check of the mappings to say. */
    private void each(Register register, String code, Set<String> named, Consumer<Facts> rule, CheckCode... hanging) {
        situation
                .survey()
                .of(register)
                .match(
                        seen -> {
                            seen.rows().stream()
                                    .filter(row -> named.contains(row.text(code).toLowerCase(Locale.ROOT)))
                                    .forEach(rule);
                            return true;
                        },
                        unread -> {
                            findings.unread(register, "", unread.why(), hanging);
                            return false;
                        });
    }

    private void warehouse(Facts row) {
        findings.judge(
                new Findings.Rule(
                        Register.WAREHOUSES,
                        "use_for_sales_trading",
                        true,
                        CheckCode.NOT_FOR_SALES,
                        Owner.OPERATIONS,
                        "The warehouse " + row.text("name")
                                + " is not used for sales trading, and orders are to leave from it",
                        "Use the warehouse for sales trading in Sage 200, or name another one in warehouses.csv"),
                row);
    }

    private void bank(Facts row) {
        String status = row.text("account_status_type");
        Place place = Place.of(Register.BANKS, "account_status_type", status);
        if (status.isEmpty()) {
            findings.unread(
                    Register.BANKS,
                    "account_status_type",
                    "Sage 200 does not say whether the bank account " + row.text("code") + " is active",
                    CheckCode.BANK_NOT_ACTIVE);
        } else if (!AccountRules.isActive(status)) {
            findings.tell(
                    CheckCode.BANK_NOT_ACTIVE,
                    place,
                    "The bank account " + row.text("code") + " is not active (" + status + ")",
                    "Make it active in the cash book, or name another one in gateways.csv or settlement.csv");
        } else {
            findings.fine(CheckCode.BANK_NOT_ACTIVE, place, "The bank account " + row.text("code") + " is active");
        }
    }

    private void paymentMethod(Facts row) {
        findings.judge(
                new Findings.Rule(
                        Register.PAYMENT_METHODS,
                        "card_processing_method",
                        false,
                        CheckCode.CARD_PAYMENT_METHOD,
                        Owner.FINANCE,
                        "The payment method " + row.text("name") + " takes cards through Sage's own provider: an order"
                                + " that is paid already cannot name it",
                        "Name a payment method without card processing in gateways.csv"),
                row);
    }

    private void noBanks() {
        List<Facts> banks = situation.survey().rows(Register.BANKS);
        boolean seen = situation.survey().of(Register.BANKS).match(rows -> true, unread -> false);
        if (seen && banks.isEmpty()) {
            findings.tell(
                    CheckCode.NO_BANKS,
                    Place.of(Register.BANKS, "", ""),
                    "The cash book has no bank account: no receipt can be posted",
                    "Create a clearing account for each payment provider and currency");
        }
    }

    /** Whether Sage's API shows such orders at all is not documented: that there is none proves nothing. */
    private void crashedOrders() {
        situation
                .survey()
                .of(Register.CRASHED_ORDERS)
                .match(
                        seen -> {
                            seen.rows().forEach(this::crashed);
                            return true;
                        },
                        unread -> {
                            findings.unread(Register.CRASHED_ORDERS, "", unread.why(), CheckCode.CRASHED_SAVE);
                            return false;
                        });
    }

    private void crashed(Facts order) {
        String number = order.text("document_no");
        String ours = order.text("customer_document_no");
        findings.tell(
                CheckCode.CRASHED_SAVE,
                Owner.OPERATIONS,
                Place.of(Register.CRASHED_ORDERS, "document_no", number),
                "A save that crashed has left sales order " + number + (ours.isEmpty() ? "" : " (" + ours + ")")
                        + " in Sage 200, made " + order.text("date_time_created")
                        + ": it can hold stock and is in none of Sage's lists",
                "Unless somebody is entering it right now, ask your Sage partner to remove it with Sage's own tools; then see"
                        + " that the stock it held is free again");
    }

    /** Sage does not tell its version. That sop_returns is known shows 2025 R1 or later; 404 is what an older one says. */
    private void version() {
        Place place = Place.of(Register.RETURNS, "", "");
        situation
                .survey()
                .of(Register.RETURNS)
                .match(
                        seen -> {
                            findings.fine(
                                    CheckCode.SAGE_VERSION,
                                    place,
                                    "Sage 200 knows sop_returns: it is 2025 R1 or later");
                            return true;
                        },
                        unread -> {
                            if (situation.wantsReturns() && (unread.status() == 404 || unread.status() == 403)) {
                                noReturns(unread.status());
                            } else if (unread.status() == 404) {
                                findings.fine(
                                        CheckCode.SAGE_VERSION,
                                        place,
                                        "Sage 200 does not know sop_returns: it is older than 2025 R1, and returns are credited in"
                                                + " the sales ledger");
                            } else {
                                findings.unread(Register.RETURNS, "", unread.why());
                            }
                            return false;
                        });
    }

    private void noReturns(int status) {
        findings.tell(
                CheckCode.SALES_RETURNS_MISSING,
                Owner.OPERATIONS,
                Place.of(Register.RETURNS, "refunds.credit-as", "sop-return"),
                "refunds.credit-as is sop-return, and Sage 200 "
                        + (status == 404
                                ? "does not know sop_returns: it is older than 2025 R1"
                                : "does not let the Sage user see sop_returns")
                        + ". Each return is held until it does",
                "Update Sage 200 to 2025 R1 or later, or give its user the sales returns; or set refunds.credit-as = credit-note and"
                        + " restart");
    }
}
