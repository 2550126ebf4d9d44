package centrasage.console.api;

import centrasage.console.api.json.StatusJson;
import centrasage.console.settings.Build;
import centrasage.console.settings.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** What runs here, by its manifest and its configuration; no secrets. */
@ApplicationScoped
class About {
    private Build build;
    private Config config;

    @SuppressWarnings("NullAway.Init")
    About() {}

    @Inject
    About(Build build, Config config) {
        this.build = build;
        this.config = config;
    }

    StatusJson.About application() {
        return new StatusJson.About(
                build.name(),
                build.version(),
                value("posting.mode"),
                Secrets.without(value("store.url")),
                "http://" + value("http.address") + ":" + value("http.port"));
    }

    private String value(String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
