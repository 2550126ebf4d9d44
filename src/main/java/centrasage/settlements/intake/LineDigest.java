package centrasage.settlements.intake;

import centrasage.settlements.file.SettlementLine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what a batch is known again however its file is written: its lines without their numbers, in whichever order they come. */
final class LineDigest {
    private final byte[] sum = new byte[32];

    /** Sums of hashes do not depend on the order, and unlike exclusive ors they tell two equal lines from none. */
    void add(SettlementLine line) {
        byte[] hash = sha256().digest(text(line).getBytes(StandardCharsets.UTF_8));
        int carry = 0;
        for (int i = sum.length - 1; i >= 0; i--) {
            int value = (sum[i] & 0xFF) + (hash[i] & 0xFF) + carry;
            sum[i] = (byte) value;
            carry = value >> 8;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** All that money hangs on; what a line is called and says besides is not. */
    private static String text(SettlementLine line) {
        return String.join(
                "\u0000",
                line.kind().name(),
                String.valueOf(line.bookedOn()),
                line.gross().toString(),
                line.rate().stripTrailingZeros().toPlainString(),
                line.net().toString(),
                line.fees().toString(),
                line.references().toString());
    }

    /** In 64 small hexadecimal digits. */
    String hex() {
        return HexFormat.of().formatHex(sum);
    }
}
