package centrasage.console.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every method and address of the API, read from the classes themselves, so that a new one is among them by itself. */
public final class RoutesOfTheApi {
    private RoutesOfTheApi() {}

    /**
     * One of them.
     *
     * @param path with its place holders, such as {@code /api/runs/{id}}
     * @param roles those who may; empty where everybody who is signed in may
     */
    public record Route(String method, String path, Set<String> roles) {
        /** With something in each place holder. */
        public String address() {
            return path.replaceAll("\\{[^}]*}", "1");
        }

        public boolean isDeed() {
            return !Set.of("GET", "HEAD").contains(method);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static List<Route> all() {
        return new RestApi()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(RoutesOfTheApi::of)
                        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                        .toList();
    }

    private static Stream<Route> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> verb(method).map(verb -> route(verb, type, method)).stream());
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Optional.ofNullable(type.getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Route route(String verb, Class<?> type, Method method) {
        Path rest = method.getAnnotation(Path.class);
        String path = "/api/" + type.getAnnotation(Path.class).value() + (rest == null ? "" : "/" + rest.value());
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        return new Route(verb, path.replaceAll("/{2,}", "/"), allowed == null ? Set.of() : Set.of(allowed.value()));
    }
}
