package centrasage.simulator.sage200.auth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** MD4 as in RFC 1320: NTLM hashes passwords with it, and the JDK no longer offers it. */
final class Md4 {
    private static final int BLOCK = 64;
    private static final int[][] SHIFTS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
    private static final int[] ADDED = {0, 0x5a827999, 0x6ed9eba1};
    private static final int[] THIRD_ROUND = {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15};

    private Md4() {}

    static byte[] hash(byte[] message) {
        int padded = (message.length + 8) / BLOCK * BLOCK + BLOCK;
        ByteBuffer in = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
        in.put(message).put((byte) 0x80);
        in.putLong(padded - 8, message.length * 8L);
        in.rewind();
        int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
        while (in.hasRemaining()) {
            int[] words = new int[16];
            for (int i = 0; i < words.length; i++) {
                words[i] = in.getInt();
            }
            mix(state, words);
        }
        ByteBuffer out = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (int part : state) {
            out.putInt(part);
        }
        return out.array();
    }

    private static void mix(int[] state, int[] words) {
        int[] s = state.clone();
        for (int step = 0; step < 48; step++) {
            int round = step / 16;
            int place = step % 16;
            int a = (4 - step % 4) % 4;
            int sum = s[a]
                    + function(round, s[(a + 1) % 4], s[(a + 2) % 4], s[(a + 3) % 4])
                    + words[word(round, place)]
                    + ADDED[round];
            s[a] = Integer.rotateLeft(sum, SHIFTS[round][step % 4]);
        }
        for (int i = 0; i < state.length; i++) {
            state[i] += s[i];
        }
    }

    private static int function(int round, int x, int y, int z) {
        return switch (round) {
            case 0 -> (x & y) | (~x & z);
            case 1 -> (x & y) | (x & z) | (y & z);
            default -> x ^ y ^ z;
        };
    }

    private static int word(int round, int place) {
        return switch (round) {
            case 0 -> place;
            case 1 -> place % 4 * 4 + place / 4;
            default -> THIRD_ROUND[place];
        };
    }
}
