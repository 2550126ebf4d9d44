package centrasage.console.signin;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Marks the session's cookie as one for https alone, where a proxy in front speaks https with the browsers: we see plain http
 * and cannot know by ourselves.
 */
@WebListener
public class SecureCookies implements ServletContextListener {
    private final boolean secure;

    @Inject
    SecureCookies(@ConfigProperty(name = "signin.secure-cookies") boolean secure) {
        this.secure = secure;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (secure) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}
