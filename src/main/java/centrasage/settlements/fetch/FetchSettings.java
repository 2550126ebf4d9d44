package centrasage.settlements.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Where files are fetched from, provider by provider; none unless the operator names a place. */
@ApplicationScoped
public class FetchSettings {
    private static final List<String> PROVIDERS = List.of("adyen", "klarna", "paypal", "stripe", "other");

    private List<FetchSource> sources = List.of();

    @SuppressWarnings("NullAway.Init")
    FetchSettings() {}

    @Inject
    public FetchSettings(Config config) {
        List<FetchSource> all = new ArrayList<>();
        for (String provider : PROVIDERS) {
            String prefix = "settlements." + provider + ".fetch-";
            String url = text(config, prefix + "url");
            if (!url.isEmpty()) {
                all.add(new FetchSource(
                        provider,
                        url,
                        text(config, prefix + "user"),
                        text(config, prefix + "password"),
                        path(config, prefix + "key-file"),
                        path(config, prefix + "known-hosts"),
                        config.getOptionalValue(prefix + "first-batch", Integer.class)
                                .orElse(1)));
            }
        }
        sources = List.copyOf(all);
    }

    private static String text(Config config, String key) {
        return config.getOptionalValue(key, String.class).orElse("").strip();
    }

    private static @Nullable Path path(Config config, String key) {
        String text = text(config, key);
        return text.isEmpty() ? null : Path.of(text);
    }

    public List<FetchSource> sources() {
        return sources;
    }
}
