package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.query.PhpDate;
import centrasage.simulator.centra.state.CentraState;
import java.time.Instant;
import java.util.function.Function;

/** Date fields, which a query may ask for in a format of its own. */
record Dates(CentraState state) {

    <T> Fields.Resolver<T> of(Function<T, Instant> value) {
        return (source, environment) -> {
            String format = environment.getArgumentOrDefault("format", PhpDate.DEFAULT_FORMAT);
            return PhpDate.format(value.apply(source), format, state.zone());
        };
    }
}
