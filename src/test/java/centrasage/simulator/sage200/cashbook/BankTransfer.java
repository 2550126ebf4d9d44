package centrasage.simulator.sage200.cashbook;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Response;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import centrasage.simulator.sage200.posting.Account;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Analysis;
import centrasage.simulator.sage200.posting.Postings;
import centrasage.simulator.sage200.posting.Rates;
import centrasage.simulator.sage200.posting.Value;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** {@code POST /bank_transfer}: out of one bank, into another, and what the way costs. */
final class BankTransfer {
    private static final List<String> FOREIGN_ALONE = List.of(
            "receipt_value",
            "exchange_rate",
            "commission_value",
            "commission_code",
            "commission_payer",
            "payment_to_base_exchange_rate",
            "receipt_to_base_exchange_rate",
            "exchange_difference_code");

    private final Site site;
    private final Company company;
    private final CashBook cashBook;
    private final Rates rates;
    private final Analysis analysis;

    BankTransfer(Site site, Company company) {
        this.site = site;
        this.company = company;
        this.cashBook = new CashBook(company);
        this.rates = new Rates(company);
        this.analysis = new Analysis(company);
    }

    /** @param halfMade whether it breaks off when the money has left the one bank and not reached the other */
    void post(ObjectNode sent, boolean halfMade) {
        WriteCheck.ofNew().check("bank_transfer", sent);
        Amounts.required(sent, "bank_from_id", "bank_to_id", "payment_value");
        ObjectNode from = cashBook.bank(sent, "bank_from_id");
        ObjectNode to = cashBook.bank(sent, "bank_to_id");
        Refused.unless(
                !from.path("id").equals(to.path("id")),
                "'bank_to_id' must be another bank account than 'bank_from_id'.");
        checkForeign(sent, from, to);
        Value paid = Value.at(
                rates.toBase(CashBook.currency(from), sent, "payment_to_base_exchange_rate"),
                Amounts.positive(sent, "payment_value"));
        Value received = Value.at(
                rates.toBase(CashBook.currency(to), sent, "receipt_to_base_exchange_rate"), received(sent, from, to));
        ArrayNode difference = difference(sent, paid, received);
        BigDecimal commission = commission(sent);
        String date = new Postings(company).date(sent, "transaction_date", "LedgerCashBook");
        long urn = new Postings(company).nextUrn();
        cashBook.post(EntryType.TRANSFER_OUT, from, paid, row(sent, date, urn));
        if (halfMade) {
            throw new Refusal(
                    Response.message(site.options().number("halfMadeStatus"), "The transfer could not be completed."));
        }
        ObjectNode into = row(sent, date, urn);
        into.set("nominal_analysis_items", difference);
        cashBook.post(EntryType.TRANSFER_IN, to, received, into);
        if (commission.signum() > 0) {
            boolean receiver = sent.path("commission_payer").asText().equals("ReceiptBank");
            charge(sent, receiver ? to : from, Value.at((receiver ? received : paid).rate(), commission), date, urn);
        }
    }

    private void checkForeign(ObjectNode sent, ObjectNode from, ObjectNode to) {
        boolean foreign = !rates.isBase(CashBook.currency(from)) || !rates.isBase(CashBook.currency(to));
        FOREIGN_ALONE.forEach(field -> Refused.unless(
                foreign || !sent.has(field),
                "'" + field + "' cannot be set: both bank accounts are of the base currency."));
    }

    /** A receipt value that is sent goes before a rate that is sent, and that before the rates of the currencies. */
    private BigDecimal received(ObjectNode sent, ObjectNode from, ObjectNode to) {
        BigDecimal paid = Amounts.of(sent, "payment_value");
        boolean same = CashBook.currency(from) == CashBook.currency(to);
        if (sent.has("receipt_value")) {
            BigDecimal received = Amounts.positive(sent, "receipt_value");
            Refused.unless(
                    !same || received.compareTo(paid) == 0,
                    "'receipt_value' must be the payment value between bank accounts of one currency.");
            return received;
        }
        BigDecimal rate = sent.has("exchange_rate")
                ? Rates.positive(sent, "exchange_rate")
                : rates.between(CashBook.currency(from), CashBook.currency(to));
        return same ? paid : paid.multiply(rate).setScale(Amounts.PENCE, RoundingMode.HALF_UP);
    }

    /** What the base value gains or loses on the way goes to a nominal account, which the caller must name. */
    private ArrayNode difference(ObjectNode sent, Value paid, Value received) {
        BigDecimal lost = paid.base().subtract(received.base());
        ArrayNode items = Json.array();
        boolean stated = sent.has("payment_to_base_exchange_rate") || sent.has("receipt_to_base_exchange_rate");
        if (sent.has("exchange_difference_code") || (stated && lost.signum() != 0)) {
            items.add(analysis.nominal(
                    Account.of(sent, "exchange_difference_"),
                    "exchange_difference_code",
                    new Value(lost, lost, BigDecimal.ONE)));
        }
        return items;
    }

    private BigDecimal commission(ObjectNode sent) {
        BigDecimal commission = Amounts.of(sent, "commission_value");
        Refused.unless(commission.signum() >= 0, "'commission_value' must not be negative.");
        if (commission.signum() > 0) {
            Amounts.required(sent, "commission_code", "commission_payer");
            analysis.nominal(Account.of(sent, "commission_"), "commission_code", Value.at(BigDecimal.ONE, commission));
        }
        return commission;
    }

    private void charge(ObjectNode sent, ObjectNode payer, Value commission, String date, long urn) {
        ObjectNode row = row(sent, date, urn);
        row.putArray("nominal_analysis_items")
                .add(analysis.nominal(Account.of(sent, "commission_"), "commission_code", commission));
        cashBook.post(EntryType.COMMISSION, payer, commission, row);
    }

    private static ObjectNode row(ObjectNode sent, String date, long urn) {
        return Json.object()
                .put("entry_description", sent.path("narrative").asText(""))
                .put("reference", sent.path("reference").asText(""))
                .put("second_reference", sent.path("second_reference").asText(""))
                .put("transaction_date", date)
                .put("source", "LedgerCashBook")
                .put("urn", urn);
    }
}
