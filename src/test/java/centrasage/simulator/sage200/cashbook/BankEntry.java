package centrasage.simulator.sage200.cashbook;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Postings;
import centrasage.simulator.sage200.posting.Rates;
import centrasage.simulator.sage200.posting.Value;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** {@code POST /bank_payment} and {@code POST /bank_receipt}. */
final class BankEntry {
    private static final List<String> FOREIGN_ALONE = List.of(
            "exchange_rate",
            "cheque_currency_id",
            "cheque_exchange_rate",
            "tax_code_id",
            "cheque_value",
            "cheque_goods_value",
            "cheque_tax_value",
            "bank_charges");

    private final Site site;
    private final Company company;
    private final CashBook cashBook;
    private final Rates rates;

    BankEntry(Site site, Company company) {
        this.site = site;
        this.company = company;
        this.cashBook = new CashBook(company);
        this.rates = new Rates(company);
    }

    /** Posts and returns the urn. */
    long post(EntryType type, ObjectNode sent) {
        WriteCheck.ofNew().check(type == EntryType.PAYMENT ? "bank_payment" : "bank_receipt", sent);
        Amounts.required(sent, "bank_id");
        ObjectNode bank = cashBook.bank(sent, "bank_id");
        boolean base = rates.isBase(CashBook.currency(bank));
        if (base) {
            refuseForeign(sent);
        } else {
            checkCheque(bank, sent);
        }
        BigDecimal rate = rates.toBase(CashBook.currency(bank), sent, "exchange_rate");
        String date = new Postings(company).date(sent, "transaction_date", "LedgerCashBook");
        BankItems items = new BankItems(site, company, rate);
        if (base) {
            items.takeTaxed(sent);
        } else {
            items.takeUntaxed(sent);
        }
        Refused.unless(items.gross().signum() > 0, "The value of the entry must be above 0.");
        ObjectNode row = row(sent, date);
        cashBook.post(type, bank, Value.at(rate, items.gross()), items.writeTo(row));
        return row.path("urn").asLong();
    }

    private ObjectNode row(ObjectNode sent, String date) {
        return Json.object()
                .put("entry_description", sent.path("narrative").asText(""))
                .put("reference", sent.path("reference").asText(""))
                .put("second_reference", sent.path("second_reference").asText(""))
                .put("transaction_date", date)
                .put("source", "LedgerCashBook")
                .put("urn", new Postings(company).nextUrn());
    }

    private static void refuseForeign(ObjectNode sent) {
        FOREIGN_ALONE.forEach(field -> Refused.unless(
                !sent.has(field), "'" + field + "' cannot be set: the bank account is of the base currency."));
    }

    private static void checkCheque(ObjectNode bank, ObjectNode sent) {
        Refused.unless(
                !sent.has("cheque_currency_id")
                        || sent.path("cheque_currency_id").asLong() == CashBook.currency(bank),
                "'cheque_currency_id' is not the currency of the bank account.");
        Refused.unless(
                !sent.has("cheque_exchange_rate")
                        || sent.path("cheque_exchange_rate").decimalValue().compareTo(BigDecimal.ONE) == 0,
                "'cheque_exchange_rate' must be 1 between a bank account and a cheque of one currency.");
        Refused.unless(sent.path("bank_charges").isEmpty(), "'bank_charges' are not simulated.");
    }
}
