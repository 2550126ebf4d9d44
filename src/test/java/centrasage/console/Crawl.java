package centrasage.console;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Goes from Today over links alone, as people do, to every page and to some views of each. */
final class Crawl {
    /** Of one page, as its filters differ: more show nothing new. */
    private static final int VIEWS_MAX = 2;

    private static final int ADDRESSES_MAX = 80;

    private final Browser browser;
    private final Map<String, String> found = new LinkedHashMap<>();
    private final Map<String, Integer> views = new HashMap<>();
    private final Deque<String> next = new ArrayDeque<>();

    private Crawl(Browser browser) {
        this.browser = browser;
    }

    /** What is done at each page. */
    interface Visit {
        void at(String address) throws InterruptedException;
    }

    /**
     * The addresses that were visited, by page and the names of their filters.
     *
     * @param browser with somebody signed in
     */
    static Map<String, String> from(Browser browser, Visit visit) throws InterruptedException {
        Crawl crawl = new Crawl(browser);
        crawl.find("/index.xhtml");
        while (!crawl.next.isEmpty() && crawl.found.size() < ADDRESSES_MAX) {
            String address = crawl.next.poll();
            browser.go(address);
            crawl.links();
            visit.at(address);
        }
        return crawl.found;
    }

    private void links() {
        browser.all("a[href]").stream()
                .map(link -> link.getDomProperty("href"))
                .filter(Objects::nonNull)
                .map(URI::create)
                .filter(address -> browser.isOurs(address) && address.getPath().endsWith(".xhtml"))
                .map(address -> address.getRawQuery() == null
                        ? address.getPath()
                        : address.getPath() + "?" + address.getRawQuery())
                .filter(address -> !address.contains("as=csv") && !address.contains("as=xlsx"))
                .forEach(this::find);
    }

    private void find(String address) {
        URI uri = URI.create(address);
        String kind = uri.getPath() + filters(uri);
        if (!found.containsKey(kind) && views.merge(uri.getPath(), 1, Integer::sum) <= VIEWS_MAX) {
            found.put(kind, address);
            next.add(address);
        }
    }

    private static String filters(URI address) {
        return address.getRawQuery() == null
                ? ""
                : Arrays.stream(address.getRawQuery().split("&"))
                        .map(part -> part.replaceAll("=.*", ""))
                        .sorted()
                        .collect(Collectors.joining("&", "?", ""));
    }
}
