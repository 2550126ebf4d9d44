package centrasage.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** The body of an answer over HTTP, read whole or not at all. */
public final class AnswerBody {
    private static final int PIECE_BYTES = 16 * 1024;

    private AnswerBody() {}

    /**
     * Reads to the end, or so many bytes. A time-out of the connection limits the time between two pieces only, so that an answer
     * which trickles in would hold its reader up for ever.
     *
     * @param limit for all of it; one more piece may be waited for beyond it
     * @throws SocketTimeoutException when it has not ended by then
     */
    public static byte[] read(InputStream in, int bytesMax, Duration limit) throws IOException {
        long begun = System.nanoTime();
        ByteArrayOutputStream whole = new ByteArrayOutputStream(PIECE_BYTES);
        byte[] piece = new byte[PIECE_BYTES];
        while (whole.size() < bytesMax) {
            int read = in.read(piece, 0, Math.min(piece.length, bytesMax - whole.size()));
            if (read < 0) {
                break;
            }
            whole.write(piece, 0, read);
            if (System.nanoTime() - begun > limit.toNanos()) {
                throw new SocketTimeoutException(
                        "the answer trickles in, and had not ended " + limit + " after it had begun");
            }
        }
        return whole.toByteArray();
    }
}
