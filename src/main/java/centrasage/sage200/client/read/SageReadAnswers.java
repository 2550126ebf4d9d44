package centrasage.sage200.client.read;

import centrasage.flow.AnswerBody;
import centrasage.sage200.client.wire.Authorization;
import centrasage.sage200.client.wire.SageErrors;
import centrasage.sage200.client.wire.SageSettings;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/**
 * What every answer to a read means; the counterpart of {@code SageAnswers}, where nothing is at stake. Each message names
 * what is at fault, by its key and value, and what to do about it.
 */
final class SageReadAnswers {
    /** A page of the largest documents has a few megabytes. */
    private static final int BODY_BYTES_MAX = 64 * 1024 * 1024;

    private final SageSettings settings;
    private final Authorization authorization;
    private final SageSilence silence;

    SageReadAnswers(SageSettings settings, Authorization authorization) {
        this.settings = settings;
        this.authorization = authorization;
        this.silence = new SageSilence(settings);
    }

    JsonStructure json(String company, String resource, Response response) throws ReadFailed {
        int status = response.getStatus();
        String body = response.hasEntity() ? body(resource, response) : "";
        if (status >= 200 && status < 300) {
            return parsed(resource, body);
        }
        if (status == 401) {
            throw signInRefused(company);
        }
        String said = said(SageErrors.text(body));
        if (status == 408 || status == 429 || status >= 500) {
            throw new Unanswered(
                    status,
                    "Sage 200 answered " + status + " to " + resource + said
                            + ": it is tried again by itself; if it lasts, look into the log of Sage's API at "
                            + settings.url() + ", or ask your Sage partner");
        }
        throw new ReadFailed(status, refused(status, company, resource, response, said));
    }

    private String body(String resource, Response response) throws Unanswered {
        try (InputStream in = response.readEntity(InputStream.class)) {
            return new String(AnswerBody.read(in, BODY_BYTES_MAX, settings.readTimeout()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Unanswered(silence.words(resource, e), e);
        }
    }

    private String refused(int status, String company, String resource, Response response, String said) {
        if (status == 403) {
            return "the Sage user may not read " + resource + " in company " + company
                    + "; give the user's role the feature in Sage 200 System Administration";
        }
        if (status == 404) {
            return "Sage 200 does not know " + resource + "; correct sage200.url (" + settings.url()
                    + "), or this version of Sage 200 does not have it";
        }
        if (status >= 300 && status < 400) {
            return "Sage 200 redirects " + resource + " to " + response.getHeaderString("Location")
                    + "; correct sage200.url (" + settings.url() + ")";
        }
        return "Sage 200 refused to read " + resource + " with " + status + said
                + "; send this text to whoever maintains centra-sage200";
    }

    /** Sage answers a wrong sign-in, a wrong site and a wrong company alike, and without a word. */
    ReadFailed signInRefused(String company) {
        return new ReadFailed(
                401,
                "Sage 200 refused the sign-in, the site or company " + company + ", and does not say which: check "
                        + authorization.settings() + ", sage200.site (X-Site " + settings.site()
                        + "), sage200.company (X-Company " + company
                        + "), and that the Sage user may open this company");
    }

    Unanswered unanswered(String resource, ProcessingException e) {
        return new Unanswered(silence.words(resource, e), e);
    }

    private JsonStructure parsed(String resource, String body) throws ReadFailed {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.read();
        } catch (JsonException e) {
            throw new ReadFailed(
                    "Sage 200 answered " + resource + " with something that is not JSON: check that sage200.url ("
                            + settings.url() + ") leads to Sage's API and not to another page",
                    e);
        }
    }

    private static String said(String text) {
        return text.isEmpty() ? "" : " (" + text + ")";
    }
}
