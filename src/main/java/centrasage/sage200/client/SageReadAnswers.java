package centrasage.sage200.client;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;

/** What every answer to a read means; the counterpart of {@link SageAnswers}, where nothing is at stake. */
final class SageReadAnswers {
    private SageReadAnswers() {}

    static JsonStructure json(String company, String resource, Response response) throws ReadFailed {
        int status = response.getStatus();
        String body = response.hasEntity() ? response.readEntity(String.class) : "";
        if (status >= 200 && status < 300) {
            return parsed(resource, body);
        }
        String text = SageErrors.text(body);
        if (status == 401) {
            throw signInRefused(company);
        }
        if (status == 403) {
            throw new ReadFailed(
                    status,
                    "the Sage user may not read " + resource + " in company " + company
                            + "; give the user's role the feature in Sage 200 System Administration");
        }
        if (status == 404) {
            throw new ReadFailed(
                    status,
                    "Sage 200 does not know " + resource
                            + "; correct sage200.url, or this version of Sage 200 does not have it");
        }
        if (status == 408 || status == 429 || status >= 500) {
            throw new Unanswered(status, "Sage 200 answered " + status + " to " + resource + ending(text));
        }
        if (status >= 300 && status < 400) {
            throw new ReadFailed(
                    status,
                    "Sage 200 redirects " + resource + " to " + response.getHeaderString("Location")
                            + "; correct sage200.url");
        }
        throw new ReadFailed(status, "Sage 200 refused to read " + resource + " (" + status + ")" + ending(text));
    }

    static ReadFailed signInRefused(String company) {
        return new ReadFailed(
                401,
                "Sage 200 refused the sign-in, the site or company " + company
                        + "; check sage200.auth, sage200.site and that the Sage user may open this company");
    }

    static Unanswered unanswered(String resource, ProcessingException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new Unanswered("Sage 200 cannot be read (" + resource + "): " + cause.getMessage(), e);
    }

    private static JsonStructure parsed(String resource, String body) throws ReadFailed {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.read();
        } catch (JsonException e) {
            throw new ReadFailed(
                    "Sage 200 answered " + resource + " with something that is not JSON; is sage200.url its address?",
                    e);
        }
    }

    private static String ending(String text) {
        return text.isEmpty() ? "" : ": " + text;
    }
}
