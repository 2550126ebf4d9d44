package centrasage.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one way of signing in: HTTP Basic for machines under {@code /api} and {@code /metrics}, a page for people. */
@ApplicationScoped
public class SignIn implements HttpAuthenticationMechanism {
    private static final String SESSION_KEY = "centrasage.signed-in";
    private static final String BASIC = "Basic ";
    private static final List<String> FOR_MACHINES = List.of("/api", "/metrics", "/openapi");

    private Credentials credentials;

    @SuppressWarnings("NullAway.Init")
    SignIn() {}

    @Inject
    SignIn(Credentials credentials) {
        this.credentials = credentials;
    }

    private record Person(String name, Set<String> roles) implements Serializable {}

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential given) {
            return fromPage(given, request, context);
        }
        Optional<Person> person = fromSession(request).or(() -> fromHeader(request));
        if (person.isPresent()) {
            return context.notifyContainerAboutLogin(
                    person.get().name(), person.get().roles());
        }
        return context.isProtected() ? challenge(request, response, context) : context.doNothing();
    }

    private AuthenticationStatus fromPage(
            UsernamePasswordCredential given, HttpServletRequest request, HttpMessageContext context) {
        Optional<Person> person = person(given.getCaller(), given.getPasswordAsString());
        if (person.isEmpty()) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(SESSION_KEY, person.get());
        return context.notifyContainerAboutLogin(
                person.get().name(), person.get().roles());
    }

    private static Optional<Person> fromSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((Person) session.getAttribute(SESSION_KEY));
    }

    private Optional<Person> fromHeader(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return isForMachines(request) && header != null && header.startsWith(BASIC)
                ? pair(header.substring(BASIC.length())).flatMap(pair -> person(pair[0], pair[1]))
                : Optional.empty();
    }

    private static Optional<String[]> pair(String encoded) {
        try {
            String text = new String(Base64.getDecoder().decode(encoded.trim()), StandardCharsets.UTF_8);
            String[] pair = text.split(":", 2);
            return pair.length == 2 ? Optional.of(pair) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Person> person(String name, String password) {
        return credentials.roles(name, password).map(roles -> new Person(name, roles));
    }

    private static AuthenticationStatus challenge(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            if (isForMachines(request)) {
                Unauthorized.answer(request, response);
                return AuthenticationStatus.SEND_FAILURE;
            }
            String wanted = URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
            response.sendRedirect(request.getContextPath() + "/sign-in.xhtml?to=" + wanted);
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new UncheckedIOException("the browser went away", e);
        }
    }

    private static String wanted(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return request.getServletPath() + (query == null ? "" : "?" + query);
    }

    private static boolean isForMachines(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return FOR_MACHINES.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
