package centrasage.settlements.file;

/**
 * By what a line is found again at the provider and in the shop. All are text as the file has it; empty where it says nothing.
 *
 * @param payment the provider's reference of the payment; the same for its captures and refunds
 * @param modification the provider's reference of this capture, refund or chargeback
 * @param merchant the shop's reference; not unique
 * @param order the shop's reference of the order, where the file has one beside the other
 */
public record References(String payment, String modification, String merchant, String order) {
    public static final References NONE = new References("", "", "", "");
}
