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
import centrasage.sage200.ledger.PurchaseEntry;
import centrasage.sage200.ledger.SupplierPayment;
import centrasage.sage200.ledger.SupplierRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * Suppliers of Sage 200 and payments of their accounts: found by their references in the purchase ledger and in the banks, posted by one
 * POST each. Sage's answer to it tells the urn alone, and nothing posted can be changed.
 */
@ApplicationScoped
public class SagePurchases {
    private static final Resource LEDGER = new Resource(
            "purchase_transaction_views",
            "purchase ledger transactions",
            LedgerRows.REFERENCE,
            Query.select("posted_supplier_transaction_id,supplier_id,reference,second_reference,transaction_date,"
                            + "document_gross_value,urn")
                    .orderedBy("posted_supplier_transaction_id"));

    private static final Resource SUPPLIERS = new Resource(
            "supplier_views", "suppliers", LedgerRows.REFERENCE, Query.select("id,reference,currency_iso_code"));

    private SageCashBook cashBook;
    private SageReads reads;
    private Writing writing;

    @SuppressWarnings("NullAway.Init")
    SagePurchases() {}

    @Inject
    public SagePurchases(Config config, SageCashBook cashBook, SageReads reads, SageAuthorization authorization) {
        this(SageSettings.of(config), cashBook, reads, authorization, authorization.windows());
    }

    public SagePurchases(
            SageSettings settings,
            SageCashBook cashBook,
            SageReads reads,
            Authorization authorization,
            Optional<WindowsSignIn> windows) {
        this.cashBook = cashBook;
        this.reads = reads;
        this.writing = new Writing(settings, authorization, windows);
    }

    /** @param currency its ISO code; empty where Sage does not say */
    public record Supplier(long id, String currency) {
        /** Whether it may be of this currency: what Sage does not say speaks against none. */
        public boolean isOf(Currency other) {
            return currency.isEmpty() || currency.equalsIgnoreCase(other.getCurrencyCode());
        }
    }

    /**
     * The supplier of this account reference, in either case; empty where the company has none.
     *
     * @throws TargetUnavailable when Sage cannot be asked, or answers what cannot be read
     */
    public Optional<Supplier> supplier(String company, String reference) throws TargetUnavailable {
        return rows(company, SUPPLIERS, reference, SagePurchases::supplier).stream()
                .findFirst();
    }

    private static Supplier supplier(Row row) {
        return new Supplier(row.id("id"), row.optionalText("currency_iso_code").orElse(""));
    }

    /**
     * What carries the references of this payment.
     *
     * @throws TargetUnavailable when Sage cannot be asked, or answers what cannot be read
     */
    public SupplierRows find(SupplierPayment payment) throws TargetUnavailable {
        return SupplierRows.of(
                rows(payment.company(), LEDGER, payment.reference(), SagePurchases::entry),
                cashBook.find(payment.company(), List.of(payment.reference()))
                        .getOrDefault(payment.reference(), List.of()),
                payment);
    }

    private <T> List<T> rows(String company, Resource resource, String key, Function<Row, T> made)
            throws TargetUnavailable {
        try {
            return new KeyedRows(reads, company, resource)
                    .find(List.of(key)).getOrDefault(key, List.of()).stream()
                            .map(json -> made.apply(new Row(json)))
                            .toList();
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed | ClassCastException e) {
            throw new TargetUnavailable("Sage 200's " + resource.words() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static PurchaseEntry entry(Row row) {
        return new PurchaseEntry(
                row.id("posted_supplier_transaction_id"),
                Long.toString(row.id("urn")),
                row.id("supplier_id"),
                row.text(LedgerRows.REFERENCE),
                row.optionalText(LedgerRows.SECOND_REFERENCE).orElse(""),
                row.optionalText(LedgerRows.DATE).map(LedgerRows::date).orElse(null),
                row.decimal("document_gross_value"));
    }

    /** Makes exactly one POST and says what became of it. Never throws for anything that Sage does. */
    public Outcome post(SupplierPayment payment, Supplier supplier, Banks.Bank bank) {
        return writing.post(
                new Request(payment.company(), payment.way().resource(), body(payment, supplier, bank)),
                signIn -> new SupplierWrite(this, reads, payment, signIn));
    }

    /** Supplier, bank and cheque are of one currency, which is what Sage takes where none is sent. */
    private static String body(SupplierPayment payment, Supplier supplier, Banks.Bank bank) {
        return Json.createObjectBuilder()
                .add("supplier_id", supplier.id())
                .add("bank_id", bank.id())
                .add("cheque_value", payment.value().amount())
                .add("transaction_date", payment.date() + "T00:00:00")
                .add("reference", payment.reference())
                .add("second_reference", payment.secondReference())
                .build()
                .toString();
    }
}
