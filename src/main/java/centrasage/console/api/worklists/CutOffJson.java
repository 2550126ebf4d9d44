package centrasage.console.api.worklists;

import centrasage.console.api.csv.Csv;
import centrasage.console.api.json.Amount;
import centrasage.money.Money;
import centrasage.reconcile.cutoff.CutOffReport;
import centrasage.reconcile.cutoff.OpenAtCutOff;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How captures, despatches and invoices stood against each other at the end of a day.
 *
 * @param silent which companies could not be read, and why: their orders are on the last list only
 */
@Schema(name = "CutOff")
public record CutOffJson(
        @Schema(type = SchemaType.STRING, format = "date") LocalDate date,
        Part capturedNotDespatched,
        Part despatchedNotInvoiced,
        Part invoicedNotCaptured,
        Map<String, String> silent) {

    /**
     * @param sums in each currency
     * @param vat in these sums, as far as it is known
     */
    @Schema(name = "CutOffList")
    public record Part(long count, List<Amount> sums, List<Amount> vat, List<Row> items) {}

    /**
     * @param open what stands open, with VAT
     * @param vat in it; null where nothing tells it
     * @param note what is to be known about it
     */
    @Schema(name = "OpenAtCutOff")
    public record Row(
            String order,
            String company,
            String sageOrder,
            Amount open,
            @Nullable Amount vat,
            String note) {}

    static CutOffJson of(CutOffReport report) {
        return new CutOffJson(
                report.day(),
                part(report.capturedNotDespatched()),
                part(report.despatchedNotInvoiced()),
                part(report.invoicedNotCaptured()),
                report.silent());
    }

    private static Part part(List<OpenAtCutOff> rows) {
        return new Part(
                rows.size(),
                sums(rows.stream().map(OpenAtCutOff::open)),
                sums(rows.stream().map(OpenAtCutOff::vat)),
                rows.stream().map(CutOffJson::row).toList());
    }

    private static List<Amount> sums(Stream<@Nullable Money> amounts) {
        Map<String, Money> sums = new TreeMap<>();
        amounts.filter(Objects::nonNull)
                .forEach(money -> sums.merge(money.currency().getCurrencyCode(), money, Money::plus));
        return sums.values().stream().map(Amount::of).toList();
    }

    private static Row row(OpenAtCutOff open) {
        Money vat = open.vat();
        return new Row(
                open.order(),
                open.company(),
                open.sageOrder(),
                Amount.of(open.open()),
                vat == null ? null : Amount.of(vat),
                open.note());
    }

    Csv csv() {
        Csv table = new Csv("date", "list", "order", "company", "sage_order", "open", "vat", "currency", "note");
        rows(table, "captured-not-despatched", capturedNotDespatched);
        rows(table, "despatched-not-invoiced", despatchedNotInvoiced);
        rows(table, "invoiced-not-captured", invoicedNotCaptured);
        return table;
    }

    private void rows(Csv table, String list, Part part) {
        for (Row row : part.items()) {
            Amount vat = row.vat();
            table.row(
                    date.toString(),
                    list,
                    row.order(),
                    row.company(),
                    row.sageOrder(),
                    row.open().amount(),
                    vat == null ? "" : vat.amount(),
                    row.open().currency(),
                    row.note());
        }
    }
}
