package centrasage.reconcile.mapping;

import static centrasage.flow.Owner.FINANCE;

import centrasage.mapping.MappingLine;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Place;
import centrasage.sage200.SiteSurvey;
import centrasage.sage200.SiteSurvey.Facts;
import centrasage.sage200.SiteSurvey.Register;
import centrasage.sage200.SiteSurvey.Seen;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whether the banks, suppliers and payment methods that rows name are in Sage 200, in the currency of the row. */
final class BankRules {
    private static final String SUPPLIER = "supplier";

    private final MappingSituation situation;
    private final Consumer<CheckFinding> found;
    private final Map<String, String> currencies;

    BankRules(MappingSituation situation, Consumer<CheckFinding> found) {
        this.situation = situation;
        this.found = found;
        this.currencies = situation.survey().rows(Register.CURRENCIES).stream()
                .collect(Collectors.toMap(
                        row -> row.text("id"), row -> row.text("currency_iso_code"), (first, second) -> first));
    }

    void run() {
        situation.lines("gateways.csv").forEach(line -> {
            bank(line, "clearing_bank");
            paymentMethod(line);
        });
        situation.lines("settlement.csv").forEach(line -> {
            bank(line, "clearing_bank");
            bank(line, "bank");
            supplier(line);
        });
    }

    /** Of a register that could not be read nothing is said here: the check says that it could not. */
    private void bank(MappingLine line, String column) {
        SiteSurvey.Looked banks = situation.survey().of(Register.BANKS);
        if (!(banks instanceof Seen seen)) {
            return;
        }
        String code = line.get(column);
        Optional<Facts> bank = seen.rows().stream()
                .filter(row -> row.text("code").equalsIgnoreCase(code))
                .findFirst();
        if (bank.isEmpty()) {
            tell(
                    CheckCode.NO_BANK_IN_SAGE,
                    Place.of(line, column),
                    "Sage 200 has no bank account " + code,
                    "Create the bank account in the cash book, or correct " + line.file());
        } else {
            currency(line, column, bank.get());
        }
    }

    private void currency(MappingLine line, String column, Facts bank) {
        String wanted = line.get("currency");
        String has = currencies.getOrDefault(bank.text("account_currency_id"), "");
        if (isAnother(wanted, has)) {
            tell(
                    CheckCode.BANK_CURRENCY,
                    Place.of(line, column),
                    "The row is for " + wanted + ", and the bank account " + line.get(column) + " is in " + has,
                    "Name a bank account in " + wanted);
        }
    }

    private static boolean isAnother(String wanted, String has) {
        return !wanted.isEmpty() && !has.isEmpty() && !wanted.equalsIgnoreCase(has);
    }

    private void supplier(MappingLine line) {
        String account = line.get(SUPPLIER);
        if (account.isEmpty() || !(situation.survey().of(Register.SUPPLIERS) instanceof Seen seen)) {
            return;
        }
        Optional<Facts> supplier = seen.rows().stream()
                .filter(row -> row.text("reference").equalsIgnoreCase(account))
                .findFirst();
        if (supplier.isEmpty()) {
            tell(
                    CheckCode.NO_SUPPLIER_IN_SAGE,
                    Place.of(line, SUPPLIER),
                    "Sage 200 has no supplier account " + account,
                    "Create the supplier in the purchase ledger, or correct " + line.file());
        } else if (isAnother(line.get("currency"), supplier.get().text("currency_iso_code"))) {
            tell(
                    CheckCode.SUPPLIER_CURRENCY,
                    Place.of(line, SUPPLIER),
                    "The row is for " + line.get("currency") + ", and the supplier account " + account + " is in "
                            + supplier.get().text("currency_iso_code"),
                    "Name a supplier account in " + line.get("currency") + ", or none");
        }
    }

    private void paymentMethod(MappingLine line) {
        String name = line.get("payment_method");
        boolean known = name.isEmpty()
                || !(situation.survey().of(Register.PAYMENT_METHODS) instanceof Seen seen)
                || seen.rows().stream().anyMatch(row -> row.text("name").equalsIgnoreCase(name));
        if (!known) {
            tell(
                    CheckCode.NO_PAYMENT_METHOD_IN_SAGE,
                    Place.of(line, "payment_method"),
                    "Sage 200 has no payment method " + name,
                    "Create the payment method in Sales Order Processing, or correct gateways.csv");
        }
    }

    private void tell(CheckCode code, Place place, String what, String remedy) {
        found.accept(CheckFinding.of(code, FINANCE, place, what, remedy));
    }
}
