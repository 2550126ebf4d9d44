package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.query.PhpDate;
import centrasage.simulator.centra.state.CentraState;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Date fields, which a query may ask for in a format of its own. */
record Dates(CentraState state) {

    <T> Fields.Resolver<T> of(Function<T, @Nullable Instant> value) {
        return (source, environment) -> {
            String format = environment.getArgumentOrDefault("format", PhpDate.DEFAULT_FORMAT);
            Instant moment = value.apply(source);
            return moment == null ? null : PhpDate.format(moment, format, state.zone());
        };
    }
}
