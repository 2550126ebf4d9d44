package centrasage.console.webhook;

import centrasage.console.api.problem.Problem;
import centrasage.jobs.wake.WakeUps;
import centrasage.security.SecurityHeaders;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where Centra calls when something happened: 204, and orders and shipments are read within seconds.
 *
 * <p>Open to everybody (see web.xml), because Centra does not sign in; its signature is looked at instead. A servlet, because
 * the body must be read as it came: as a form it would be gone before its signature could be checked.
 */
@WebServlet("/webhooks/centra")
public class CentraWebhook extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String HEADER = "X-Centra-Signature";
    /** A hundred events, Centra's default for one call, have some 20 KB. */
    static final int BODY_BYTES_MAX = 256 * 1024;

    private static final List<String> JOBS = List.of("order-import", "dispatch-to-sage");
    private static final String NAME = "web hook";

    private final transient Gatekeeper gatekeeper;
    private final transient Tally tally;
    private final transient WakeUps wakeUps;

    @Inject
    CentraWebhook(Gatekeeper gatekeeper, Tally tally, WakeUps wakeUps) {
        this.gatekeeper = gatekeeper;
        this.tally = tally;
        this.wakeUps = wakeUps;
    }

    /** Whatever the method: what is not open is not there. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.forMachines(response);
        if (!gatekeeper.isOpen()) {
            problem(
                    request,
                    response,
                    Problem.of(
                            Status.NOT_FOUND,
                            "Web hooks are off: centra.webhook-secret is not set",
                            "Set it to the secret of the webhook plug-in in AMS, and restart; orders are read by schedule"
                                    + " meanwhile"));
        } else if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            problem(
                    request,
                    response,
                    Problem.of(
                            Status.METHOD_NOT_ALLOWED,
                            "Web hooks are posted",
                            "Send a POST with the header " + HEADER));
        } else {
            receive(request, response);
        }
    }

    /** The body of whoever cannot be Centra is not even read. */
    private void receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Signature> signature = Signature.parse(String.join(",", Collections.list(request.getHeaders(HEADER))));
        if (signature.isEmpty()) {
            reject(request, response, Verdict.UNSIGNED);
        } else if (!gatekeeper.isFresh(signature.get())) {
            reject(request, response, Verdict.TOO_OLD_OR_NEW);
        } else {
            receive(signature.get(), request, response);
        }
    }

    private void receive(Signature signature, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
        Verdict verdict = body.length > BODY_BYTES_MAX ? Verdict.TOO_LONG : gatekeeper.judge(signature, body);
        if (verdict != Verdict.GENUINE) {
            reject(request, response, verdict);
            return;
        }
        tally.accepted();
        JOBS.forEach(job -> wakeUps.wake(job, NAME));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void reject(HttpServletRequest request, HttpServletResponse response, Verdict verdict) throws IOException {
        tally.rejected(verdict);
        if (verdict == Verdict.TOO_LONG) {
            problem(
                    request,
                    response,
                    Problem.of(
                            Status.REQUEST_ENTITY_TOO_LARGE,
                            "The body is longer than " + BODY_BYTES_MAX + " bytes",
                            "Lower the number of events for each call in the webhook plug-in in AMS"));
            return;
        }
        response.setHeader("WWW-Authenticate", HEADER);
        problem(
                request,
                response,
                Problem.of(
                        Status.UNAUTHORIZED,
                        verdict.words(),
                        "Compare centra.webhook-secret with the secret of the plug-in in AMS, and the clocks"));
    }

    private static void problem(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(problem.toJson(request.getRequestURI()));
    }
}
