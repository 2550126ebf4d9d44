package centrasage.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The texts of mapping files by their names, as they were found or sent, and what is wrong with those that cannot be read. */
public final class MappingFiles {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<String, @Nullable String> texts = new TreeMap<>();
    private final Map<String, MappingFault> unread = new TreeMap<>();

    /**
     * Strict: a wrong byte is a fault, never a question mark in an account. No file of ours has a zero in it; one in UTF-16 has
     * many, and would else be told as wrong columns.
     */
    public void add(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            add(name, text);
        } catch (CharacterCodingException e) {
            addUnread(name, "is not UTF-8; save it as CSV UTF-8");
        }
    }

    /** @param text null where the file is to be removed */
    public void add(String name, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            addUnread(name, "is not UTF-8; save it as CSV UTF-8");
        } else {
            texts.put(name, text == null ? null : withoutMark(text));
        }
    }

    void addUnread(String name, String remedy) {
        unread.put(name, MappingFault.ofFile(name, remedy));
    }

    public boolean has(String name) {
        return texts.containsKey(name) || unread.containsKey(name);
    }

    public boolean isEmpty() {
        return texts.isEmpty() && unread.isEmpty();
    }

    /** Null stands for a file that is to be removed. */
    public Map<String, @Nullable String> texts() {
        return Collections.unmodifiableMap(texts);
    }

    Map<String, MappingFault> unread() {
        return unread;
    }

    /** What is read of both: those of other files as they are, in place of them what was sent. */
    public Map<String, String> over(Map<String, String> others) {
        Map<String, String> files = new TreeMap<>(withoutMarks(others));
        texts.forEach((name, text) -> {
            if (text == null) {
                files.remove(name);
            } else {
                files.put(name, text);
            }
        });
        return files;
    }

    /** Excel begins a file with a mark that says nothing: the same file without it is the same. */
    public static Map<String, String> withoutMarks(Map<String, String> files) {
        Map<String, String> plain = new TreeMap<>();
        files.forEach((name, text) -> plain.put(name, withoutMark(text)));
        return plain;
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
