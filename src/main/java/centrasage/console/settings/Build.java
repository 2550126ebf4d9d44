package centrasage.console.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Which application this is, by its manifest. */
@ApplicationScoped
public class Build {
    private ServletContext context;

    @SuppressWarnings("NullAway.Init")
    Build() {}

    @Inject
    Build(ServletContext context) {
        this.context = context;
    }

    public String name() {
        return Objects.requireNonNullElse(manifest().getValue(Attributes.Name.IMPLEMENTATION_TITLE), "centra-sage200");
    }

    public String version() {
        return Objects.requireNonNullElse(manifest().getValue(Attributes.Name.IMPLEMENTATION_VERSION), "unknown");
    }

    private Attributes manifest() {
        try (InputStream stream = context.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            return stream == null ? new Attributes() : new Manifest(stream).getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException("the manifest of the application cannot be read", e);
        }
    }
}
