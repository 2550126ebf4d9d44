package centrasage.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrowserMarkTest {
    @Test
    void it_goes_to_the_callback_alone_also_when_another_site_sends_the_browser_back_and_ends_by_itself() {
        Cookie cookie = mark("https://centra-sage200.brand.com/connect/sage200");

        assertThat(cookie.getValue()).isEqualTo("proof");
        assertThat(cookie.getPath()).isEqualTo("/connect/sage200");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getMaxAge()).isEqualTo(600);
    }

    @Test
    void it_is_secure_where_the_browser_comes_back_by_https_whatever_the_proxy_makes_of_it() {
        assertThat(mark("https://centra-sage200.brand.com/connect/sage200").getSecure())
                .isTrue();
        assertThat(mark("http://127.0.0.1:8080/connect/sage200").getSecure()).isFalse();
    }

    @Test
    void it_is_taken_away_from_where_it_was_put() {
        Cookie gone = BrowserMark.SAGE_ID.gone(URI.create("https://proxy.brand.com/centra/connect/sage200"));

        assertThat(gone.getMaxAge()).isZero();
        assertThat(gone.getValue()).isEmpty();
        assertThat(gone.getPath()).isEqualTo("/centra/connect/sage200");
    }

    @Test
    void one_attempt_shows_nothing_to_the_other() {
        assertThat(BrowserMark.SAGE_ID.gone(URI.create("https://a.example/b")).getName())
                .isNotEqualTo(BrowserMark.COMPANY
                        .gone(URI.create("https://a.example/b"))
                        .getName());
    }

    private static Cookie mark(String callback) {
        return BrowserMark.SAGE_ID.of("proof", URI.create(callback), Duration.ofMinutes(10));
    }
}
