package centrasage.desk.alert.cause;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** Addresses of pages of the console, for people who are not looking at it. */
@ApplicationScoped
public class ConsoleLink {
    private String base;

    @SuppressWarnings("NullAway.Init")
    ConsoleLink() {}

    @Inject
    ConsoleLink(Config config) {
        this(config.getOptionalValue("console.public-url", String.class).orElse(""));
    }

    /** @param base where people reach the console; empty where nobody has said so, and paths alone are told */
    public ConsoleLink(String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    public String exception(long id) {
        return base + "/exceptions.xhtml?state=OPEN&id=" + id;
    }

    public String exceptions() {
        return base + "/exceptions.xhtml?state=OPEN";
    }

    public String today() {
        return base + "/";
    }
}
