package centrasage.console.mappings;

import centrasage.security.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.function.Supplier;

/** Whoever looks at the mappings, and whether they may change them. */
@Named
@RequestScoped
public class Editor {
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    Editor() {}

    @Inject
    Editor(HttpServletRequest request) {
        this.request = request;
    }

    public String name() {
        Principal principal = request.getUserPrincipal();
        return principal == null ? "" : principal.getName();
    }

    /** Finance and administrators; everybody may look. */
    public boolean mayChange() {
        return request.isUserInRole(Roles.FINANCE) || request.isUserInRole(Roles.ADMINISTRATOR);
    }

    /**
     * Does something of a form and goes to the page that follows, so that nothing happens twice by reloading.
     *
     * @param deed answers the address of that page
     */
    void act(Supplier<String> deed) throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (mayChange()) {
            external.redirect(external.getRequestContextPath() + "/" + deed.get());
        } else {
            external.responseSendError(
                    HttpServletResponse.SC_FORBIDDEN, "only finance and administrators change mappings");
        }
        FacesContext.getCurrentInstance().responseComplete();
    }
}
