package centrasage.simulator.sage200.ledger;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.cashbook.CashBook;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import centrasage.simulator.sage200.posting.Account;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Postings;
import centrasage.simulator.sage200.posting.Rates;
import centrasage.simulator.sage200.posting.Value;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** {@code POST /sales_receipts} and {@code POST /sales_payments}. */
final class MoneyEntry {
    private final Site site;
    private final Company company;
    private final Rates rates;

    MoneyEntry(Site site, Company company) {
        this.site = site;
        this.company = company;
        this.rates = new Rates(company);
    }

    /** Posts and returns the urn. */
    long post(Kind kind, ObjectNode sent) {
        WriteCheck.ofNew().check(kind == Kind.RECEIPT ? "sales_receipts" : "sales_payments", sent);
        Amounts.required(sent, "customer_id", "bank_id", "cheque_value");
        ObjectNode customer = new Debtors(site, company).forPosting(sent);
        ObjectNode bank = bank(customer, sent);
        BigDecimal cheque = Amounts.positive(sent, "cheque_value");
        Refused.unless(
                Amounts.of(sent, "settlement_discount_value").signum() == 0,
                "'settlement_discount_value': settlement discounts are not simulated.");
        Value account = Value.at(
                rates.toBase(Debtors.currency(customer), sent, "exchange_rate"), onAccount(customer, bank, sent));
        String date = new Postings(company).date(sent, "transaction_date", "LedgerSales");
        ObjectNode row = SalesLedger.named(
                Json.object(),
                sent.path("reference").asText(""),
                sent.path("second_reference").asText(""));
        row.put("transaction_date", date);
        row.set(
                "nominal_analysis_items",
                new NominalItems(site, company).of(sent, account, Account.ofRecord(bank, "bank_account_nominal_")));
        return new MoneyBooking(company, customer, bank)
                .book(kind, account, cheque, row)
                .path("urn")
                .asLong();
    }

    private ObjectNode bank(ObjectNode customer, ObjectNode sent) {
        ObjectNode bank = new CashBook(company).bank(sent, "bank_id");
        long currency = sent.path("cheque_currency_id").asLong(Debtors.currency(customer));
        company.named("currencies", currency, "cheque_currency_id");
        Refused.unless(
                CashBook.currency(bank) == currency,
                "'bank_id': the currency of the bank account "
                        + bank.path("code").asText() + " is not that of the document.");
        return bank;
    }

    /** The value in the customer's currency: as it is sent, else the cheque at the rate between the two currencies. */
    private BigDecimal onAccount(ObjectNode customer, ObjectNode bank, ObjectNode sent) {
        BigDecimal cheque = Amounts.of(sent, "cheque_value");
        boolean same = CashBook.currency(bank) == Debtors.currency(customer);
        if (sent.has("customer_cheque_value")) {
            BigDecimal stated = Amounts.positive(sent, "customer_cheque_value");
            Refused.unless(
                    !same || stated.compareTo(cheque) == 0,
                    "'customer_cheque_value' must be the value of the cheque, which is of the customer's currency.");
            return stated;
        }
        if (same) {
            return cheque;
        }
        BigDecimal rate = sent.has("cheque_exchange_rate")
                ? Rates.positive(sent, "cheque_exchange_rate")
                : rates.between(Debtors.currency(customer), CashBook.currency(bank));
        return cheque.divide(rate, Amounts.PENCE, RoundingMode.HALF_UP);
    }
}
