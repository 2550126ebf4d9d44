package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Site;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class AccessTest extends SageTest {
    private static final String CALLBACK = "http://127.0.0.1:8080/oauth/callback";
    /** The pair of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final SageCaller.Answer NOTHING = new SageCaller.Answer(401, "");

    @Test
    void site_and_company_are_asked_for_on_everything_but_sites() {
        JsonNode sites =
                sage.send("GET", "/sites", "", "Accept", "application/json").json();
        assertThat(sites).hasSize(2);
        assertThat(sites.at("/0/company_id").asInt()).isEqualTo(33);
        String site = sites.at("/0/site_id").asText();

        assertThat(sage.send("GET", "/customers", "", "X-Site", site, "X-Company", "33")
                        .status())
                .isEqualTo(200);
        assertThat(sage.send("GET", "/customers", "", "X-Site", site)).isEqualTo(NOTHING);
        assertThat(sage.send("GET", "/customers", "", "X-Company", "33")).isEqualTo(NOTHING);
        assertThat(sage.send("GET", "/customers", "", "X-Site", site, "X-Company", "35"))
                .isEqualTo(NOTHING);
        assertThat(sage.send("GET", "/customers", "", "X-Site", "elsewhere", "X-Company", "33"))
                .isEqualTo(NOTHING);
    }

    @Test
    void unknown_paths_unknown_ids_journals_and_returns_are_404() {
        for (String path : new String[] {"/nominal_journals", "/sales_orders", "/sop_returns", "/customers/1"}) {
            assertThat(sage.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(sage.send("PATCH", "/sop_orders/1", "{}").status()).isEqualTo(404);
        assertThat(sage.send("POST", "/sop_additional_charges", "{}").status()).isEqualTo(404);
        site("{'version': '2025R1'}");
        assertThat(sage.get("/sop_returns").status()).isEqualTo(200);
    }

    @Test
    void a_lost_tunnel_shows_no_sites() {
        site("{'sitesEmpty': true}");

        assertThat(sage.get("/sites").body()).isEqualTo("[]");
    }

    @Test
    void basic_sign_in_is_checked() {
        sage.put("/control/auth", SageCaller.json("{'mode': 'basic', 'user': 'u', 'password': 'p'}"));

        assertThat(sage.get("/customers").status()).isEqualTo(401);
        assertThat(withAuthorization("Basic dTpw")).isEqualTo(200);
        assertThat(withAuthorization("Basic dTpx")).isEqualTo(401);
    }

    @Test
    void consent_gives_a_code_that_works_once_with_its_verifier() {
        bearer();
        Map<String, String> callback = consent("allow", CHALLENGE);
        assertThat(callback).containsEntry("state", "s1");

        assertThat(redeem(code(callback), "wrong").path("error").asText()).isEqualTo("invalid_grant");
        JsonNode tokens = redeem(code(consent("allow", CHALLENGE)), VERIFIER);

        assertThat(withAuthorization("Bearer " + tokens.path("access_token").asText()))
                .isEqualTo(200);
        assertThat(withAuthorization("Bearer nonsense")).isEqualTo(401);
        assertThat(redeem(code(callback), VERIFIER).path("error").asText()).isEqualTo("invalid_grant");
        assertThat(consent("deny", CHALLENGE)).containsEntry("error", "access_denied");
    }

    @Test
    void a_refresh_rotates_and_the_old_token_is_refused() {
        bearer();
        String first =
                redeem(code(consent("allow", "")), "").path("refresh_token").asText();

        JsonNode second = refresh(first);

        assertThat(withAuthorization("Bearer " + second.path("access_token").asText()))
                .isEqualTo(200);
        assertThat(second.path("refresh_token").asText()).isNotBlank().isNotEqualTo(first);
        assertThat(refresh(first).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void the_right_to_refresh_ends_on_day_90_after_consent_however_often_it_was_used() {
        bearer();
        String token =
                redeem(code(consent("allow", "")), "").path("refresh_token").asText();
        for (int month = 1; month <= 2; month++) {
            advance("P40D");
            token = refresh(token).path("refresh_token").asText();
        }
        advance("P9D");
        token = refresh(token).path("refresh_token").asText();
        assertThat(token).isNotBlank();

        advance("P1D");

        assertThat(refresh(token).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void access_tokens_end() {
        bearer();
        String access =
                redeem(code(consent("allow", "")), "").path("access_token").asText();

        advance("PT8H");

        assertThat(withAuthorization("Bearer " + access)).isEqualTo(401);
    }

    @Test
    void a_stranger_gets_neither_page_nor_token() {
        assertThat(sage.get("/authorize?client_id=stranger&redirect_uri=x").status())
                .isEqualTo(400);
        assertThat(form("grant_type=refresh_token&client_id=centra-sage200&client_secret=guess&refresh_token=x")
                        .path("error")
                        .asText())
                .isEqualTo("access_denied");
    }

    @Test
    void windows_sign_in_takes_three_messages_on_one_connection() throws IOException {
        sage.put("/control/auth", SageCaller.json("{'mode': 'windows', 'user': 'svc.centra', 'password': 'p'}"));
        assertThat(sage.get("/customers").status()).isEqualTo(401);

        assertThat(windows("svc.centra", "p")).isEqualTo(200);
        assertThat(windows("somebody", "p")).isEqualTo(401);
        assertThat(windows("svc.centra", "wrong")).isEqualTo(401);
    }

    private int windows(String user, String password) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                simulator.baseUrl().resolve("/customers").toURL().openConnection();
        connection.setAuthenticator(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("OFFICE\\" + user, password.toCharArray());
            }
        });
        connection.setRequestProperty("X-Site", Site.ID);
        connection.setRequestProperty("X-Company", "33");
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    private void bearer() {
        sage.put("/control/auth", Json.object().put("mode", "bearer"));
    }

    private void advance(String duration) {
        sage.put("/control/clock", Json.object().put("advance", duration));
    }

    private int withAuthorization(String value) {
        return sage.send("GET", "/customers", "", "X-Site", Site.ID, "X-Company", "33", "Authorization", value)
                .status();
    }

    /** Opens the consent page, presses a button and returns what the callback is told. */
    private Map<String, String> consent(String decision, String challenge) {
        String page = sage.get("/authorize?audience=" + encode("s200ukipd/sage200") + "&client_id=centra-sage200"
                        + "&response_type=code&redirect_uri=" + encode(CALLBACK)
                        + "&scope=" + encode("openid profile email offline_access") + "&state=s1"
                        + (challenge.isEmpty() ? "" : "&code_challenge=" + challenge + "&code_challenge_method=S256"))
                .body();
        Matcher hidden = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"")
                .matcher(page);
        StringBuilder form = new StringBuilder("decision=" + decision);
        while (hidden.find()) {
            form.append('&').append(hidden.group(1)).append('=').append(encode(hidden.group(2)));
        }
        return query(redirect(form.toString()));
    }

    private static String code(Map<String, String> callback) {
        return callback.getOrDefault("code", "");
    }

    private String redirect(String form) {
        try {
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(simulator.baseUrl().resolve("/authorize"))
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            return answer.headers().firstValue("Location").orElseThrow();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> query(String location) {
        assertThat(location).startsWith(CALLBACK + "?");
        Map<String, String> values = new TreeMap<>();
        for (String pair : URI.create(location).getQuery().split("&", -1)) {
            values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return values;
    }

    private JsonNode redeem(String code, String verifier) {
        return form("grant_type=authorization_code&code=" + code + "&redirect_uri=" + encode(CALLBACK)
                + "&client_id=centra-sage200&client_secret=simulator-secret&code_verifier=" + verifier);
    }

    private JsonNode refresh(String token) {
        return form("grant_type=refresh_token&client_id=centra-sage200&client_secret=simulator-secret&refresh_token="
                + token);
    }

    private JsonNode form(String body) {
        return sage.send("POST", "/oauth/token", body).json();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
