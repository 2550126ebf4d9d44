package centrasage.console.api.reconciliation;

import centrasage.console.api.json.Amount;
import centrasage.flow.PostingKey;
import centrasage.money.Money;
import centrasage.reconcile.completeness.DespatchRow;
import centrasage.reconcile.completeness.OrderRow;
import centrasage.reconcile.completeness.Report;
import centrasage.reconcile.entries.EntryRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Both systems on one day.
 *
 * @param silent what could not be read, and why: nothing is said of that, and everything of the rest
 */
@Schema(name = "Reconciliation")
public record ReconciliationJson(
        @Schema(type = SchemaType.STRING, format = "date") LocalDate date,
        Orders orders,
        Despatches despatches,
        Entries entries,
        Map<String, String> silent) {

    /** How many, and what they come to in each currency. */
    @Schema(name = "ReconciliationSide")
    public record Side(long count, List<Amount> sums) {}

    /**
     * @param difference Centra's sums less Sage's, in each currency in which they differ: what the differences of the rows add up to
     * @param rows every order that does not agree
     */
    @Schema(name = "ReconciledOrders")
    public record Orders(Side centra, Side sage, List<Amount> difference, List<Row> rows) {}

    /**
     * @param standing how it stands, such as NOT_COLLECTED; FOR_A_PERSON where an exception is open
     * @param difference Centra's total less Sage's; two where they are in different currencies
     */
    @Schema(name = "ReconciledOrder")
    public record Row(
            String number,
            String company,
            String standing,
            @Nullable String state,
            @Nullable Amount centra,
            @Nullable Amount sage,
            List<Amount> difference) {}

    /** How many shipments Centra has completed, and how many of them Sage has despatched; their money is the orders' own. */
    @Schema(name = "ReconciledDespatches")
    public record Despatches(long centra, long sage, List<Shipment> rows) {}

    /** @param difference in words, where the quantities are others */
    @Schema(name = "ReconciledShipment")
    public record Shipment(
            String number,
            String company,
            String standing,
            @Nullable String state,
            @Nullable String despatch,
            @Nullable Amount value,
            String difference) {}

    /**
     * Receipts, refunds, credit notes and entries of gift cards that were posted for the day.
     *
     * @param here how many were posted, and what they come to
     * @param sage what Sage 200 has of them
     * @param rows every one that does not agree
     */
    @Schema(name = "ReconciledEntries")
    public record Entries(Side here, Side sage, List<Entry> rows) {}

    /** @param transaction Sage's numbers of what it has; empty where it has none */
    @Schema(name = "ReconciledEntry")
    public record Entry(
            String number,
            String company,
            String kind,
            String standing,
            String transaction,
            Amount here,
            @Nullable Amount sage) {}

    static ReconciliationJson of(LocalDate date, Report report) {
        return new ReconciliationJson(
                date,
                orders(report.orders()),
                despatches(report.despatches()),
                entries(report.entries()),
                report.silent());
    }

    private static Entries entries(List<EntryRow> rows) {
        return new Entries(
                side(rows.stream().map(EntryRow::amount)),
                side(rows.stream().map(EntryRow::inSage)),
                rows.stream()
                        .filter(row -> !row.agrees())
                        .map(ReconciliationJson::entry)
                        .toList());
    }

    private static Entry entry(EntryRow row) {
        PostingKey key = row.posted().command().key();
        Money inSage = row.inSage();
        return new Entry(
                key.sourceKey(),
                key.company(),
                key.kind().name(),
                row.word(),
                row.urns(),
                Amount.of(row.amount()),
                inSage == null ? null : Amount.of(inSage));
    }

    private static Orders orders(List<OrderRow> rows) {
        return new Orders(
                side(rows.stream().map(OrderRow::centra)),
                side(rows.stream().map(OrderRow::sage)),
                amounts(differences(rows)),
                rows.stream()
                        .filter(row -> !row.agrees())
                        .map(ReconciliationJson::row)
                        .toList());
    }

    private static Side side(Stream<@Nullable Money> totals) {
        List<Money> known = totals.filter(Objects::nonNull).toList();
        Map<String, Money> sums = new TreeMap<>();
        known.forEach(money -> sums.merge(money.currency().getCurrencyCode(), money, Money::plus));
        return new Side(known.size(), amounts(sums.values()));
    }

    private static Collection<Money> differences(List<OrderRow> rows) {
        Map<String, Money> sums = new TreeMap<>();
        rows.forEach(row ->
                row.difference().forEach(money -> sums.merge(money.currency().getCurrencyCode(), money, Money::plus)));
        return sums.values();
    }

    private static List<Amount> amounts(Collection<Money> all) {
        return all.stream().filter(money -> !money.isZero()).map(Amount::of).toList();
    }

    private static Row row(OrderRow row) {
        Money centra = row.centra();
        Money sage = row.sage();
        return new Row(
                row.number(),
                row.company(),
                row.word(),
                row.posting() == null ? null : row.posting().state().name(),
                centra == null ? null : Amount.of(centra),
                sage == null ? null : Amount.of(sage),
                amounts(row.difference()));
    }

    private static Despatches despatches(List<DespatchRow> rows) {
        return new Despatches(
                rows.stream().filter(DespatchRow::inCentra).count(),
                rows.stream().filter(row -> row.inSage() != null).count(),
                rows.stream()
                        .filter(row -> !row.agrees())
                        .map(ReconciliationJson::shipment)
                        .toList());
    }

    private static Shipment shipment(DespatchRow row) {
        Money value = row.value();
        return new Shipment(
                row.number(),
                row.company(),
                row.word(),
                row.posting() == null ? null : row.posting().state().name(),
                row.inSage(),
                value == null ? null : Amount.of(value),
                row.difference());
    }
}
