package centrasage.console.words;

import centrasage.desk.BusinessException;
import centrasage.flow.OrderName;
import centrasage.flow.PaymentNumber;
import centrasage.flow.Reason;
import centrasage.flow.ReturnNumber;
import centrasage.orders.check.ByHand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an exception means to the business and what to do about it.
 *
 * @param why why it matters, in one or two sentences
 * @param steps what to do, in this order
 * @param plannable whether planning the order again can help
 * @param byHand whether this version has no rule for such an order, so that planning it again ends as before
 * @param opensAgain when it is opened again after a person has resolved it
 */
public record Advice(String why, List<String> steps, boolean plannable, boolean byHand, String opensAgain) {

    public static Advice of(BusinessException exception, Amounts amounts) {
        boolean plannable = exception.kind().isPlannable();
        boolean byHand = plannable && exception.reasons().stream().anyMatch(Advice::isByHand);
        return new Advice(
                why(exception, amounts.inWords(exception.atRisk())),
                byHand ? byHand(exception) : mended(exception, plannable),
                plannable,
                byHand,
                opensAgain(exception.kind()));
    }

    private static String opensAgain(BusinessException.Kind kind) {
        return switch (kind) {
            case CHANGED_AFTER_POSTING -> "It opens again if its content changes in Centra once more.";
            case MAPPING_CHECK,
                    SITE_CHECK,
                    STOCK_HELD,
                    STOCK_NOT_SHOWN,
                    STOCK_UNMATCHED,
                    STOCK_NOT_PUBLISHED,
                    STOCK_ONLY_IN_CENTRA,
                    STOCK_BY_API,
                    CATALOGUE_NOT_PUBLISHED,
                    CATALOGUE_DIFFERS,
                    CATALOGUE_WAITS,
                    FEED_SILENT,
                    ALERT_NOT_SENT,
                    DESPATCHED_NOT_INVOICED,
                    PENDING_NOT_POSTED,
                    RETURNED_NOT_CREDITED,
                    SETTLEMENT_NOT_MAPPED,
                    SETTLEMENT_MISSING,
                    SETTLEMENT_UNMATCHED,
                    NEVER_PAID_OUT,
                    JOURNAL_NOT_IMPORTED,
                    CLEARING_DIFFERS,
                    CLEARING_BASE_DIFFERS -> "It opens again if the next check still finds it.";
            case JOB_FAILED, RUN_GIVEN_UP -> "It opens again if it happens once more.";
            default ->
                "It stays closed for as long as the same is found. It opens again when something else is, or when this"
                        + " is over and comes back.";
        };
    }

    private static boolean isByHand(Reason reason) {
        return ByHand.isTheOnlyWay(reason.code());
    }

    private static List<String> mended(BusinessException exception, boolean plannable) {
        Stream<String> remedies = exception.reasons().stream().map(Reason::remedy);
        String last = plannable
                ? "Press Plan again. When nothing is missing any more, it is posted and closes itself."
                : last(exception.kind());
        return Stream.concat(remedies, Stream.of(last)).distinct().toList();
    }

    private static String last(BusinessException.Kind kind) {
        return switch (kind) {
            case PARKED, STUCK ->
                "Press Try now once it is mended, or wait: it is tried by itself, and closes itself when it has gone"
                        + " on.";
            case CAUSE ->
                "Press Plan again: all of them are planned again. It closes itself when nothing is stopped by it any"
                        + " more.";
            case OUTAGE, NOT_PLANNED, MANY_STUCK, DESPATCHED_NOT_INVOICED, PENDING_NOT_POSTED, RETURNED_NOT_CREDITED ->
                "It closes itself when it is over.";
            default -> "Resolve it here, and say in a few words what you did.";
        };
    }

    /** What else is wrong is mended first: Sage 200 would ask the person who enters it for the same. */
    private static List<String> byHand(BusinessException exception) {
        Stream<String> others =
                exception.reasons().stream().filter(reason -> !isByHand(reason)).map(Reason::remedy);
        Stream<String> steps = Stream.of(
                "Enter the order in Sage 200 by hand, with " + OrderName.of(exception.sourceKey())
                        + " as its customer order number. This version has no rule that posts it.",
                "Press Resolve, and say under which number you entered it. It is never sent from here then.");
        return Stream.concat(others, steps).distinct().toList();
    }

