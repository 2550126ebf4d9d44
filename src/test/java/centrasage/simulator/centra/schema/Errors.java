package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.Refused;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors in Centra's shape: message, category, locations, path. */
final class Errors implements DataFetcherExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        GraphQLError error = GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
                .message("%s", parameters.getException().getMessage())
                .extensions(Map.of("category", category(parameters.getException())))
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    private static String category(Throwable thrown) {
        if (thrown instanceof Refused refused) {
            return refused.category();
        }
        LOG.error("a field of the simulated Centra failed", thrown);
        return "internal";
    }

    static List<Map<String, Object>> toJson(List<GraphQLError> errors) {
        return errors.stream().map(Errors::toJson).toList();
    }

    private static Map<String, Object> toJson(GraphQLError error) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("message", error.getMessage());
        Map<String, Object> extensions = error.getExtensions();
        Object category = extensions == null ? null : extensions.get("category");
        json.put("extensions", Map.of("category", category == null ? "graphql" : category));
        List<Map<String, Integer>> locations = new ArrayList<>();
        List<SourceLocation> known = error.getLocations();
        if (known != null) {
            known.forEach(at -> locations.add(location(at)));
        }
        json.put("locations", locations);
        if (error.getPath() != null) {
            json.put("path", error.getPath());
        }
        return json;
    }

    private static Map<String, Integer> location(SourceLocation at) {
        Map<String, Integer> json = new LinkedHashMap<>();
        json.put("line", at.getLine());
        json.put("column", at.getColumn());
        return json;
    }
}
