package centrasage.sage200.client;

import centrasage.flow.event.SideHeard;
import centrasage.sage200.client.read.BankBalances;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.client.read.Couriers;
import centrasage.sage200.client.read.NominalAccounts;
import centrasage.sage200.client.read.SageCatalogue;
import centrasage.sage200.client.read.SageHoldings;
import centrasage.sage200.client.read.SageOpenLines;
import centrasage.sage200.client.read.SageProductGroups;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SageStock;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.SurveyReader;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.client.signin.SageAuthorization;
import centrasage.sage200.client.wire.SageSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The clients of one Sage 200 as the container would make them, for tests of what is built upon them. */
public final class SageClients {
    private static final String SITE = "6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41";

    private final SageSettings settings;
    private final SageReads reads;
    private final TransactionDates dates;

    /** @param url the base of its API */
    public SageClients(String url) {
        this.settings = new SageSettings(
                url.replaceAll("/+$", ""),
                SITE,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Pattern.compile("(?i)lock|in use"),
                Duration.ofMinutes(5),
                Duration.ofMinutes(2));
        this.reads = new SageReads(settings, SageAuthorization.NONE);
        this.dates = new TransactionDates(reads, settings.lookupsRefresh(), Clock.systemUTC());
    }

    public SageOrders orders() {
        return new SageOrders(settings, reads, SageAuthorization.NONE, Optional.empty(), Clock.systemUTC());
    }

    public SageReturns returns() {
        return new SageReturns(settings, reads, SageAuthorization.NONE, Optional.empty(), Clock.systemUTC());
    }

    public SageDespatches despatches() {
        return new SageDespatches(settings, reads, SageAuthorization.NONE, Optional.empty());
    }

    public SageLedger ledger() {
        return new SageLedger(settings, reads, SageAuthorization.NONE, Optional.empty());
    }

    /** @param signs {@code sage200.allocation-signs} */
    public SageAllocations allocations(String signs) {
        return new SageAllocations(settings, reads, SageAuthorization.NONE, Optional.empty(), signs);
    }

    public SageBalances balances() {
        return new SageBalances(reads);
    }

    public SageInvoices invoices() {
        return new SageInvoices(reads, false);
    }

    public SageBilling billing() {
        return new SageBilling(reads);
    }

    public PrintedInvoices printed() {
        return new PrintedInvoices(reads, false, "2");
    }

    /** Of a site that keeps the number of an invoice in the ledger's second reference. */
    public SageInvoices invoicesBySecondReference() {
        return new SageInvoices(reads, true);
    }

    public SageCashBook cashBook() {
        return new SageCashBook(settings, reads, SageAuthorization.NONE, Optional.empty());
    }

    public SagePurchases purchases() {
        return new SagePurchases(settings, cashBook(), reads, SageAuthorization.NONE, Optional.empty());
    }

    public BankBalances bankBalances() {
        return new BankBalances(reads);
    }

    public Banks banks() {
        return new Banks(reads, settings.lookupsRefresh(), Clock.systemUTC());
    }

    public NominalAccounts nominalAccounts() {
        return new NominalAccounts(reads);
    }

    public SageNominal nominal() {
        return new SageNominal(reads);
    }

    public Couriers couriers() {
        return new Couriers(reads, settings.lookupsRefresh(), Clock.systemUTC());
    }

    public SiteReader sites() {
        return new SiteReader(reads, settings.lookupsRefresh(), Clock.systemUTC());
    }

    public TransactionDates dates() {
        return dates;
    }

    public SurveyReader surveys() {
        return new SurveyReader(reads);
    }

    public SageCatalogue catalogue() {
        return new SageCatalogue(reads);
    }

    public SageHoldings holdings() {
        return new SageHoldings(reads);
    }

    public SageProductGroups productGroups() {
        return new SageProductGroups(reads, settings.lookupsRefresh(), Clock.systemUTC());
    }

    /** @param afterEach told when a read has ended */
    public SageOpenLines openLines(Consumer<SideHeard> afterEach) {
        return new SageOpenLines(new SageReads(settings, SageAuthorization.NONE, afterEach));
    }

    public SageOpenLines openLines() {
        return new SageOpenLines(reads);
    }

    public SageStock stock() {
        return new SageStock(reads);
    }
}
