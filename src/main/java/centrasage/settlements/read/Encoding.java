package centrasage.settlements.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How the bytes of a file are text: by its byte order mark where it has one, else as its provider writes; never by replacing what does not fit. */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    /** Of older tools under Windows. */
    WINDOWS_1252(Charset.forName("windows-1252"));

    private static final int MARK_MAX = 3;

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    /** Its text without its mark; reading it fails on what is no text in this encoding. */
    public Reader reader(Source source) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(source.open(), MARK_MAX);
        try {
            byte[] start = bytes.readNBytes(MARK_MAX);
            Charset marked = marked(start);
            int skipped = marked == null ? 0 : marked.equals(StandardCharsets.UTF_8) ? MARK_MAX : MARK_MAX - 1;
            bytes.unread(start, skipped, start.length - skipped);
            return decoded(bytes, marked == null ? charset : marked);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static Reader decoded(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static @Nullable Charset marked(byte[] start) {
        if (start.length == MARK_MAX && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF
                ? StandardCharsets.UTF_16BE
                : null;
    }
}
