package centrasage.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers say of where a request comes from, as each of them says it. */
class CrossSiteTest {
    private final Map<String, String> headers = new HashMap<>(Map.of("Host", "sage.brand.local:8080"));

    private CrossSite site() {
        return CrossSite.of(headers::get);
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin, OURS",
        "none,        TYPED",
        "same-site,   ELSEWHERE",
        "cross-site,  ELSEWHERE",
        "anything,    ELSEWHERE"
    })
    void what_the_browser_says_of_the_site_decides(String said, CrossSite expected) {
        headers.put("Sec-Fetch-Site", said);
        headers.put("Origin", "http://sage.brand.local:8080");
        assertThat(site()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "http://sage.brand.local:8080,        OURS",
        "http://SAGE.brand.local:8080,        OURS",
        "http://sage.brand.local,             ELSEWHERE",
        "http://sage.brand.local:9090,        ELSEWHERE",
        "http://sage.brand.local.evil:8080,   ELSEWHERE",
        "http://evil.example,                 ELSEWHERE",
        "http://sage.brand.local:8080@evil.example, ELSEWHERE",
        "null,                                ELSEWHERE",
        "'not an address',                    ELSEWHERE"
    })
    void over_plain_http_the_origin_must_be_the_host_that_was_called(String origin, CrossSite expected) {
        headers.put("Origin", origin);
        assertThat(site()).isEqualTo(expected);
    }

    @Test
    void without_an_origin_the_page_that_led_here_counts() {
        headers.put("Referer", "http://sage.brand.local:8080/exceptions.xhtml?state=OPEN");
        assertThat(site()).isEqualTo(CrossSite.OURS);
        headers.put("Referer", "http://evil.example/?http://sage.brand.local:8080/");
        assertThat(site()).isEqualTo(CrossSite.ELSEWHERE);
        headers.put("Origin", "http://sage.brand.local:8080");
        assertThat(site()).isEqualTo(CrossSite.OURS);
    }

    @Test
    void behind_a_proxy_that_renames_the_host_its_own_name_counts() {
        headers.putAll(Map.of("Host", "127.0.0.1:8080", "Origin", "https://sage.brand.com"));
        assertThat(site()).isEqualTo(CrossSite.ELSEWHERE);
        headers.put("X-Forwarded-Host", "sage.brand.com:443, inner.brand.local");
        assertThat(site()).isEqualTo(CrossSite.OURS);
    }

    @Test
    void a_port_that_goes_without_saying_may_be_said() {
        headers.putAll(Map.of("Host", "sage.brand.com:443", "Origin", "https://sage.brand.com"));
        assertThat(site()).isEqualTo(CrossSite.OURS);
    }

    @Test
    void who_says_nothing_is_no_browser() {
        assertThat(site()).isEqualTo(CrossSite.UNSAID);
    }
}
