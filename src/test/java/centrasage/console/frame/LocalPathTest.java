package centrasage.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/index.xhtml", "/exceptions.xhtml?state=OPEN&id=51", "/order.xhtml?number=10234", "/"})
    void a_path_of_this_console_is_gone_to(String path) {
        assertThat(LocalPath.orToday(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "///evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/\t/evil.example",
                "/ok\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "evil.example",
                "/a b",
                "/%zz",
                "/sign-in.xhtml?to=/sign-in.xhtml"
            })
    void anything_else_ends_at_today(String path) {
        assertThat(LocalPath.orToday(path)).isEqualTo(LocalPath.TODAY);
    }
}
