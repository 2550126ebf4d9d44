package centrasage.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who is signed in to the console with a browser of their own, and reads pages. */
final class Visitor {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]*?value=\"([^\"]*)\"");

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Visitor(URI base) {
        this.base = base;
    }

    static Visitor signIn(URI base, String name, String password) throws InterruptedException {
        Visitor visitor = new Visitor(base);
        Map<String, String> form = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(visitor.get("/sign-in.xhtml"));
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2));
        }
        form.put("name", name);
        form.put("password", password);
        form.put("enter", "Sign in");
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = visitor.send(HttpRequest.newBuilder(base.resolve("/sign-in.xhtml"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base.getScheme() + "://" + base.getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        String to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || to.contains("sign-in")) {
            throw new IllegalStateException("signing in ended with " + answer.statusCode() + " " + to);
        }
        return visitor;
    }

    /** How long the whole page took; a page that is not a page is a failure. */
    Duration read(String address) throws InterruptedException {
        long began = System.nanoTime();
        String page = get(address);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (!page.contains("id=\"content\"")) {
            throw new IllegalStateException(address + " is no page of the console");
        }
        return took;
    }

    private String get(String address) throws InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve(address)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
