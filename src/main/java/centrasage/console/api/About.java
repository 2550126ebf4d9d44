package centrasage.console.api;

import centrasage.console.api.json.StatusJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** What runs here, by its manifest and its configuration; no secrets. */
@ApplicationScoped
class About {
    /** What follows the key of a secret in a JDBC URL, up to the next separator; SQL Server quotes by braces. */
    private static final String SECRETS = "(?i)([^;?&]*(?:password|pwd|secret|token|user)[^;=&]*=)(\\{[^}]*}|[^;&]*)";

    private ServletContext context;
    private Config config;

    @SuppressWarnings("NullAway.Init")
    About() {}

    @Inject
    About(ServletContext context, Config config) {
        this.context = context;
        this.config = config;
    }

    StatusJson.About application() {
        Attributes manifest = manifest();
        return new StatusJson.About(
                either(manifest.getValue(Attributes.Name.IMPLEMENTATION_TITLE), "centra-sage200"),
                either(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION), "unknown"),
                value("posting.mode"),
                withoutSecrets(value("store.url")),
                "http://" + value("http.address") + ":" + value("http.port"));
    }

    private static String either(@Nullable String known, String otherwise) {
        return known == null ? otherwise : known;
    }

    private String value(String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }

    static String withoutSecrets(String url) {
        return url.replaceAll(SECRETS, "$1***");
    }

    private Attributes manifest() {
        try (InputStream stream = context.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            return stream == null ? new Attributes() : new Manifest(stream).getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException("the manifest of the application cannot be read", e);
        }
    }
}
