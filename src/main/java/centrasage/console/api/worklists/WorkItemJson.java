package centrasage.console.api.worklists;

import centrasage.console.api.csv.Csv;
import centrasage.console.api.json.Amount;
import centrasage.reconcile.worklist.WorkItem;
import centrasage.reconcile.worklist.Worklist;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One order, or one invoice, that waits for a person in Sage 200.
 *
 * @param order Centra's number; several where an invoice is of several orders
 * @param sageOrder Sage's number of the order
 * @param document the despatches, or the invoice, that wait
 * @param value with VAT
 * @param since the day of the oldest document that waits
 * @param ageDays how many days ago that was, in the zone of the books
 * @param owner who is to do it
 * @param remedy what to do
 */
@Schema(name = "WorkItem")
public record WorkItemJson(
        String order,
        String company,
        String sageOrder,
        String document,
        Amount value,
        @Schema(type = SchemaType.STRING, format = "date") LocalDate since,
        long ageDays,
        String owner,
        String remedy) {

    static WorkItemJson of(Worklist list, WorkItem item, long age) {
        return new WorkItemJson(
                item.order(),
                item.company(),
                item.sageOrder(),
                item.document(),
                Amount.of(item.value()),
                item.since(),
                age,
                list.owner().name(),
                list.remedy());
    }

    static Csv csv() {
        return new Csv(
                "order",
                "company",
                "sage_order",
                "document",
                "value",
                "currency",
                "since",
                "age_days",
                "owner",
                "remedy");
    }

    void into(Csv table) {
        table.row(
                order,
                company,
                sageOrder,
                document,
                value.amount(),
                value.currency(),
                since.toString(),
                Long.toString(ageDays),
                owner,
                remedy);
    }
}
