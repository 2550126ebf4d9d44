package centrasage.settlements.klarna;

import centrasage.settlements.file.Fault;
import centrasage.settlements.read.Encoding;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects of some lists of a JSON file, one by one, each as its values by their names; {@code totals.sale_amount} is a value of an object
 * within it. Numbers are as they are written; an amount that is written as text keeps its quotes, so that nobody takes it for a number.
 */
final class KlarnaObjects implements AutoCloseable {
    /** Deeper than anything of Klarna's is; a parser breaks down on what never ends. */
    private static final int NESTED_MAX = 32;

    private final JsonParser parser;
    private final Set<String> wanted;
    private boolean isInList;

    private KlarnaObjects(JsonParser parser, Set<String> wanted) {
        this.parser = parser;
        this.wanted = wanted;
    }

    /** @param wanted names of lists in the outermost object, or of single objects there */
    static KlarnaObjects of(Source source, Set<String> wanted) throws IOException {
        return new KlarnaObjects(Json.createParser(Encoding.UTF_8.reader(source)), wanted);
    }

    /** @return null after the last */
    @Nullable
    Map<String, String> next() throws IOException, UnreadableFile {
        try {
            while (parser.hasNext()) {
                if (isAtObject(parser.next())) {
                    Map<String, String> values = new LinkedHashMap<>();
                    read("", 0, values);
                    return values;
                }
            }
            return null;
        } catch (JsonException e) {
            throw broken(e);
        }
    }

    private boolean isAtObject(Event event) throws UnreadableFile {
        if (isInList) {
            isInList = event != Event.END_ARRAY;
            return isInList && isObject(event);
        }
        return switch (event) {
            case KEY_NAME -> isWanted(parser.getString(), parser.next());
            case START_OBJECT, END_OBJECT -> false; // the outermost
            default -> throw unexpected();
        };
    }

    private boolean isWanted(String name, Event value) throws UnreadableFile {
        if (!wanted.contains(name)) {
            skip(value);
            return false;
        }
        isInList = value == Event.START_ARRAY;
        return !isInList && isObject(value);
    }

    private boolean isObject(Event event) throws UnreadableFile {
        if (event != Event.START_OBJECT) {
            throw unexpected();
        }
        return true;
    }

    private void skip(Event value) throws UnreadableFile {
        long open = opened(value);
        while (open > 0) {
            open += opened(parser.next());
            if (open > NESTED_MAX) {
                throw unexpected();
            }
        }
    }

    private static int opened(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }

    /**
     * @param before the names of the objects that it is within
     * @param within how many these are
     */
    private void read(String before, int within, Map<String, String> values) throws UnreadableFile {
        if (within > NESTED_MAX) {
            throw unexpected();
        }
        while (parser.next() == Event.KEY_NAME) {
            String name = before + parser.getString();
            Event value = parser.next();
            if (value == Event.START_OBJECT) {
                read(name + ".", within + 1, values);
            } else if (value == Event.START_ARRAY) {
                skip(value);
            } else if (values.put(name, text(name, value)) != null) {
                throw new UnreadableFile(new Fault(
                        line(), name, "", "is there twice in one object", "Ask Klarna for the settlement again"));
            }
        }
    }

    private String text(String name, Event value) {
        return switch (value) {
            case VALUE_STRING -> name.endsWith("amount") ? '"' + parser.getString() + '"' : parser.getString();
            case VALUE_NUMBER -> parser.getString();
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            default -> "";
        };
    }

    private long line() {
        return parser.getLocation().getLineNumber();
    }

    private UnreadableFile unexpected() {
        return new UnreadableFile(Fault.ofLine(
                line(),
                "it is no JSON of Klarna's: " + wanted + " must be lists of objects in one object",
                "Ask the Settlements API for the payout and its transactions, and put both into one object"));
    }

    private UnreadableFile broken(JsonException e) throws IOException {
        if (e.getCause() instanceof IOException io && !(io instanceof CharacterCodingException)) {
            throw io;
        }
        return new UnreadableFile(Fault.ofLine(
                line(), "it is broken or cut off here, or not in UTF-8", "Ask the Settlements API for it again"));
    }

    @Override
    public void close() {
        parser.close();
    }
}
