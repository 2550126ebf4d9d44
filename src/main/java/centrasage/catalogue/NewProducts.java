package centrasage.catalogue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Which products are made in Centra, and how.
 *
 * @param groups {@code company/product group} of Sage's; of no others is anything made
 * @param most in one run of one company
 * @param sizeChart its name in Centra
 * @param size the name of its only size
 * @param settle what a request without an answer has not done after this long, it will not do any more
 * @param brand Centra's id of what they are put into; null is none
 */
public record NewProducts(
        Set<String> groups,
        int most,
        String sizeChart,
        String size,
        @Nullable Long brand,
        @Nullable Long collection,
        @Nullable Long folder,
        Duration settle) {
    /** Nothing is made. */
    public static final NewProducts NONE = new NewProducts(Set.of(), 0, "", "", null, null, null, Duration.ZERO);

    public NewProducts {
        groups = Set.copyOf(groups);
    }

    static NewProducts of(Config config) {
        return new NewProducts(
                groups(config.getOptionalValue("catalogue.create-groups", String.class)
                        .orElse("")),
                config.getValue("catalogue.create-most", Integer.class),
                config.getValue("catalogue.size-chart", String.class),
                config.getValue("catalogue.size", String.class),
                id(config, "catalogue.create-brand"),
                id(config, "catalogue.create-collection"),
                id(config, "catalogue.create-folder"),
                config.getValue("catalogue.create-settle", Duration.class));
    }

    private static Set<String> groups(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
    }

    private static @Nullable Long id(Config config, String key) {
        return config.getOptionalValue(key, Long.class).orElse(null);
    }

    public boolean isOf(String company, String group) {
        return groups.contains(company + "/" + group);
    }

    /** Whether this company has opted in. */
    public boolean isAnyOf(String company) {
        return groups.stream().anyMatch(each -> each.startsWith(company + "/"));
    }
}
