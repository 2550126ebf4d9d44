package centrasage.security;

import centrasage.security.SignInTrail.Way;
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
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way of signing in: HTTP Basic for machines under {@code /api} and {@code /metrics}, a page for people. Each request
 * looks at the account as it is now, so that a session ends with the password that it began with.
 */
@ApplicationScoped
public class SignIn implements HttpAuthenticationMechanism {
    /** The request's attribute that tells the page how many minutes to wait, where too many passwords were wrong. */
    public static final String WAIT_MINUTES = "centrasage.wait-minutes";

    private static final String SESSION_KEY = "centrasage.signed-in";
    private static final List<String> FOR_MACHINES = List.of("/api", "/metrics", "/openapi");

    private Credentials credentials;
    private Users users;
    private SignInTrail trail;

    @SuppressWarnings("NullAway.Init")
    SignIn() {}

    @Inject
    SignIn(Credentials credentials, Users users, SignInTrail trail) {
        this.credentials = credentials;
        this.users = users;
        this.trail = trail;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential given) {
            return fromPage(given, request, context);
        }
        Optional<Account> visitor = fromSession(request);
        if (visitor.isPresent()) {
            return signedIn(visitor.get(), context);
        }
        Optional<BasicHeader> header = isForMachines(request) ? BasicHeader.of(request) : Optional.empty();
        if (header.isPresent()) {
            return fromProgram(header.get(), request, response, context);
        }
        return context.isProtected() ? challenge(request, response, context) : context.doNothing();
    }

    private AuthenticationStatus fromPage(
            UsernamePasswordCredential given, HttpServletRequest request, HttpMessageContext context) {
        Checked checked = checked(given.getCaller(), given.getPasswordAsString(), request, Way.PAGE);
        if (checked instanceof Checked.TooOften tooOften) {
            request.setAttribute(WAIT_MINUTES, tooOften.left().toMinutes() + 1);
        }
        if (!(checked instanceof Checked.Right right)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(SESSION_KEY, Person.of(right.account()));
        return signedIn(right.account(), context);
    }

    private AuthenticationStatus fromProgram(
            BasicHeader given, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Checked checked = checked(given.name(), given.password(), request, Way.PROGRAM);
        if (checked instanceof Checked.Right right) {
            return signedIn(right.account(), context);
        }
        if (checked instanceof Checked.TooOften tooOften) {
            return refused(() -> Unauthorized.tooOften(request, response, tooOften.left()));
        }
        return refused(() -> Unauthorized.answer(request, response));
    }

    private static AuthenticationStatus signedIn(Account account, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(account.name(), account.roles());
    }

    private Checked checked(String name, String password, HttpServletRequest request, Way way) {
        String address = Callers.address(request);
        Checked checked = credentials.check(name, password, address);
        if (checked instanceof Checked.Right right) {
            trail.signedIn(right.account(), way, address);
        } else if (checked instanceof Checked.Wrong wrong) {
            trail.refused(wrong.account(), way, address);
        }
        return checked;
    }

    /** Who the session belongs to; one whose account has changed since, or is gone, is ended. */
    private Optional<Account> fromSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SESSION_KEY) instanceof Person person)) {
            return Optional.empty();
        }
        Optional<Account> account = users.account(person.name()).filter(person::isStill);
        if (account.isEmpty()) {
            session.invalidate();
        }
        return account;
    }

    @FunctionalInterface
    private interface Answer {
        void write() throws IOException;
    }

    private static AuthenticationStatus refused(Answer answer) {
        try {
            answer.write();
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new UncheckedIOException("the caller went away", e);
        }
    }

    private static AuthenticationStatus challenge(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (isForMachines(request)) {
            return refused(() -> Unauthorized.answer(request, response));
        }
        String wanted = URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
        refused(() -> response.sendRedirect(request.getContextPath() + "/sign-in.xhtml?to=" + wanted));
        return AuthenticationStatus.SEND_CONTINUE;
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
