package centrasage.console.api;

import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Refuses query parameters that do not exist: a misspelt filter would otherwise answer with everything. */
@Provider
public final class ParameterCheck implements ContainerRequestFilter {
    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> known = known();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new Refusal(Problem.with(
                        name,
                        String.join(", ", values),
                        "there is no such parameter here",
                        known.isEmpty() ? "Leave it out" : "Parameters are " + String.join(", ", known)));
            }
        });
    }

    private List<String> known() {
        return Arrays.stream(resource.getResourceMethod().getParameters())
                .flatMap(ParameterCheck::names)
                .toList();
    }

    /** Those that many methods take are the fields of a bean. */
    private static Stream<String> names(Parameter parameter) {
        Stream<? extends AnnotatedElement> elements = parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                : Stream.of(parameter);
        return elements.map(element -> element.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value);
    }
}
