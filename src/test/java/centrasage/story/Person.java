package centrasage.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person with a browser, as far as HTTP goes: keeps the console's cookies, sends them where the browser would, fills forms
 * in. What another site leads to is opened without the cookies that are {@code SameSite=Strict}.
 */
final class Person {
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> setCookies = new LinkedHashMap<>();
    private final URI console;

    Person(URI console) {
        this.console = console;
    }

    /** What a browser shows after an answer. */
    record Page(int status, String text, HttpResponse<String> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Where this page leads by itself after no time at all. */
        String refresh() {
            String header = header("Refresh");
            return header.startsWith("0; url=") ? header.substring("0; url=".length()) : "";
        }
    }

    Person signIn(String name) {
        return signIn(name, RunningApplication.ADMIN_PASSWORD);
    }

    Person signIn(String name, String password) {
        Page page = open("/sign-in.xhtml");
        Page signedIn = submit(page, "sign", "enter", Map.of("name", name, "password", password));
        if (signedIn.status() != 302) {
            throw new AssertionError("signing in answered " + signedIn.status() + ": " + signedIn.text());
        }
        return this;
    }

    /** Opens a page of the console from a page of the console. */
    Page open(String path) {
        return keep(send(request(console.resolve(path), false).GET()));
    }

    /** Opens a page of the console because another site says so. */
    Page openFromElsewhere(URI address) {
        return keep(send(request(address, true).GET()));
    }

    /** Presses a button of a form of the console. */
    Page submit(Page page, String form, String button, Map<String, String> filledIn) {
        Map<String, String> fields = fields(form(page.text(), form));
        fields.putAll(filledIn);
        fields.put(button, "pressed");
        URI address = page.response().uri();
        return keep(send(request(address, false)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address.getScheme() + "://" + address.getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))));
    }

    /** Presses a button on Sage ID's page of consent; where it leads back to. */
    URI decide(String consentPage, String decision) {
        URI address = URI.create(consentPage);
        Page page = page(send(HttpRequest.newBuilder(address).GET()));
        Map<String, String> fields = fields(page.text());
        fields.put("decision", decision);
        Page answer = page(send(HttpRequest.newBuilder(address.resolve("/authorize"))
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))));
        if (answer.status() != 302) {
            throw new AssertionError("Sage ID answered " + answer.status() + ": " + answer.text());
        }
        return URI.create(answer.header("Location"));
    }

    /** What the console said when it set this cookie, in lower case. */
    String cookieRules(String name) {
        return setCookies.getOrDefault(name, "").replaceFirst("^[^;]*", "").toLowerCase(Locale.ROOT);
    }

    /** What the browser would send; empty where it has no such cookie. */
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** As somebody does who knows a way to put a cookie into somebody else's browser. */
    void plant(String name, String value) {
        cookies.put(name, value);
    }

    void forget(String cookie) {
        cookies.remove(cookie);
    }

    private HttpRequest.Builder request(URI address, boolean fromElsewhere) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        String sent = cookies.entrySet().stream()
                .filter(cookie ->
                        !fromElsewhere || !cookieRules(cookie.getKey()).contains("samesite=strict"))
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return sent.isEmpty() ? request : request.header("Cookie", sent);
    }

    private Page keep(HttpResponse<String> response) {
        for (String header : response.headers().allValues("Set-Cookie")) {
            HttpCookie cookie = HttpCookie.parse(header).get(0);
            setCookies.put(cookie.getName(), header);
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
        return page(response);
    }

    private static Page page(HttpResponse<String> response) {
        return new Page(response.statusCode(), response.body(), response);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String form(String page, String id) {
        Matcher form = Pattern.compile("<form id=\"" + id + "\".*?</form>", Pattern.DOTALL)
                .matcher(page);
        if (!form.find()) {
            throw new AssertionError("there is no form " + id + " in " + page);
        }
        return form.group();
    }

    private static Map<String, String> fields(String markup) {
        Map<String, String> fields = new LinkedHashMap<>();
        INPUT.matcher(markup).results().map(MatchResult::group).forEach(input -> {
            String name = attribute(input, "name");
            if (!name.isEmpty() && !attribute(input, "type").equals("submit")) {
                fields.put(name, attribute(input, "value"));
            }
        });
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher attribute = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return attribute.find() ? attribute.group(1).replace("&quot;", "\"").replace("&amp;", "&") : "";
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
