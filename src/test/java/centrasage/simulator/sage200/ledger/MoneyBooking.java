package centrasage.simulator.sage200.ledger;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.cashbook.CashBook;
import centrasage.simulator.sage200.cashbook.EntryType;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Rates;
import centrasage.simulator.sage200.posting.Value;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Books money from or to a customer: a row of the sales ledger and one of the bank, of one urn and one base value. */
public final class MoneyBooking {
    private final Company company;
    private final ObjectNode customer;
    private final ObjectNode bank;

    public MoneyBooking(Company company, ObjectNode customer, ObjectNode bank) {
        this.company = company;
        this.customer = customer;
        this.bank = bank;
    }

    /**
     * Books it.
     *
     * @param account what the customer's account gets, in his currency
     * @param cheque what the bank gets or gives, in its own
     * @param row references, date and nominal analysis
     */
    public ObjectNode book(Kind kind, Value account, BigDecimal cheque, ObjectNode row) {
        row.put("document_goods_value", account.amount()).put("document_tax_value", Amounts.ZERO);
        row.put("exchange_rate", account.rate());
        ObjectNode posted = new SalesLedger(company).post(kind, customer, row);
        EntryType type = kind == Kind.RECEIPT ? EntryType.SALES_RECEIPT : EntryType.SALES_PAYMENT;
        boolean same = CashBook.currency(bank) == Debtors.currency(customer);
        BigDecimal rate = same ? account.rate() : new Rates(company).toBase(CashBook.currency(bank));
        ObjectNode inBank =
                new CashBook(company).post(type, bank, new Value(cheque, account.base(), rate), bankRow(posted));
        ObjectNode item = posted.putArray("bank_items").addObject();
        item.put("bank_code", bank.path("code").asText());
        item.put("name", bank.path("description").asText());
        item.put("bank_entry_type", type.sageName());
        item.set("reference", posted.path("reference"));
        item.set("cheque_value", inBank.path("cheque_value"));
        item.set("urn", posted.path("urn"));
        return posted;
    }

    private ObjectNode bankRow(ObjectNode posted) {
        ObjectNode row = Json.object()
                .put("entry_description", customer.path("name").asText())
                .put("source", "LedgerSales");
        for (String field : new String[] {"reference", "second_reference", "transaction_date", "urn"}) {
            row.set(field, posted.path(field));
        }
        row.set("nominal_analysis_items", posted.path("nominal_analysis_items").deepCopy());
        ObjectNode item = row.putArray("trade_items").addObject();
        item.set("account_number", customer.path("reference"));
        item.set("account_name", customer.path("name"));
        item.set("trading_entry_type", posted.path("trader_transaction_type"));
        item.set("reference", posted.path("reference"));
        item.set("gross_value", posted.path("document_gross_value"));
        item.set("tax_value", posted.path("document_tax_value"));
        item.set("transaction_date", posted.path("transaction_date"));
        item.set("urn", posted.path("urn"));
        return row;
    }
}