    private static String changed(BusinessException exception, String money) {
        return exception.atRisk().isZero()
                ? "Sage 200 still shows the order as it was before. No money differs; what is despatched from there,"
                        + " and to whom, may not be what the customer asks for now."
                : "Sage 200 still shows the order as it was before, " + money + " apart. What is despatched and"
                        + " invoiced there may not be what the customer ordered and pays for.";
    }

    private static String parked(String money) {
        return "It cannot be taken there now, and nothing was left behind. " + money
                + " waits for what stands against it. It is tried again by itself.";
    }

    private static String stuck(String money) {
        return "It should have gone on by now. Until it does, " + money
                + " is not known to be as it should in Sage 200.";
    }

    /** Gone through since, or given up: which of the two, its order's page and the note below say. */
    private static String over(String money) {
        return "It could not go on for a while: " + money + " waited. This is over.";
    }

    /** Of money that came, and not of goods that go. */
    private static Optional<String> whyOfPayment(BusinessException.Kind kind, String money) {
        return switch (kind) {
            case HELD, REFUSED ->
                Optional.of("A payment of " + money
                        + " is not in the books: the customer’s account shows it as owed, and the"
                        + " clearing bank lacks it, until its receipt is posted.");
            case CHANGED_AFTER_POSTING ->
                Optional.of(
                        "Sage 200 shows a payment of " + money + " that is another one in Centra by now, or none. The"
                                + " clearing bank may hold money that never came.");
            case DUPLICATE ->
                Optional.of("Sage 200 shows money twice that came once: the clearing bank would hold " + money
                        + " too much.");
            default -> Optional.empty();
        };
    }

    /** Of goods that came back, and not of goods that go. */
    private static Optional<String> whyOfReturn(BusinessException.Kind kind, String money) {
        return switch (kind) {
            case HELD, REFUSED ->
                Optional.of("A return of " + money
                        + " is not in the books: sales and VAT are too high by it, until its credit"
                        + " note is posted.");
            case CHANGED_AFTER_POSTING ->
                Optional.of("Sage 200 shows a credit note of " + money
                        + " for a return that is another one in Centra by now, or none. Sales and VAT may be too low.");
            case DUPLICATE ->
                Optional.of(
                        "Sage 200 shows a return twice that was one: sales and VAT would be too low by " + money + ".");
            default -> Optional.empty();
        };
    }

    /** Of a batch of a payment provider's, and of no order. */
    private static Optional<String> whyOfSettlement(BusinessException.Kind kind, String money) {
        return switch (kind) {
            case HELD, REFUSED ->
                Optional.of("A part of a payout, " + money
                        + ", is not in the books: the clearing bank stands off by it until it is posted.");
            case DUPLICATE ->
                Optional.of("Sage 200 shows a part of a payout twice: the clearing bank stands " + money + " off.");
            default -> Optional.empty();
        };
    }

    private static String why(BusinessException exception, String money) {
        Optional<String> ofMoney = Optional.empty();
        if (Signs.isOfSettlement(exception.sourceKey())) {
            ofMoney = whyOfSettlement(exception.kind(), money);
        } else if (PaymentNumber.is(exception.sourceKey())) {
            ofMoney = whyOfPayment(exception.kind(), money);
        } else if (ReturnNumber.is(exception.sourceKey())) {
            ofMoney = whyOfReturn(exception.kind(), money);
        }
        return ofMoney.orElseGet(() -> whyOfOrder(exception, money));
    }

