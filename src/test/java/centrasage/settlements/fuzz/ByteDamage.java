package centrasage.settlements.fuzz;

import java.util.Arrays;
import java.util.Random;

/** Damages single bytes of whatever file. */
final class ByteDamage {
    private final Random random;

    ByteDamage(Random random) {
        this.random = random;
    }

    byte[] at(int at, byte[] bytes) {
        return switch (random.nextInt(6)) {
            case 0 -> with(bytes, at, (byte) random.nextInt(256));
            case 1 -> with(bytes, at, (byte) (bytes[at] ^ (1 << random.nextInt(8))));
            case 2 -> without(bytes, at);
            case 3 -> inserted(bytes, at, (byte) (32 + random.nextInt(95)));
            case 4 -> Arrays.copyOf(bytes, at);
            default -> digit(bytes, at);
        };
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] copy = bytes.clone();
        copy[at] = value;
        return copy;
    }

    private static byte[] without(byte[] bytes, int at) {
        byte[] copy = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, copy, at, bytes.length - at - 1);
        return copy;
    }

    private static byte[] inserted(byte[] bytes, int at, byte value) {
        byte[] copy = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, copy, at + 1, bytes.length - at);
        copy[at] = value;
        return copy;
    }

    /** The next digit of the same word becomes another. */
    private byte[] digit(byte[] bytes, int from) {
        for (int i = from; i < bytes.length && Character.isLetterOrDigit(bytes[i]); i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                return with(bytes, i, (byte) ('0' + random.nextInt(10)));
            }
        }
        return bytes;
    }
}
