package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.limits.Counter;
import centrasage.simulator.centra.limits.LimitExceeded;
import centrasage.simulator.centra.limits.RateLimiter;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weighs a query before it runs, and takes its weight and its mutations out of the tenant's buckets. */
final class Metering extends SimplePerformantInstrumentation {
    private static final int PAGE_DEFAULT = 20;
    /** What is free to allocate costs nothing, and other quantities of stock much: how much is inferred. */
    private static final Map<String, Integer> STOCK =
            Map.of("freeToAllocateQuantity", 0, "physicalQuantity", 5, "allocatedQuantity", 5);

    private final RateLimiter limiter;

    Metering(RateLimiter limiter) {
        this.limiter = limiter;
    }

    @Override
    public @Nullable InstrumentationContext<graphql.ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext execution = parameters.getExecutionContext();
        Call call = execution.getGraphQLContext().get(Call.class);
        if (call == null) {
            throw new IllegalStateException("executed without a call");
        }
        int complexity = complexity(execution);
        call.complexity(complexity);
        if (complexity > limiter.largest(Counter.QUERY_COMPLEXITY)) {
            throw new AbortExecutionException("Query complexity " + complexity + " exceeds the limit of "
                    + limiter.largest(Counter.QUERY_COMPLEXITY));
        }
        try {
            limiter.take(Counter.QUERY_COMPLEXITY, complexity);
            limiter.take(Counter.MUTATION_COUNT, mutations(execution));
        } catch (LimitExceeded limit) {
            call.exceeded(limit);
            throw new AbortExecutionException(limit.getMessage());
        }
        return super.beginExecuteOperation(parameters, state);
    }

    private static int complexity(ExecutionContext execution) {
        return QueryComplexityCalculator.newCalculator()
                .fieldComplexityCalculator(Metering::weight)
                .schema(execution.getGraphQLSchema())
                .document(execution.getDocument())
                .operationName(execution.getExecutionInput().getOperationName())
                .variables(execution.getCoercedVariables())
                .build()
                .calculate();
    }

    /** A page weighs as much as all the rows it may have. */
    private static int weight(FieldComplexityEnvironment field, int children) {
        Integer ofStock = STOCK.get(field.getFieldDefinition().getName());
        if (ofStock != null) {
            return ofStock;
        }
        boolean paged = field.getFieldDefinition().getArgument("limit") != null
                || field.getFieldDefinition().getArgument("first") != null;
        return paged ? 1 + pageSize(field.getArguments()) * children : 1 + children;
    }

    private static int pageSize(Map<String, Object> arguments) {
        for (String name : new String[] {"limit", "first", "last"}) {
            if (arguments.get(name) instanceof Integer size && size > 0) {
                return size;
            }
        }
        return PAGE_DEFAULT;
    }

    private static int mutations(ExecutionContext execution) {
        OperationDefinition operation = execution.getOperationDefinition();
        boolean mutates = operation.getOperation() == OperationDefinition.Operation.MUTATION;
        return mutates ? operation.getSelectionSet().getSelections().size() : 0;
    }
}
