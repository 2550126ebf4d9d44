package centrasage.settlements.paypal;

import centrasage.settlements.file.LineKind;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a row of PayPal's is by its event code, or by the group that the first two digits of it name. Codes whose effect on the clearing
 * account is not known to us are not here: they stop their batch until somebody has said what they are.
 *
 * @param sign of its amount: above zero where it is added to the balance; 0 where it may be either
 */
record PaypalCode(LineKind kind, int sign) {
    private static final int CODE_LENGTH = 5;
    private static final int GROUP_LENGTH = 3;
    private static final Map<String, PaypalCode> CODES = codes();

    private static Map<String, PaypalCode> codes() {
        Map<String, PaypalCode> codes = new TreeMap<>();
        all(codes, new PaypalCode(LineKind.SALE, 1), "T00");
        all(codes, new PaypalCode(LineKind.FEE, 0), "T01", "T1108", "T1109");
        all(codes, new PaypalCode(LineKind.CONVERSION, 0), "T02");
        all(codes, new PaypalCode(LineKind.PAYOUT, 1), "T03");
        all(codes, new PaypalCode(LineKind.PAYOUT, -1), "T04");
        all(codes, new PaypalCode(LineKind.REFUND, -1), "T1107");
        all(codes, new PaypalCode(LineKind.CHARGEBACK, -1), "T1106", "T1201");
        all(codes, new PaypalCode(LineKind.CHARGEBACK_REVERSAL, 1), "T1202");
        all(codes, new PaypalCode(LineKind.RESERVE, 0), "T1105", "T1110", "T1111", "T15");
        return codes;
    }

    private static void all(Map<String, PaypalCode> codes, PaypalCode code, String... names) {
        for (String name : names) {
            codes.put(name, code);
        }
    }

    /** @param name in upper case */
    static Optional<PaypalCode> of(String name) {
        PaypalCode itself = CODES.get(name);
        return itself != null || name.length() != CODE_LENGTH
                ? Optional.ofNullable(itself).filter(code -> name.length() == CODE_LENGTH)
                : Optional.ofNullable(CODES.get(name.substring(0, GROUP_LENGTH)));
    }

    /** Whether its amount stands on the side on which amounts of this code stand. */
    boolean allows(int signOfAmount) {
        return sign == 0 || signOfAmount == 0 || sign == signOfAmount;
    }
}
