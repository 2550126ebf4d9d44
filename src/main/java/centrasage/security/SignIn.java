package centrasage.security;

import centrasage.security.SignInTrail.Way;
import centrasage.security.openid.Returned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The one way of signing in: HTTP Basic for machines under {@code /api} and {@code /metrics}, a page for people, with a
 * password or at the company's provider. Each request looks at the account as it is now, so that a session ends with the
 * password that it began with.
 */
@ApplicationScoped
public class SignIn implements HttpAuthenticationMechanism {
    /** The request's attribute that tells the page how many minutes to wait, where too many passwords were wrong. */
    public static final String WAIT_MINUTES = "centrasage.wait-minutes";

    /** The request's attribute that tells what became of the way to the company's provider: a {@link Returned}. */
    public static final String RETURNED = "centrasage.returned";

    /** Where somebody chooses another password, whose own was chosen by somebody else. */
    public static final String PASSWORD_PAGE = "/password.xhtml";

    private static final List<String> FOR_MACHINES = List.of("/api", "/metrics", "/openapi");
    private static final List<String> BEFORE_ANYTHING_ELSE = List.of(PASSWORD_PAGE, "/api/password", "/sign-in.xhtml");

    private Credentials credentials;
    private Sessions sessions;
    private ProviderUsers provider;
    private SignInTrail trail;
    private boolean local;

    @SuppressWarnings("NullAway.Init")
    SignIn() {}

    @Inject
    SignIn(
            Credentials credentials,
            Sessions sessions,
            ProviderUsers provider,
            SignInTrail trail,
            @ConfigProperty(name = "signin.local") boolean local) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.provider = provider;
        this.trail = trail;
        this.local = local;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Credential credential = context.getAuthParameters().getCredential();
        if (credential instanceof UsernamePasswordCredential given) {
            return fromPage(given, request, context);
        }
        if (credential instanceof FromProvider given) {
            return fromProvider(given, request, context);
        }
        Optional<Account> visitor = sessions.account(request);
        if (visitor.isPresent()) {
            return admitted(visitor.get(), request, response, context);
        }
        Optional<BasicHeader> header = isForMachines(request) ? BasicHeader.of(request) : Optional.empty();
        if (header.isPresent()) {
            return fromProgram(header.get(), request, response, context);
        }
        return context.isProtected() ? challenge(request, response, context) : context.doNothing();
    }

    private AuthenticationStatus fromPage(
            UsernamePasswordCredential given, HttpServletRequest request, HttpMessageContext context) {
        if (!local) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        Checked checked = checked(given.getCaller(), given.getPasswordAsString(), request, Way.PAGE);
        if (checked instanceof Checked.TooOften tooOften) {
            request.setAttribute(WAIT_MINUTES, tooOften.left().toMinutes() + 1);
        }
        if (!(checked instanceof Checked.Right right)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        sessions.begin(request, context.getResponse(), right.account());
        return signedIn(right.account(), context);
    }

    private AuthenticationStatus fromProvider(
            FromProvider given, HttpServletRequest request, HttpMessageContext context) {
        ProviderUsers.Entry entry = provider.enter(given.back(), Callers.address(request));
        request.setAttribute(RETURNED, entry.returned());
        if (entry.account().isEmpty()) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        sessions.begin(request, context.getResponse(), entry.account().get());
        return signedIn(entry.account().get(), context);
    }

    private AuthenticationStatus fromProgram(
            BasicHeader given, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Checked checked = checked(given.name(), given.password(), request, Way.PROGRAM);
        if (checked instanceof Checked.Right right) {
            return admitted(right.account(), request, response, context);
        }
        if (checked instanceof Checked.TooOften tooOften) {
            return refused(() -> Unauthorized.tooOften(request, response, tooOften.left()));
        }
        return refused(() -> Unauthorized.answer(request, response));
    }

    /** Nothing else before a password of one's own: who chose the one in force could act in this name. */
    private static AuthenticationStatus admitted(
            Account account, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!account.mustChange() || !context.isProtected() || BEFORE_ANYTHING_ELSE.contains(path(request))) {
            return signedIn(account, context);
        }
        if (isForMachines(request)) {
            return refused(() -> Unauthorized.mustChange(request, response));
        }
        refused(() -> response.sendRedirect(request.getContextPath() + PASSWORD_PAGE));
        return AuthenticationStatus.SEND_CONTINUE;
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
        String path = path(request);
        return FOR_MACHINES.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
