package centrasage.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallersTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.5,  ,                        10.0.0.5",
        "10.0.0.5,  1.2.3.4,                 10.0.0.5",
        "127.0.0.1, ,                        127.0.0.1",
        "127.0.0.1, 10.0.0.7,                10.0.0.7",
        "::1,       '6.6.6.6, 10.0.0.7',     10.0.0.7",
        "127.0.0.1, 10.0.0.7:50123,          10.0.0.7",
        "127.0.0.1, [fe80::1]:50123,         [fe80::1]",
        "127.0.0.1, fe80::1,                 fe80::1"
    })
    void only_the_proxy_of_this_machine_is_believed_and_only_what_it_saw_itself(
            String direct, @Nullable String forwarded, String expected) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getRemoteAddr") ? direct : forwarded);
        assertThat(Callers.address(request)).isEqualTo(expected);
    }
}