    private static String whyOfOrder(BusinessException exception, String money) {
        return switch (exception.kind()) {
            case CAUSE ->
                "One cause keeps all of them from Sage 200, and what mends it for one mends all. Together they come to "
                        + money + " or more, and none of them is in the books.";
            case HELD ->
                "A customer’s order of " + money + " is not in the books. Until it is posted, Sage 200 can neither"
                        + " allocate nor despatch nor invoice it.";
            case REFUSED ->
                "Sage 200 said no, and nothing was left behind there. A customer’s order of " + money
                        + " is not in the books.";
            case PARKED -> exception.state() == BusinessException.State.OPEN ? parked(money) : over(money);
            case STUCK -> exception.state() == BusinessException.State.OPEN ? stuck(money) : over(money);
            case OUTAGE ->
                "Nothing can be posted, and what was sent last cannot be read back, until it answers again. Nothing is"
                        + " lost.";
            case NOT_PLANNED -> "What is not planned is not posted: sales are missing in Sage 200.";
            case MANY_STUCK ->
                "Something stands against all of them at once. What mends it for one of them most likely mends all.";
            case NOT_CORRECTED ->
                "The order is in Sage 200, with a total that is " + money
                        + " off what the customer pays. It would stay open on" + " the clearing account.";
            case CHANGED_AFTER_POSTING -> changed(exception, money);
            case TOTAL_DIFFERS ->
                "The customer pays one total and Sage 200 has another. " + money
                        + " would stay open on the clearing account.";
            case VAT_DIFFERS ->
                "The customer was charged one VAT and Sage 200 has another, " + money
                        + " apart. The VAT return would not agree with what was sold.";
            case DATE_DIFFERS ->
                "It is in the books of Sage 200 once, with " + money
                        + ", and may stand in another period or VAT return than that of its true day.";
            case CAPTURES_DIFFER ->
                "What the customer paid is not what the order comes to: " + money
                        + " would stay open on the customer’s account once it is invoiced.";
            case DUPLICATE ->
                "Sage 200 would despatch and invoice the order twice: " + money
                        + " of sales and goods that nobody ordered.";
            case DRIFT ->
                "Somebody has changed the order in Sage 200 after it was posted. What is despatched and invoiced there"
                        + " may not be what the customer ordered and pays for.";
            case MISSING_IN_SAGE ->
                "The order was in Sage 200 and is not there any more: " + money
                        + " of sales would be neither despatched nor invoiced. It is never posted again by itself.";
            case STOPPED_IN_SAGE ->
                "A customer’s order of " + money + " goes no further in Sage 200, and the customer still waits for it.";
            case DRAFT_IN_SAGE ->
                "Somebody has begun to change or copy the order in Sage 200 and has not finished. Finished, a copy"
                        + " would be a second order.";
            case NOT_EXPECTED_IN_SAGE ->
                "Sage 200 would despatch and invoice " + money + " that no order posted from here asks for.";
            case NOT_COLLECTED ->
                "It was made in Centra and never arrived here, so that " + money
                        + " would be missing in Sage 200. It was read by its number now and is planned with the next"
                        + " run.";
            case FORGOTTEN ->
                "Nobody would have been told: " + money + " is not in the books, and nothing works on it.";
            case NOT_IN_CENTRA -> "Sage 200 would despatch and invoice " + money + " that no order in Centra asks for.";
            case NOT_DESPATCHED ->
                "The goods have left the warehouse, and in Sage 200 they are still in stock and not to be invoiced: "
                        + money + ".";
            case DESPATCH_DIFFERS ->
                "What Sage 200 will invoice, and what it takes from stock, is not what left the warehouse.";
            case DESPATCH_NOT_IN_CENTRA ->
                "Sage 200 says that goods have left of which Centra knows nothing: they would be invoiced and gone"
                        + " from stock.";
            case ENTRY_MISSING_IN_SAGE ->
                money
                        + " is in the books here and not in Sage 200: the customer’s account, the bank and the VAT"
                        + " return are that much short or more. It is never posted again by itself.";
            case ENTRY_DIFFERS ->
                "What Sage 200 holds is not what was posted from here: the account and the bank do not prove to what"
                        + " was paid.";
            case OPEN_ITEM_DIFFERS ->
                "Up to " + money
                        + " of the customer’s account was settled in Sage 200, or is open again, and nothing here says"
                        + " why.";
            case LEDGER_PUT_BACK ->
                "What was posted since the day to which the company was put back is missing in its books, " + money
                        + " or more of it, and is not posted again by itself.";
            case AUDIT_BROKEN ->
                "What was done, and by whom, can no longer be proved. If the database was put back to an earlier day,"
                        + " orders that were posted since are forgotten here.";
            case AUDIT_HEADS_LOST ->
                "Until it is there again, nobody would notice if the end of the audit trail were cut off.";
            case DESPATCHED_NOT_INVOICED ->
                "The customers have their goods and have paid, and Sage 200 shows no sale: turnover, VAT and the"
                        + " debtors are "
                        + money + " short or more until they are invoiced.";
            case PENDING_NOT_POSTED ->
                "The invoices are printed and not in the sales ledger: turnover, VAT and the debtors are " + money
                        + " short or more, and what was paid cannot be allocated.";
            case RETURNED_NOT_CREDITED ->
                "The goods are back and the customers have their money, and Sage 200 shows no credit, or another one:"
                        + " turnover, VAT and the debtors are " + money + " too high or more.";
            case INVOICE_NOT_TAKEN ->
                "Money that was paid for these orders stands open on the account beside the invoice: it cannot be told"
                        + " by itself how much of the invoice belongs to which order.";
            case SETTLEMENT_FILE ->
                "Nothing of this file is matched or posted, so the payouts in it stand in the clearing bank as if they"
                        + " had never been paid.";
            case SETTLEMENT_NOT_PROVEN ->
                "Payout, fees and all else of this batch, " + money
                        + " or more, are not posted, because the file contradicts itself. Other batches are not held"
                        + " up.";
            case SETTLEMENT_NOT_MAPPED ->
                "Payout, fees and all else of this batch, " + money
                        + " or more, are not posted, because nobody has said into which clearing bank it belongs.";
            case SETTLEMENT_DIFFERS ->
                "What is posted is the earlier version. The provider says something else by now, and which of both was"
                        + " paid is told by the bank statement alone.";
            case SETTLEMENT_MISSING ->
                "A batch of the provider's was never received: its payout and fees are missing in Sage 200, and the"
                        + " clearing bank cannot come to what is open.";
            case SETTLEMENT_UNMATCHED ->
                "The provider has paid these lines out, and no receipt or refund that is known here goes with them: "
                        + money
                        + " stand open in the clearing bank the other way round. The rest of the payout is posted.";
            case FEES_DIFFER ->
                "The fees are posted as the provider kept them, " + money
                        + " more or less than its contract says. Each further payout repeats it.";
            case NEVER_PAID_OUT ->
                "Shoppers have paid " + money
                        + ", Sage 200 shows it in the clearing bank, and no file of the provider has paid it out for"
                        + " longer than may be.";
            case PAYOUT_NOT_ARRIVED -> "Sage 200 shows " + money + " in the bank, and no statement of the bank does.";
            case JOURNAL_DIFFERS ->
                "A journal of " + money
                        + " was posted to Sage 200 otherwise than it was proposed: the accounts that it was to put"
                        + " right are not right.";
            case JOURNAL_NOT_IMPORTED ->
                "A variance of " + money
                        + " is explained here and not posted in Sage 200: its accounts are wrong by that until the"
                        + " journal is imported.";
            case CLEARING_DIFFERS ->
                "The clearing bank in Sage 200 is " + money
                        + " off what is known to be open in it: until that is explained, nobody can say what the"
                        + " provider still owes.";
            case CLEARING_BASE_DIFFERS ->
                "In its own currency the clearing bank may be right. In the company's own it is " + money
                        + " off what its receipts and payouts were booked with: profit or loss by exchange rates that"
                        + " nobody has posted.";
            case STOCK_HELD ->
                "Centra goes on with the figures from before: if the new ones are right, it sells what is not there"
                        + " any more, or does not sell what is.";
            case STOCK_NOT_SHOWN ->
                "Centra shows older figures of these SKUs than Sage 200 has: it may sell what is not there any more.";
            case STOCK_UNMATCHED ->
                "Sage 200 has stock of them that Centra does not sell, or sells by figures that nobody keeps.";
            case STOCK_NOT_PUBLISHED ->
                "Nothing of this warehouse's stock is told to Centra: what it shows of it is old.";
            case STOCK_ONLY_IN_CENTRA ->
                "Centra goes on selling them, however many there are: nothing in Sage 200 ever lowers the figure.";
            case STOCK_BY_API ->
                "The figures are the same; Centra learns of each change later than it would from the database.";
            case CATALOGUE_NOT_PUBLISHED ->
                "What Sage 200 changes of these prices or fields does not reach Centra: it sells at other prices.";
            case CATALOGUE_DIFFERS ->
                "Customers see something else than Sage 200 says. Nothing is overwritten until somebody decides.";
            case CATALOGUE_WAITS ->
                "Centra shows and sells by what Sage 200 said before: others use up the quota that it would be told"
                        + " with.";
            case RUN_GIVEN_UP -> "Its process died under it again and again, or it could not be restarted.";
            case JOB_FAILED -> "What it does each night was not done, and is not tried again before tomorrow.";
            case FEED_SILENT ->
                "Everything looks well, and what usually comes does not: it may be missing in Sage 200 or Centra"
                        + " without any error. It closes itself when it comes again.";
            case ALERT_NOT_SENT ->
                "People who rely on being told are not told this way. Other channels go on; nothing else stops.";
            case MAPPING_CHECK ->
                "Orders that need this will be held. It is found before they come, or while they wait; it closes"
                        + " itself with the first check after it is mended.";
            case SITE_CHECK ->
                "Sage 200 is set up so that orders will be refused, or posted otherwise than they should be. It closes"
                        + " itself with the first check after it is mended.";
        };
    }
}
