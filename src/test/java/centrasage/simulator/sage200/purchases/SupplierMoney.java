package centrasage.simulator.sage200.purchases;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.cashbook.CashBook;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Postings;
import centrasage.simulator.sage200.posting.Rates;
import centrasage.simulator.sage200.posting.Value;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code POST /purchase_payments} and {@code POST /purchase_receipts}: a row of the ledger and one of the bank, of one urn. */
final class SupplierMoney {
    static final String TABLE = "purchase_posted_transactions";

    private static final List<String> NOT_SIMULATED = List.of(
            "supplier_cheque_value",
            "bank_exchange_rate",
            "cheque_exchange_rate",
            "settlement_discount_value",
            "nominal_analysis_items");

    private final Company company;

    SupplierMoney(Company company) {
        this.company = company;
    }

    /** Posts and returns the urn. */
    long post(MoneyKind kind, ObjectNode sent) {
        WriteCheck.ofNew().check(kind.resource(), sent);
        Amounts.required(sent, "supplier_id", "bank_id", "cheque_value");
        NOT_SIMULATED.forEach(
                field -> Refused.unless(!sent.has(field), "'" + field + "': it is not simulated for suppliers."));
        ObjectNode supplier = supplier(sent);
        ObjectNode bank = bank(supplier, sent);
        Value value = Value.at(
                new Rates(company).toBase(currency(supplier), sent, "exchange_rate"),
                Amounts.positive(sent, "cheque_value"));
        ObjectNode posted = inLedger(kind, supplier, value, sent);
        ObjectNode row = new CashBook(company).post(kind.inBank(), bank, value, bankRow(supplier, posted));
        ObjectNode item = posted.putArray("bank_items").addObject();
        item.put("bank_code", bank.path("code").asText());
        item.put("bank_entry_type", kind.inBank().sageName());
        item.set("reference", posted.path("reference"));
        item.set("cheque_value", row.path("cheque_value"));
        item.set("urn", posted.path("urn"));
        return posted.path("urn").asLong();
    }

    private ObjectNode supplier(ObjectNode sent) {
        ObjectNode supplier =
                company.named("suppliers", sent.path("supplier_id").asLong(), "supplier_id");
        Refused.unless(
                !supplier.path("account_status_type").asText().equals("AccountStatusHidden"),
                "'supplier_id': the account " + supplier.path("reference").asText() + " is hidden.");
        return supplier;
    }

    private static long currency(ObjectNode supplier) {
        return supplier.path("currency_id").asLong();
    }

    /** A cheque that says nothing else is of the supplier's currency, and a bank takes none of another than its own. */
    private ObjectNode bank(ObjectNode supplier, ObjectNode sent) {
        ObjectNode bank = new CashBook(company).bank(sent, "bank_id");
        long cheque = sent.path("cheque_currency_id").asLong(currency(supplier));
        Refused.unless(
                cheque == currency(supplier),
                "'cheque_currency_id': payments in another currency than the supplier's are not simulated.");
        Refused.unless(
                CashBook.currency(bank) == cheque,
                "'bank_id': the currency of the bank account "
                        + bank.path("code").asText() + " is not that of the payment.");
        return bank;
    }

    private ObjectNode inLedger(MoneyKind kind, ObjectNode supplier, Value value, ObjectNode sent) {
        Postings postings = new Postings(company);
        Value signed = value.signed(kind.isOwed());
        ObjectNode row = Json.object()
                .put("supplier_id", supplier.path("id").asLong())
                .put("trader_transaction_type", kind.sageName())
                .put("reference", sent.path("reference").asText(""))
                .put("second_reference", sent.path("second_reference").asText(""))
                .put("queried", "")
                .put("settled_immediately", false)
                .put("transaction_date", postings.date(sent, "transaction_date", "LedgerPurchase"))
                .put("posted_date", postings.today())
                .put("user_name", postings.user())
                .put("urn", postings.nextUrn())
                .put("exchange_rate", value.rate())
                .put("document_goods_value", signed.amount())
                .put("document_gross_value", signed.amount())
                .put("document_outstanding_value", signed.amount())
                .put("base_goods_value", signed.base())
                .put("base_gross_value", signed.base());
        for (String nothing : List.of("document_tax_value", "document_discount_value", "document_allocated_value")) {
            row.put(nothing, Amounts.ZERO);
        }
        row.put("base_tax_value", Amounts.ZERO);
        Amounts.add(supplier, "balance", signed.amount());
        company.touch(supplier);
        return company.insert(TABLE, row);
    }

    private static ObjectNode bankRow(ObjectNode supplier, ObjectNode posted) {
        ObjectNode row = Json.object()
                .put("entry_description", supplier.path("name").asText())
                .put("source", "LedgerPurchase");
        for (String field : List.of("reference", "second_reference", "transaction_date", "urn")) {
            row.set(field, posted.path(field));
        }
        ObjectNode item = row.putArray("trade_items").addObject();
        item.set("account_number", supplier.path("reference"));
        item.set("account_name", supplier.path("name"));
        item.set("trading_entry_type", posted.path("trader_transaction_type"));
        item.set("reference", posted.path("reference"));
        item.set("gross_value", posted.path("document_gross_value"));
        item.set("tax_value", posted.path("document_tax_value"));
        item.set("transaction_date", posted.path("transaction_date"));
        item.set("urn", posted.path("urn"));
        return row;
    }
}
