package centrasage.sage200.client;

import centrasage.flow.Outcome;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.KeyedRows.Resource;
import centrasage.sage200.client.Writing.Request;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.signin.SageAuthorization;
import centrasage.sage200.client.wire.Authorization;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.client.wire.SageSettings;
import centrasage.sage200.client.wire.WindowsSignIn;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankRow;
import centrasage.sage200.ledger.BankTransfer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Posted rows of Sage 200's banks, found by their references, and payments, receipts and transfers, posted by one POST each. Sage's answer
 * to it tells the urn alone, of a transfer not even that, and nothing posted can be changed.
 */
@ApplicationScoped
public class SageCashBook {
    private static final String[] NOMINAL = {"code", "cost_centre", "department"};

    private static final Resource ROWS = new Resource(
            "bank_posted_transactions",
            "posted transactions of banks",
            LedgerRows.REFERENCE,
            Query.select(
                    "id,urn,bank_id,reference,second_reference,transaction_date,cheque_value,bank_cheque_to_base_currency_rate,source"));

    private SageReads reads;
    private Writing writing;

    @SuppressWarnings("NullAway.Init")
    protected SageCashBook() {}

    @Inject
    public SageCashBook(Config config, SageReads reads, SageAuthorization authorization) {
        this(SageSettings.of(config), reads, authorization, authorization.windows());
    }

    public SageCashBook(
            SageSettings settings, SageReads reads, Authorization authorization, Optional<WindowsSignIn> windows) {
        this.reads = reads;
        this.writing = new Writing(settings, authorization, windows);
    }

    /**
     * What carries these first references, in whatever bank.
     *
     * @return an entry for every reference that was asked, found in either case
     * @throws TargetUnavailable when Sage cannot be asked, or answers what cannot be read
     */
    public Map<String, List<BankRow>> find(String company, Collection<String> references) throws TargetUnavailable {
        Map<String, List<BankRow>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            new KeyedRows(reads, company, ROWS)
                    .find(references)
                    .forEach((reference, rows) -> found.put(
                            reference, rows.stream().map(SageCashBook::row).toList()));
            return found;
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed | ClassCastException e) {
            throw new TargetUnavailable("Sage 200's bank transactions cannot be read: " + e.getMessage(), e);
        }
    }

    private static BankRow row(JsonObject json) {
        Row row = new Row(json);
        return new BankRow(
                row.id("id"),
                Long.toString(row.id("urn")),
                row.id("bank_id"),
                row.text(LedgerRows.REFERENCE),
                row.optionalText("second_reference").orElse(""),
                row.optionalText("transaction_date").map(LedgerRows::date).orElse(null),
                row.decimal("cheque_value"),
                row.optionalDecimal("bank_cheque_to_base_currency_rate").orElse(null),
                row.optionalText("source").orElse(""));
    }

    /**
     * Makes exactly one POST and says what became of it. Never throws for anything that Sage does.
     *
     * @param bank where it is posted to
     * @param taxCode the id of the tax code in this company
     */
    public Outcome post(BankEntry entry, Banks.Bank bank, long taxCode) {
        return writing.post(
                new Request(entry.company(), entry.way().resource(), body(entry, bank, taxCode)),
                signIn -> new BankWrite(this, reads, entry, bank.id(), signIn));
    }

    /**
     * Makes exactly one POST and says what became of it. Never throws for anything that Sage does.
     *
     * @param from whose money it is
     * @param to where it goes
     */
    public Outcome post(BankTransfer transfer, Banks.Bank from, Banks.Bank to) {
        return writing.post(
                new Request(transfer.company(), "bank_transfer", body(transfer, from, to)),
                signIn -> new TransferWrite(this, reads, transfer, from.id(), to.id(), signIn));
    }

    private static String body(BankTransfer transfer, Banks.Bank from, Banks.Bank to) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("bank_from_id", from.id())
                .add("bank_to_id", to.id())
                .add("transaction_date", transfer.date() + "T00:00:00")
                .add("reference", transfer.reference())
                .add("second_reference", transfer.secondReference())
                .add("narrative", transfer.narrative())
                .add("payment_value", transfer.paid().amount());
        if (!from.isBase() || !to.isBase()) {
            body.add("receipt_value", transfer.received().amount());
        }
        add(body, "payment_to_base_exchange_rate", from, transfer.rates().paid());
        add(body, "receipt_to_base_exchange_rate", to, transfer.rates().received());
        String difference = transfer.difference();
        if (difference != null) {
            String[] parts = difference.split("/", -1);
            for (int i = 0; i < Math.min(parts.length, NOMINAL.length); i++) {
                if (!parts[i].isBlank()) {
                    body.add("exchange_difference_" + NOMINAL[i], parts[i]);
                }
            }
        }
        return body.build().toString();
    }

    /** A bank of the company's own currency has none. */
    private static void add(JsonObjectBuilder body, String name, Banks.Bank bank, @Nullable BigDecimal rate) {
        if (rate != null && !bank.isBase()) {
            body.add(name, rate);
        }
    }

    private static String body(BankEntry entry, Banks.Bank bank, long taxCode) {
        JsonObjectBuilder line = Json.createObjectBuilder();
        String[] parts = entry.nominal().split("/", -1);
        for (int i = 0; i < Math.min(parts.length, NOMINAL.length); i++) {
            if (!parts[i].isBlank()) {
                line.add(NOMINAL[i], parts[i]);
            }
        }
        line.add("gross_value", entry.value().amount());
        BigDecimal goods = entry.value().minus(entry.tax()).amount();
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("bank_id", bank.id())
                .add("transaction_date", entry.date() + "T00:00:00")
                .add("reference", entry.reference())
                .add("second_reference", entry.secondReference())
                .add("narrative", entry.narrative());
        if (bank.isBase()) {
            line.add("goods_value", goods)
                    .add("tax_code_id", taxCode)
                    .add("tax_value", entry.tax().amount());
        } else {
            body.add("tax_code_id", taxCode)
                    .add("cheque_value", entry.value().amount())
                    .add("cheque_goods_value", goods)
                    .add("cheque_tax_value", entry.tax().amount());
        }
        add(body, "exchange_rate", bank, entry.rate());
        return body.add("nominal_analysis_items", Json.createArrayBuilder().add(line))
                .build()
                .toString();
    }
}
