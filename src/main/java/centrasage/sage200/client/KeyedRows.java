package centrasage.sage200.client;

import centrasage.sage200.client.read.Pages;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the rows of a resource that carry our keys, many keys in one request.
 *
 * <p>That a site takes a filter of many {@code or} is inferred; that it takes {@code customer_document_no eq '...'} has been
 * seen. Where the first is refused, each key is asked by itself. An answer with a row that was not asked for means that
 * the site ignores the filter: then nothing is concluded, because "not there" would be wrong.
 */
final class KeyedRows {
    /** Well below the 2,083 characters of an old proxy, with room for the address before the filter. */
    private static final int FILTER_CHARACTERS_MAX = 1500;

    private static final String OR = " or ";

    private final SageReads reads;
    private final String company;
    private final Resource resource;

    /**
     * @param words what its rows are, such as {@code sales orders}
     * @param keyField the field that is filtered by, compared without case as Sage does
     * @param isNumber whether the keys are whole numbers, which Sage filters by without quotes
     */
    record Resource(String name, String words, String keyField, boolean isNumber, Query query) {
        /** Whose keys are text. */
        Resource(String name, String words, String keyField, Query query) {
            this(name, words, keyField, false, query);
        }
    }

    KeyedRows(SageReads reads, String company, Resource resource) {
        this.reads = reads;
        this.company = company;
        this.resource = resource;
    }

    /** An entry for every key, empty where nothing carries it; keys are found in either case. */
    Map<String, List<JsonObject>> find(Collection<String> keys) throws ReadFailed {
        Map<String, List<JsonObject>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        keys.forEach(key -> found.put(key, new ArrayList<>()));
        for (List<String> chunk : chunks(List.copyOf(found.keySet()))) {
            for (JsonObject row : ask(chunk)) {
                List<JsonObject> rows = found.get(key(row));
                if (rows == null) {
                    throw new ReadFailed(
                            200,
                            "Sage 200 does not filter " + resource.words() + " by " + resource.keyField()
                                    + " (it answered with one of " + key(row) + "); nothing is posted until it does");
                }
                rows.add(row);
            }
        }
        return found;
    }

    private String key(JsonObject row) throws ReadFailed {
        Row read = new Row(row);
        return (resource.isNumber()
                        ? read.optionalId(resource.keyField()).map(String::valueOf)
                        : read.optionalText(resource.keyField()))
                .orElseThrow(() -> new ReadFailed(
                        200,
                        "Sage 200's " + resource.words() + " cannot be read: the answer has no usable "
                                + resource.keyField()));
    }

    private List<JsonObject> ask(List<String> chunk) throws ReadFailed {
        try {
            return read(chunk);
        } catch (ReadFailed e) {
            if (e.status() != 400 || chunk.size() == 1) {
                throw e;
            }
            List<JsonObject> rows = new ArrayList<>();
            for (String key : chunk) {
                rows.addAll(read(List.of(key)));
            }
            return rows;
        }
    }

    private List<JsonObject> read(List<String> chunk) throws ReadFailed {
        String filter = String.join(OR, chunk.stream().map(this::term).toList());
        return Pages.all(reads, company, resource.name(), resource.query().where(filter));
    }

    private String term(String key) {
        return resource.keyField() + " eq " + (resource.isNumber() ? key : "'" + key.replace("'", "''") + "'");
    }

    private List<List<String>> chunks(List<String> keys) {
        List<List<String>> chunks = new ArrayList<>();
        List<String> chunk = new ArrayList<>();
        int characters = 0;
        for (String key : keys) {
            int more = encodedLength(OR + term(key));
            if (!chunk.isEmpty() && characters + more > FILTER_CHARACTERS_MAX) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
                characters = 0;
            }
            chunk.add(key);
            characters += more;
        }
        if (!chunk.isEmpty()) {
            chunks.add(List.copyOf(chunk));
        }
        return chunks;
    }

    private static int encodedLength(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .length();
    }
}
