package centrasage.console.api.mappings;

import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.mapping.MappingFiles;
import centrasage.mapping.Mappings;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mapping files that somebody sent: as JSON, or as a zip.
 *
 * @param files also those that cannot be read, with what is wrong with them
 * @param note why, as the body says it; empty where it does not
 */
record Upload(MappingFiles files, String note) {
    static final String ZIP = "application/zip";

    private static final int MEGABYTE = 1024 * 1024;

    /** All files of a shop with a hundred thousand articles are a few megabytes. */
    private static final int BYTES_MAX = 16 * MEGABYTE;

    private static final String REMEDY =
            "Send {\"files\": {\"vat.csv\": \"…\"}, \"note\": \"…\"} (Content-Type: application/json), where null in place of a"
                    + " text removes a file, or a zip of CSV files (Content-Type: " + ZIP + ")";

    private static final Upload NOTHING = new Upload(new MappingFiles(), "");

    static Upload of(@Nullable MediaType type, InputStream body) {
        byte[] bytes = bytes(body);
        if (type != null && type.isCompatible(MediaType.valueOf(ZIP))) {
            return new Upload(ZippedFiles.in(new ByteArrayInputStream(bytes), BYTES_MAX), "");
        }
        return ofJson(text(bytes));
    }

    /** Where nothing may be sent, or it would silently be ignored. */
    static Upload none(String from, InputStream body) {
        if (!isEmpty(body)) {
            throw new Refusal(Problem.with(
                    "from",
                    from,
                    "files were sent as well",
                    "Send either files, or from without a body; a note goes into the address, as note=…"));
        }
        return NOTHING;
    }

    private static boolean isEmpty(InputStream body) {
        try {
            return body.read() < 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the caller went away", e);
        }
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
                Status.REQUEST_ENTITY_TOO_LARGE,
                "The files are too long",
                "Send at most " + most / MEGABYTE + " MB (" + most + " bytes) in all, and at most "
                        + Mappings.LENGTH_MAX + " characters in one file"));
    }

    /** Strict: a wrong byte is a fault, never a question mark in an account. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad(
                    "The body is JSON, but not in UTF-8",
                    "Send UTF-8, or a zip of CSV files (Content-Type: " + ZIP + ")");
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
        MappingFiles files = new MappingFiles();
        sent.forEach((name, value) -> files.add(name, content(name, value)));
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
