package centrasage.simulator.centra.schema;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the fields of a GraphQL type take their values from, given its Java source. */
final class Fields<T> {
    /** A value that depends on arguments or on who asks. */
    interface Resolver<T> {
        @Nullable
        Object resolve(T source, DataFetchingEnvironment environment);
    }

    private final Map<String, DataFetcher<?>> fetchers = new HashMap<>();

    Fields<T> with(String name, Function<T, @Nullable Object> value) {
        return with(name, (source, environment) -> value.apply(source));
    }

    Fields<T> with(String name, Resolver<T> resolver) {
        DataFetcher<@Nullable Object> fetcher = environment -> resolver.resolve(source(environment), environment);
        fetchers.put(name, fetcher);
        return this;
    }

    void addTo(RuntimeWiring.Builder wiring, String... types) {
        for (String type : types) {
            TypeRuntimeWiring.Builder typeWiring = TypeRuntimeWiring.newTypeWiring(type);
            fetchers.forEach(typeWiring::dataFetcher);
            wiring.type(typeWiring);
        }
    }

    /** The schema gives each type one source class only. */
    @SuppressWarnings("unchecked")
    private T source(DataFetchingEnvironment environment) {
        return (T) environment.getSource();
    }
}
