package centrasage.reconcile.site;

import static centrasage.flow.Owner.FINANCE;

import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.Place;
import centrasage.sage200.SiteSurvey.Facts;
import centrasage.sage200.SiteSurvey.Register;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether an account that web orders are posted to is set up for a day's trade of everybody. */
final class AccountRules {
    private final Findings findings;

    AccountRules(Findings findings) {
        this.findings = findings;
    }

    void check(Facts account) {
        String name = "The web account " + account.text("reference");
        judge(
                account,
                "on_hold",
                CheckCode.WEB_ACCOUNT_ON_HOLD,
                name + " is on hold: every order is held",
                "Take the account off hold");
        judge(
                account,
                "use_consolidated_billing",
                CheckCode.CONSOLIDATED_BILLING,
                name + " is billed in common: one invoice for many orders, which no receipt of one order fits",
                "Take consolidated billing off the account");
        creditLimit(account, name);
        status(account, name);
    }

    private void judge(Facts account, String field, CheckCode code, String what, String remedy) {
        findings.judge(new Findings.Rule(Register.CUSTOMERS, field, false, code, FINANCE, what, remedy), account);
    }

    /** That a limit of 0 is none is how Sage is seen to work: docs/confirm-on-your-site.md. */
    private void creditLimit(Facts account, String name) {
        Optional<BigDecimal> limit = account.amount("credit_limit");
        Optional<BigDecimal> balance = account.amount("balance");
        Place place = Place.of(Register.CUSTOMERS, "credit_limit", account.text("credit_limit"));
        if (limit.isEmpty() || balance.isEmpty()) {
            findings.unread(
                    Register.CUSTOMERS,
                    "credit_limit",
                    "Sage 200 does not say the credit limit and balance of " + account.text("reference"),
                    CheckCode.CREDIT_LIMIT,
                    CheckCode.CREDIT_LIMIT_REACHED);
        } else if (limit.get().signum() == 0) {
            findings.fine(CheckCode.CREDIT_LIMIT, place, name + " has no credit limit");
        } else if (balance.get().compareTo(limit.get()) >= 0) {
            findings.tell(
                    CheckCode.CREDIT_LIMIT_REACHED,
                    place,
                    name + " owes " + balance.get() + ", and its credit limit is " + limit.get()
                            + ": orders are put on hold or refused",
                    "Set the credit limit to 0, as the customers behind the account pay before");
        } else {
            findings.tell(
                    CheckCode.CREDIT_LIMIT,
                    place,
                    name + " has a credit limit of " + limit.get() + ", which a good day reaches",
                    "Set the credit limit to 0, as the customers behind the account pay before");
        }
    }

    private void status(Facts account, String name) {
        String status = account.text("account_status_type");
        Place place = Place.of(Register.CUSTOMERS, "account_status_type", status);
        if (status.isEmpty()) {
            findings.unread(
                    Register.CUSTOMERS,
                    "account_status_type",
                    "Sage 200 does not say whether the account " + account.text("reference") + " is active",
                    CheckCode.ACCOUNT_NOT_ACTIVE);
        } else if (isActive(status)) {
            findings.fine(CheckCode.ACCOUNT_NOT_ACTIVE, place, name + " is active");
        } else {
            findings.tell(
                    CheckCode.ACCOUNT_NOT_ACTIVE,
                    place,
                    name + " is not active (" + status + ")",
                    "Make the account active in the sales ledger");
        }
    }

    /** {@code AccountStatusActive}; older versions leave the beginning away. */
    static boolean isActive(String status) {
        return status.endsWith("Active") && !status.endsWith("Inactive") && !status.endsWith("NotActive");
    }
}
