package centrasage.refunds;

import centrasage.flow.OrdersFrom;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * What the operator decided that concerns returns and their credit notes.
 *
 * @param from the cut-over: returns of earlier orders are known and never posted
 * @param zone in which a day begins and ends
 * @param usualCompany the Sage company of what no mapping gives another
 * @param creditWhen {@code refunds.credit-when}
 * @param dated {@code refunds.dated}
 * @param returnCost {@code refunds.return-cost}
 * @param tolerance how far the parts of a return may be from its total, and its credit from what is invoiced: {@code refunds.tolerance}
 * @param money the types of Centra's payment entries that are money taken: {@code payments.money}
 * @param withoutReturnVat {@code refunds.without-return-vat}; empty holds every refund without a return
 */
public record RefundRules(
        OrdersFrom from,
        ZoneId zone,
        String usualCompany,
        CreditWhen creditWhen,
        Dated dated,
        ReturnCost returnCost,
        BigDecimal tolerance,
        Set<String> money,
        Optional<WithoutReturnVat> withoutReturnVat) {
    public RefundRules {
        money = Set.copyOf(money);
    }

    /** What must have happened to a return before it is credited. */
    public enum CreditWhen {
        COMPLETED,
        RETURNED_TO_STOCK
    }

    /** What is taken for the moment of completion, which Centra does not tell. */
    public enum Dated {
        /** When its order was last touched, as it was when the return was first read as completed. */
        ORDER_TOUCHED,
        /** When it was first read as completed. */
        FIRST_SEEN
    }

    /** What becomes of the VAT of what is given back without a return: a decision of the customer's adviser. */
    public enum WithoutReturnVat {
        /** It lessens all that was sold, each in its proportion. */
        PROPORTIONAL,
        /** It lessens the shipping, and what is more than that the rest in its proportion. */
        SHIPPING,
        /** It lessens no sale. */
        NONE
    }

    /** Where a fee that lessens a credit note is booked. */
    public enum ReturnCost {
        /** On its own nominal account, as a share below zero. */
        OWN_LINE,
        /** Off the sales. */
        OFF_SALES
    }

    /** As what goods are credited that came back and had been sold on a sales order of Sage's. */
    public enum CreditAs {
        /** A credit note of the sales ledger, at once. */
        CREDIT_NOTE,
        /** A sales return, which a user of Sage credits. */
        SOP_RETURN
    }
}
