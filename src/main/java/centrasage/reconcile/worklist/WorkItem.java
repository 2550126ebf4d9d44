package centrasage.reconcile.worklist;

import centrasage.money.Money;
import java.time.LocalDate;

/**
 * One order, or one invoice, that waits for a person in Sage 200.
 *
 * @param order Centra's number; of an invoice over several orders all of them
 * @param sageOrder Sage's number of the order
 * @param document what waits: the despatches, the invoice, or the sales returns
 * @param value with VAT
 * @param since the day of the oldest document that waits
 */
public record WorkItem(String company, String order, String sageOrder, String document, Money value, LocalDate since) {}
