package centrasage.reconcile.mapping;

import static centrasage.flow.Owner.FINANCE;

import centrasage.mapping.MappingLine;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Place;
import centrasage.sage200.Site;
import java.util.function.Consumer;

/** Whether orders can be posted to the accounts of {@code accounts.csv}. */
final class AccountRules {
    private static final String FILE = "accounts.csv";

    private final MappingSituation situation;
    private final Consumer<CheckFinding> found;

    AccountRules(MappingSituation situation, Consumer<CheckFinding> found) {
        this.situation = situation;
        this.found = found;
    }

    void run() {
        situation.lines(FILE).forEach(this::check);
    }

    private void check(MappingLine line) {
        String reference = line.get("customer");
        Place place = Place.of(line, "customer");
        Site.Customer customer = situation.site().customers().get(reference);
        if (customer == null) {
            tell(
                    CheckCode.NO_ACCOUNT_IN_SAGE,
                    place,
                    "Sage 200 has no customer account " + reference,
                    "Create the account, or correct accounts.csv");
            return;
        }
        if (customer.onHold()) {
            tell(
                    CheckCode.ACCOUNT_ON_HOLD,
                    place,
                    "The customer account " + reference + " is on hold in Sage 200",
                    "Take the account off hold");
        }
        currency(line, customer);
    }

    private void currency(MappingLine line, Site.Customer customer) {
        String currency = line.get("currency");
        if (currency.isEmpty()) {
            tell(
                    CheckCode.ACCOUNT_FOR_ANY_CURRENCY,
                    Place.of(line, "currency"),
                    "The row is for any currency, and the account " + customer.reference() + " has one, "
                            + customer.currency() + ": orders in others are held",
                    "Name the currency, and add a row for each other one");
        } else if (!currency.equalsIgnoreCase(customer.currency())) {
            tell(
                    CheckCode.ACCOUNT_CURRENCY,
                    Place.of(line, "currency"),
                    "The row is for " + currency + ", and the account " + customer.reference() + " is in "
                            + (customer.currency().isEmpty() ? "a currency without an ISO code" : customer.currency()),
                    "Name an account in " + currency);
        }
    }

    private void tell(CheckCode code, Place place, String what, String remedy) {
        found.accept(CheckFinding.of(code, FINANCE, place, what, remedy));
    }
}
