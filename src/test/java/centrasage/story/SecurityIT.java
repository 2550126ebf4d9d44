package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.api.RoutesOfTheApi;
import centrasage.console.api.RoutesOfTheApi.Route;
import centrasage.story.Person.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the running program gives to whom: nothing to whoever has not signed in, nothing to other sites, to each role what is
 * its own. Addresses, pages and files are found in the code, so that new ones are asked for by themselves.
 */
class SecurityIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final String FIRST = "twelve letters for her";
    private static final String OWN = "correct horse battery";

    private static World world;
    private static RunningApplication application;
    private static String order = "";

    @BeforeAll
    static void one_order_is_posted() throws InterruptedException {
        world = World.begin(Path.of("target/stories/security"), 5, LocalDate.of(2026, 11, 20), 3);
        Map<String, String> settings = world.settings();
        settings.computeIfPresent("store.url", (key, url) -> url + ";AUTO_SERVER=TRUE");
        settings.put("signin.secure-cookies", "true");
        application = RunningApplication.start(world.folder(), settings).awaitReady();
        application.api().runToEnd("order-import", Duration.ofMinutes(2));
        order = application
                .api()
                .get("/api/postings?kind=ORDER")
                .get("items")
                .get(0)
                .get("source")
                .asText();
        for (String role : List.of("viewer", "cx")) {
            account(role, role);
        }
    }

    @AfterAll
    static void end() {
        application.close();
        world.close();
    }

    private static HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.address() + path.substring(1)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(
                    request.method(method, HttpRequest.BodyPublishers.noBody()).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static HttpResponse<String> json(String method, String path, String person, String body) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(application.address().resolve(path))
                            .header("Authorization", person)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An account whose owner has chosen the password, so that it may do what its role lets it. */
    private static void account(String name, String role) {
        String admin = basic("admin", RunningApplication.ADMIN_PASSWORD);
        String body = "{\"password\": \"" + FIRST + "\", \"roles\": [\"" + role + "\"]}";
        assertThat(json("PUT", "/api/users/" + name, admin, body).statusCode()).isEqualTo(200);
        String own = "{\"old\": \"" + FIRST + "\", \"new\": \"" + OWN + "\"}";
        assertThat(json("POST", "/api/password", basic(name, FIRST), own).statusCode())
                .isEqualTo(204);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static List<String> pages() throws IOException {
        return files(PAGES).stream()
                .filter(file -> file.endsWith(".xhtml") && !file.startsWith("WEB-INF"))
                .map(file -> "/" + file)
                .toList();
    }

    @Test
    void no_method_of_the_api_answers_whoever_has_not_signed_in() {
        assertThat(RoutesOfTheApi.all()).hasSizeGreaterThan(60).allSatisfy(route -> {
            HttpResponse<String> answer = send(route.method(), route.address());
            assertThat(answer.statusCode()).as("%s", route).isEqualTo(401);
            assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
            assertThat(header(answer, "WWW-Authenticate")).startsWith("Basic ");
        });
        for (String path : List.of(
                "/api",
                "/api/",
                "/api/nothing",
                "/api/application.wadl",
                "/openapi",
                "/openapi/",
                "/openapi?format=JSON",
                "/metrics",
                "/metrics/base",
                "/metrics?scope=vendor")) {
            assertThat(send("GET", path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void no_page_answers_whoever_has_not_signed_in_but_the_one_for_signing_in() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(8).allSatisfy(page -> {
            HttpResponse<String> answer = send("GET", page);
            if (page.equals("/sign-in.xhtml")) {
                assertThat(answer.statusCode()).isEqualTo(200);
            } else {
                assertThat(answer.statusCode()).as(page).isEqualTo(302);
                assertThat(header(answer, "Location")).contains("/sign-in.xhtml?to=");
            }
        });
    }

    @Test
    void nothing_behind_the_pages_is_given_to_anybody() throws IOException {
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/nothing",
                "/web.xml",
                "/META-INF/MANIFEST.MF",
                "/connect/",
                "/webhooks",
                "/webhooks/centra/more",
                "/index.xhtml/",
                "/index.xhtml;x=1",
                "/INDEX.XHTML",
                "/sign-in.xhtml/../index.xhtml",
                "/sign-in.xhtml;/../index.xhtml",
                "/health/../index.xhtml",
                "/jakarta.faces.resource/../index.xhtml",
                "/jakarta.faces.resource/%2e%2e/index.xhtml",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/health/..;/index.xhtml"));
        files(PAGES.resolve("WEB-INF")).forEach(file -> paths.add("/WEB-INF/" + file));
        files(Path.of("src/main/resources")).forEach(file -> paths.add("/WEB-INF/classes/" + file));
        files(Path.of("src/main/resources")).forEach(file -> paths.add("/" + file));
        files(Path.of("sql")).forEach(file -> paths.add("/WEB-INF/classes/sql/" + file));
        assertThat(paths).hasSizeGreaterThan(80).allSatisfy(path -> {
            HttpResponse<String> answer = send("GET", path);
            assertThat(answer.statusCode()).as(path).isIn(302, 400, 401, 403, 404);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("<web-app")
                    .doesNotContain("CREATE TABLE")
                    .doesNotContain("Needs you");
        });
    }

    @Test
    void no_other_method_is_a_way_in() throws IOException {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "PROPFIND")) {
            for (String page : pages()) {
                if (!page.equals("/sign-in.xhtml")) {
                    assertThat(send(method, page).statusCode())
                            .as("%s %s", method, page)
                            .isIn(302, 403, 405, 501);
                }
            }
        }
    }

    @Test
    void what_is_open_says_no_more_than_it_must() {
        assertThat(send("GET", "/health/ready").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/jakarta.faces.resource/console.css.xhtml?ln=console")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/webhooks/centra").statusCode()).isIn(400, 401, 403, 404, 503);
        for (String way : List.of("/connect/sage200", "/connect/openid?state=x&code=y")) {
            HttpResponse<String> answer = send("GET", way);
            assertThat(answer.statusCode()).as(way).isEqualTo(400);
            assertThat(header(answer, "Set-Cookie")).doesNotContain("JSESSIONID");
        }
    }

    @Test
    void every_kind_of_answer_tells_the_browser_what_it_may_do_with_it() {
        Person admin = new Person(application.address()).signIn("admin");
        List<HttpResponse<String>> answers = List.of(
                admin.open("/index.xhtml").response(),
                admin.open("/users.xhtml").response(),
                admin.open("/nothing.xhtml").response(),
                send("GET", "/sign-in.xhtml"),
                send("GET", "/api/status"),
                send("GET", "/api/status", "Authorization", basic("admin", RunningApplication.ADMIN_PASSWORD)),
                send("GET", "/connect/openid"));
        assertThat(answers).allSatisfy(answer -> {
            String policy = header(answer, "Content-Security-Policy");
            assertThat(policy)
                    .as("%s", answer.uri())
                    .contains("default-src", "frame-ancestors 'none'")
                    .doesNotContain("unsafe")
                    .doesNotContain("*");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).isIn("same-origin", "no-referrer");
            assertThat(header(answer, "Cache-Control")).contains("no-store");
        });
    }

    @Test
    void a_session_that_somebody_chose_beforehand_is_never_signed_in() {
        Person victim = new Person(application.address());
        victim.plant("JSESSIONID", "chosenbytheattacker");
        victim.open("/sign-in.xhtml");
        String before = victim.cookie("JSESSIONID");
        victim.signIn("admin");
        String after = victim.cookie("JSESSIONID");
        assertThat(after).isNotEmpty().isNotEqualTo("chosenbytheattacker").isNotEqualTo(before);
        for (String old : List.of("chosenbytheattacker", before)) {
            assertThat(send("GET", "/index.xhtml", "Cookie", "JSESSIONID=" + old)
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(victim.cookieRules("JSESSIONID")).contains("httponly", "samesite=strict", "secure", "path=/");
        assertThat(application.log()).doesNotContain(after);
    }

    @Test
    void other_sites_get_nothing_done_with_somebodys_session() throws IOException {
        Person admin = new Person(application.address()).signIn("admin");
        String cookie = "JSESSIONID=" + admin.cookie("JSESSIONID");
        for (String[] from : new String[][] {
            {"Sec-Fetch-Site", "cross-site"}, {"Origin", "http://evil.example"}, {"Referer", "http://evil.example/x"}
        }) {
            for (Route route : RoutesOfTheApi.all()) {
                if (route.isDeed()) {
                    HttpResponse<String> answer =
                            send(route.method(), route.address(), "Cookie", cookie, from[0], from[1]);
                    assertThat(answer.statusCode())
                            .as("%s by %s", route, from[0])
                            .isEqualTo(403);
                    assertThat(answer.body()).contains("Another web site");
                }
            }
            for (String page : pages()) {
                assertThat(send("POST", page, "Cookie", cookie, from[0], from[1])
                                .statusCode())
                        .as("%s by %s", page, from[0])
                        .isEqualTo(403);
            }
        }
        assertThat(send("PUT", "/api/users/x", "Cookie", cookie).statusCode())
                .as("who says nothing must carry a password")
                .isEqualTo(403);
    }

    @Test
    void whoever_was_given_a_password_chooses_another_before_anything_else() throws IOException {
        Person admin = new Person(application.address()).signIn("admin");
        Page people = admin.open("/users.xhtml");
        Page short1 = admin.submit(
                people, "make", "add", Map.of("new-name", "gwen", "first-password", "short", "role", "viewer"));
        assertThat(short1.text()).contains("has 5 characters and needs at least 12");
        Page made = admin.submit(
                people, "make", "add", Map.of("new-name", "gwen", "first-password", FIRST, "role", "viewer"));
        assertThat(made.header("Location")).contains("who=gwen", "done=made");

        assertThat(json("GET", "/api/status", basic("gwen", FIRST), "").body())
                .contains("must choose a password of its own");
        Person gwen = new Person(application.address()).signIn("gwen", FIRST);
        for (String page : pages()) {
            if (!Set.of("/sign-in.xhtml", "/password.xhtml").contains(page)) {
                assertThat(gwen.open(page).header("Location")).as(page).endsWith("/password.xhtml");
            }
        }
        Page page = gwen.open("/password.xhtml");
        assertThat(page.text()).contains("Choose one of your own");
        assertThat(gwen.submit(page, "choose", "change", Map.of("old", FIRST, "wanted", FIRST, "again", FIRST))
                        .text())
                .contains("must not be the old one");
        assertThat(gwen.submit(page, "choose", "change", Map.of("old", FIRST, "wanted", OWN, "again", OWN))
                        .header("Location"))
                .endsWith("/password.xhtml?done=true");
        assertThat(gwen.open("/index.xhtml").status()).isEqualTo(200);
        assertThat(gwen.open("/users.xhtml").status()).isEqualTo(403);
        assertThat(application.log()).doesNotContain(FIRST).doesNotContain(OWN);
    }

    @Test
    void a_customer_is_shown_to_who_may_see_them_and_that_leaves_a_look() {
        String name = customer();
        Person viewer = new Person(application.address()).signIn("viewer", OWN);
        assertThat(viewer.open("/order.xhtml?number=" + order).text()).doesNotContain(name);
        assertThat(json("GET", "/api/orders/" + order, basic("viewer", OWN), "").body())
                .doesNotContain(name);
        assertThat(looks("viewer")).isZero();

        Person cx = new Person(application.address()).signIn("cx", OWN);
        for (int times = 0; times < 3; times++) {
            Page shown = cx.open("/order.xhtml?number=" + order);
            assertThat(shown.text()).contains(name).doesNotContain("LOOKED");
        }
        assertThat(looks("cx")).isBetween(1, 2);
    }

    /** The family name, as the payload says it that the administrator may read. */
    private static String customer() {
        String text = json("GET", "/api/orders/" + order, basic("admin", RunningApplication.ADMIN_PASSWORD), "")
                .body();
        java.util.regex.Matcher name = java.util.regex.Pattern.compile("lastName\\\\?\"\\s*:\\s*\\\\?\"([^\"\\\\]+)")
                .matcher(text);
        assertThat(name.find()).as(text).isTrue();
        return name.group(1);
    }

    private static int looks(String person) {
        String url = world.settings().getOrDefault("store.url", "") + ";AUTO_SERVER=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "centrasage", "centrasage");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT COUNT(*) FROM audit_entry WHERE action = 'LOOKED' AND actor = '" + person + "'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void no_secret_of_the_configuration_is_in_the_log_or_in_the_status() {
        String status = json("GET", "/api/status", basic("admin", RunningApplication.ADMIN_PASSWORD), "")
                .body();
        assertThat(status + application.log())
                .doesNotContain(RunningApplication.ADMIN_PASSWORD)
                .doesNotContain("centra-demo-token");
    }
}
