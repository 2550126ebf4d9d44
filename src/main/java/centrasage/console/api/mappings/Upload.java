package centrasage.console.api.mappings;

import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The mapping files that somebody sent: as JSON, or as a zip.
 *
 * @param files by name; null removes the file
 * @param note why, as the body says it; empty where it does not
 */
record Upload(Map<String, @Nullable String> files, String note) {
    static final String ZIP = "application/zip";

    /** All files of a shop with a hundred thousand articles are a few megabytes. */
    private static final int BYTES_MAX = 16 * 1024 * 1024;

    private static final String REMEDY = "Send {\"files\": {\"vat.csv\": \"…\"}, " + " (Content-Type: " + ZIP + ")";

    static Upload of(@Nullable MediaType type, InputStream body) {
        byte[] bytes = bytes(body);
        if (type != null && type.isCompatible(MediaType.valueOf(ZIP))) {
            return new Upload(ZippedFiles.in(new ByteArrayInputStream(bytes), BYTES_MAX), "");
        }
        return ofJson(text("the body", bytes));
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw tooLong(BYTES_MAX);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the caller went away", e);
        }
    }

    static Refusal tooLong(long most) {
        return new Refusal(Problem.of(
                Status.REQUEST_ENTITY_TOO_LARGE, "The files are too long", "Send at most " + most + " bytes"));
    }

    /** Strict: a wrong byte is a fault, never a question mark in an account. */
    static String text(String what, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad(what + " is not UTF-8", "Save it as CSV UTF-8");
        }
    }

    private static Upload ofJson(String text) {
        JsonObject body = object(text);
        body.forEach((name, value) -> {
            if (!Set.of("files", "note").contains(name)) {
                throw new Refusal(Problem.with(name, value.toString(), "there is no such member", REMEDY));
            }
        });
        if (!(body.get("files") instanceof JsonObject sent) || sent.isEmpty()) {
            throw bad("files is missing", REMEDY);
        }
        Map<String, @Nullable String> files = new TreeMap<>();
        sent.forEach((name, value) -> files.put(name, content(name, value)));
        return new Upload(files, body.get("note") instanceof JsonString note ? note.getString() : "");
    }

    private static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw bad("The body is not one JSON object", REMEDY);
        }
    }

    private static @Nullable String content(String name, JsonValue value) {
        if (value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString content) {
            return content.getString();
        }
        throw new Refusal(Problem.with(name, value.toString(), "is not the text of a file, nor null", REMEDY));
    }

    static Refusal bad(String what, String remedy) {
        return new Refusal(Problem.of(Status.BAD_REQUEST, what, remedy));
    }
}
