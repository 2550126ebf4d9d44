package centrasage.desk.rule;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Whose an exception is where this site has other ideas than the reason: {@code HELD:UNKNOWN_SKU = operations, CHARGEBACK = finance}. */
@ApplicationScoped
public class OwnerRules {
    private Map<String, Owner> rules = Map.of();

    @SuppressWarnings("NullAway.Init")
    OwnerRules() {}

    /** @param text as the settings have it; checked at the start */
    @Inject
    public OwnerRules(@ConfigProperty(name = "desk.owners") Optional<String> text) {
        Map<String, Owner> read = new HashMap<>();
        Stream.of(text.orElse("").split(",", -1))
                .map(rule -> rule.split("=", 2))
                .filter(rule -> rule.length == 2)
                .forEach(rule -> read.put(upper(rule[0]), Owner.valueOf(upper(rule[1]))));
        rules = Map.copyOf(read);
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** Of a kind and its code before the code alone, and that before the kind alone; where no rule says anything, as the reason says. */
    public Owner of(String kind, Reason first) {
        return Stream.of(kind + ":" + first.code(), first.code(), kind)
                .map(this::rule)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(first.owner());
    }

    private Optional<Owner> rule(String name) {
        @Nullable Owner owner = rules.get(name);
        return Optional.ofNullable(owner);
    }
}
