package centrasage.console.api.csv;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** A table as a spreadsheet opens it: UTF-8, commas, one header line. */
public final class Csv {
    public static final String TYPE = "text/csv";

    /** Given to whoever names no type: JSON goes first. */
    public static final String LAST = TYPE + ";qs=0.5";

    /** In a page of a list that is written as a whole. */
    public static final int PAGE = 1000;

    private static final int ROWS_MAX = 200_000;

    private final StringBuilder text = new StringBuilder();

    public Csv(String... header) {
        row(header);
    }

    public Csv row(String... cells) {
        text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    /**
     * Of a list that is read page by page, by rising ids.
     *
     * @param after the page of the rows whose ids are above this
     */
    public <T> Csv pages(LongFunction<List<T>> after, ToLongFunction<T> id, Consumer<T> row) {
        int rows = 0;
        List<T> page = after.apply(0);
        while (!page.isEmpty() && rows < ROWS_MAX) {
            page.forEach(row);
            rows += page.size();
            page = after.apply(id.applyAsLong(page.get(page.size() - 1)));
        }
        if (!page.isEmpty()) {
            row("There are more than " + rows + " rows: ask for a part of them");
        }
        return this;
    }

    /** What a spreadsheet would take for a formula is text; numbers below zero stay numbers. */
    private static String cell(String value) {
        boolean formula = value.matches("(?s)[=+@\\t\\r-].*") && !value.matches("-?[0-9.]+");
        String safe = formula ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    public Response file(String name) {
        return Response.ok(text.toString(), TYPE + ";charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
